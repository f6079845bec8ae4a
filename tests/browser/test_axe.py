"""Every page is read by axe-core at both sizes and once in the dark: nothing serious or critical in what is ours.

Every panel that can be opened in place is open. The menu is used to go from page to page, as a person does.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from skm_ui.navigation import DEFAULT, TITLES
from tests.browser.conftest import Server

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
BY_WIDTH = ["color-contrast", "scrollable-region-focusable", "target-size", "link-in-text-block", "label"]
"""What may differ on a phone; all else was read at the wide size."""
OF_STREAMLIT: dict[str, str] = {}
"""Selector of what Streamlit draws and offers no setting for → why it is left out."""
RUN = """async ([rules, left_out]) => {
  const found = await axe.run({exclude: left_out.map(one => [one])}, {runOnly: rules, resultTypes: ['violations']});
  return found.violations.filter(one => ['serious', 'critical'].includes(one.impact)).flatMap(one =>
    one.nodes.map(node => `${one.id}: ${node.html.slice(0, 200)} (${node.failureSummary.split('\\n')[1]})`));
}"""
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true })"


def read(page: Page, rules: dict[str, Any]) -> list[str]:
    found: list[str] = page.evaluate(RUN, [rules, list(OF_STREAMLIT)])
    return found


@pytest.mark.browser
def test_no_page_bars_anybody(demo_server: Server, visit: Callable[..., Any]) -> None:
    app = visit(demo_server.address)
    page: Page = app.page
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(AXE)
    wrong: list[str] = []
    for name, title in TITLES.items():
        if name != DEFAULT:
            page.locator(".st-key-skm-menu").get_by_role("link", name=title, exact=True).click()
            page.locator(".skm-here", has_text=title).wait_for()
        app.settle()
        page.evaluate(OPEN)
        wrong += [f"{name} {one}" for one in read(page, {"type": "tag", "values": TAGS})]
        page.set_viewport_size({"width": 390, "height": 844})
        page.wait_for_timeout(200)
        wrong += [f"{name} at 390 {one}" for one in read(page, {"type": "rule", "values": BY_WIDTH})]
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, f"{name} scrolls sideways"
        page.set_viewport_size({"width": 1440, "height": 900})
    assert not wrong, "\n".join(wrong)


@pytest.mark.browser
def test_dark_pages_can_be_read(demo_server: Server, visit: Callable[..., Any]) -> None:
    app = visit(demo_server.address)
    page: Page = app.page
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.reload()
    page.locator(".skm-head h1").wait_for()
    page.evaluate(AXE)
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == "rgb(17, 24, 31)"
    wrong: list[str] = []
    for name, title in TITLES.items():
        if name != DEFAULT:
            page.locator(".st-key-skm-menu").get_by_role("link", name=title, exact=True).click()
            page.locator(".skm-here", has_text=title).wait_for()
        app.settle()
        wrong += [f"{name} {one}" for one in read(page, {"type": "rule", "values": ["color-contrast"]})]
    assert not wrong, "\n".join(wrong)
