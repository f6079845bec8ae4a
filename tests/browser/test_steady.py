"""Nothing jumps and nothing goes empty or pale while a page is opened, filtered, or left for another."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from bench import steady
from tests.browser.conftest import Server

pytestmark = pytest.mark.browser
PAGES = ("Unsur", "Wilayah", "Unggah", "Kualitas data", "Ringkasan")
HEAD = ".skm-head h1"
LOADED = ("unsur", "kualitas", "bandingkan", "formulir", "sampel", "paparan", "")
SLOW = 4
"""Times slower than this machine: an older telephone."""


def test_pages_hold_still(demo_server: Server, chromium: Browser) -> None:
    for width, height in ((1440, 900), (390, 844)):
        _hold_still(demo_server.address, chromium, width, height)


def test_the_first_visit_of_a_slow_telephone_shows_nothing_bare_and_holds_still(
    demo_server: Server, chromium: Browser
) -> None:
    for name in ("layanan", "paparan"):
        context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="id-ID")
        page = steady.watch(context.new_page())
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
        address = f"{demo_server.address}/{name}"
        seen = steady.after(page, lambda page=page, address=address: page.goto(address), page.locator(HEAD).wait_for)
        assert seen.bare == 0, (name, seen)
        assert seen.shift < steady.SHIFT, (name, seen)
        context.close()


def _hold_still(address: str, chromium: Browser, width: int, height: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": height}, locale="id-ID")
    page = steady.watch(context.new_page())
    head, chart = page.locator(HEAD), page.locator(".main-svg").first
    page.goto(address)
    chart.wait_for()  # from now on the browser has what it needs to draw
    for name in LOADED:
        seen = steady.after(page, lambda name=name: page.goto(f"{address}/{name}"), head.wait_for)
        assert seen.shift < steady.SHIFT, (name, seen)
    for title in PAGES:
        _open(page, title)  # loads what only this page needs
    for title in PAGES:
        page.locator("[data-testid=stMain]").evaluate("main => main.scrollTo(0, 600)")
        seen = _open(page, title)
        assert seen.shift < steady.SHIFT, (title, seen)
        assert seen.least_height > 200, f"{title}: the page went empty"
        assert seen.least_opacity == 1, f"{title}: the page went pale"
        assert page.locator("[data-testid=stMain]").evaluate("main => main.scrollTop") == 0, f"{title}: not at its top"
    if width > 640:
        page.locator(".st-key-saring_layanan input").click()
        option = page.get_by_role("option", name="Posyandu", exact=True)
        seen = steady.after(page, option.click, page.get_by_text("Posyandu · semua kecamatan").wait_for)
        assert seen.least_height > 200 and seen.least_opacity == 1, seen
    context.close()


def _open(page: Page, title: str) -> steady.Seen:
    link = page.locator(".st-key-skm-menu").get_by_role("link", name=title, exact=True)
    return steady.after(page, link.click, page.locator(".skm-here", has_text=title).wait_for)
