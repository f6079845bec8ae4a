"""Speed as felt: a browser on this machine, its assets cached, at demo size and with a million questionnaires.

First picture: from the address to the first chart. Filter: from the choice of a layanan not seen before to everything
drawn anew. Page: from the click in the menu to everything drawn. Then 20 sessions at once, without a browser.
"""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench import sessions
from skm_core import demo
from skm_core.store import Store

ROOT = Path(__file__).parents[1]
COPIES = 16
"""Demo questionnaires times this: about a million."""
PEOPLE = 20
LAYANAN = ("Posyandu", "PPSU", "RPTRA", "Jumantik")
MENU = ("Tren", "Layanan", "Wilayah", "Ringkasan")
QUERIES = ("layanan=posyandu", "layanan=ppsu", "kecamatan=31.73.04", "periode=2020-q4", "")
DRAWN = """text => document.querySelector('.skm-top') && document.body.innerText.includes(text)
  && document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')
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
            with _server(data) as port:
                print(f"{n:,} questionnaires; load of the machine {os.getloadavg()[0]:.1f}")
                _browser(port)
                middle, worst, rate = sessions.at_once(port, PEOPLE, QUERIES)
                print(f"  {PEOPLE} sessions at once     {middle:>6.0f} {worst:>6.0f}   {rate:.0f} answers a second")


@contextmanager
def _server(data: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "SKM_DATA_DIR": str(data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).close()
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.2)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def _browser(port: int) -> None:
    path = next(found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(viewport={"width": 1440, "height": 900}, locale="id-ID").new_page()
        page.set_default_timeout(120_000)
        address = f"http://127.0.0.1:{port}/"
        print(f"  {'ms':<22} {'median':>6} {'worst':>6}")
        _say("first of all", [_timed(page, lambda: page.goto(address), "Sampel")])
        page.wait_for_timeout(8_000)  # what is read ahead
        _say("first picture", [_timed(page, lambda: page.goto(address), "Sampel") for _ in range(5)])
        _say("filter, unseen", [_filter(page, name) for name in LAYANAN])
        _say("filter, seen", [_filter(page, name) for name in LAYANAN])
        for name in MENU:
            _open(page, name)
        _say("page", [_open(page, name) for name in MENU * 2])
        browser.close()


def _timed(page: Page, work: Callable[[], object], text: str) -> float:
    start = time.perf_counter()
    work()
    page.wait_for_function(DRAWN, arg=text, polling="raf")
    return (time.perf_counter() - start) * 1000


def _filter(page: Page, name: str) -> float:
    page.locator(".st-key-saring_layanan input").click()
    option = page.get_by_role("option", name=name, exact=True)
    option.wait_for()
    return _timed(page, option.click, f"{name} · semua kecamatan")


def _open(page: Page, name: str) -> float:
    link = page.locator(".st-key-skm-menu").get_by_role("link", name=name, exact=True)

    def go() -> None:
        link.click()
        page.locator(".skm-here", has_text=name).wait_for()

    return _timed(page, go, name)


def _say(what: str, times: list[float]) -> None:
    print(f"  {what:<22} {statistics.median(times):>6.0f} {max(times):>6.0f}")
