"""The page waits for what is written, but not for ever: code that never comes hides no page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Server

pytestmark = pytest.mark.browser
STUCK = """main => main.insertAdjacentHTML("beforeend",
  '<div data-testid="stElementContainer"><div data-testid="stSkeleton">.</div></div>')"""


def test_a_part_that_never_comes_hides_the_page_for_a_moment_only(demo_server: Server, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="id-ID")
    page = context.new_page()
    page.goto(demo_server.address)
    head = page.locator(".skm-head h1")
    expect(head).to_be_visible()
    page.locator("[data-testid=stMainBlockContainer]").evaluate(STUCK)
    expect(head).to_be_hidden(timeout=2_000)
    expect(head).to_be_visible(timeout=6_000)
    context.close()
