"""Speed as felt: a browser on this machine, its assets cached, at demo size and with a million questionnaires.

First picture: from the address to the first chart. Filter: from the choice of a layanan not seen before to everything
drawn anew. Page: from the click in the menu to everything drawn. Both are measured in the page, from the click to the
frame after the last change. Shift: how far each page moves while it is opened and switched to, on a screen and a phone.
Then 20 sessions at once, without a browser.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench import sessions, steady
from skm_core import demo
from skm_core.store import Store
from skm_ui.navigation import DEFAULT, TITLES
from tools import live

COPIES = 16
"""Demo questionnaires times this: about a million."""
PEOPLE = 20
SIZES = ((1440, 900), (390, 844))
LAYANAN = ("Posyandu", "PPSU", "RPTRA", "Jumantik")
MENU = ("Tren", "Layanan", "Wilayah", "Ringkasan")
QUERIES = ("layanan=posyandu", "layanan=ppsu", "kecamatan=31.73.04", "periode=2020-q4", "")
DRAWN = f"""text => document.querySelector('.skm-top') && document.body.innerText.includes(text)
  && document.querySelector('{steady.STANDS}')
  && document.querySelector('.main-svg') && !document.querySelector('[data-testid=stSkeleton]')"""


def run() -> None:
    """Print medians and worst in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        for copies in (1, COPIES):
            data = Path(folder) / str(copies)
            data.mkdir()
            with Store(data / "demo.duckdb") as store:
                demo.generate(store)
                if copies > 1:
                    with store.write() as cursor:
                        cursor.execute(
                            "INSERT INTO kuesioner SELECT kuesioner.* FROM kuesioner, range($1)", [copies - 1]
                        )
                ((n,),) = store.fetch("SELECT count(*) FROM kuesioner")[1]
            with live.served(data) as address:
                print(f"{n:,} questionnaires; load of the machine {os.getloadavg()[0]:.1f}")
                _browser(address, every_page=copies == 1)
                middle, worst, rate = sessions.at_once(address, PEOPLE, QUERIES)
                print(f"  {PEOPLE} sessions at once     {middle:>6.0f} {worst:>6.0f}   {rate:.0f} answers a second")


def _browser(address: str, *, every_page: bool) -> None:
    with sync_playwright() as playwright:
        browser = live.chromium(playwright)
        page = _page(browser, 1440, 900)
        print(f"  {'ms':<22} {'median':>6} {'worst':>6}")
        _say("first of all", [_timed(page, lambda: page.goto(address), "Sampel")])
        page.wait_for_timeout(8_000)  # what is read ahead
        _say("first picture", [_timed(page, lambda: page.goto(address), "Sampel") for _ in range(5)])
        _say("filter, unseen", [_filter(page, name) for name in LAYANAN])
        _say("filter, seen", [_filter(page, name) for name in LAYANAN])
        for name in MENU:
            _open(page, name)
        _say("page", [_open(page, name).drawn_ms for name in MENU * 2])
        if every_page:
            for width, height in SIZES:
                _steady(_page(browser, width, height), address, f"{width}×{height}")
        browser.close()


def _page(browser: Browser, width: int, height: int) -> Page:
    page = browser.new_context(viewport={"width": width, "height": height}, locale="id-ID").new_page()
    page.set_default_timeout(120_000)
    return steady.watch(page)


def _timed(page: Page, work: Callable[[], object], text: str) -> float:
    start = time.perf_counter()
    work()
    page.wait_for_function(DRAWN, arg=text, polling="raf")
    return (time.perf_counter() - start) * 1000


def _filter(page: Page, name: str) -> float:
    page.locator(".st-key-saring_layanan input").click()
    option = page.get_by_role("option", name=name, exact=True)
    option.wait_for()
    words = f"{name} · semua kecamatan"
    return steady.after(page, option.click, page.get_by_text(words).first.wait_for, words).drawn_ms


def _open(page: Page, name: str) -> steady.Seen:
    link = page.locator(".st-key-skm-menu").get_by_role("link", name=name, exact=True)
    return steady.after(page, link.click, page.locator(".skm-here", has_text=name).wait_for)


def _steady(page: Page, address: str, size: str) -> None:
    """How far the pages move: the sum of the layout shifts, the middle page and the worst with its name."""
    page.goto(address)
    head = page.locator(".skm-head h1").first
    opened = {
        name: steady.after(page, partial(page.goto, f"{address}/" + ("" if name == DEFAULT else name)), head.wait_for)
        for name in TITLES
    }
    switched = {name: _open(page, title) for name, title in TITLES.items()}
    for what, pages in (("opened", opened), ("switched to", switched)):
        worst = max(pages, key=lambda name: pages[name].shift)
        middle = statistics.median(seen.shift for seen in pages.values())
        print(f"  shift, {size} {what:<12} median {middle:.4f}, worst {pages[worst].shift:.4f} ({worst})")
    least = min(switched, key=lambda name: switched[name].least_height)
    print(f"  emptiest between two pages: {switched[least].least_height} px under the menu ({least})")


def _say(what: str, times: list[float]) -> None:
    print(f"  {what:<22} {statistics.median(times):>6.0f} {max(times):>6.0f}")
