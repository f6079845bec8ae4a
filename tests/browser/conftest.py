"""A real server and a real browser: own data directory, own port, and a page whose requests and console are watched."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bench import steady
from skm_core.demo import generate
from skm_core.store import Store
from tools import live

WAIT_MILLISECONDS = 20_000
PROBES = ("/_stcore/health", "/_stcore/host-config")
"""On a deep link Streamlit's client tries these under the page's path before it finds the root: a 404 is its way."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A journey whose browser ran out of time, on a busy machine, may try once more; no other failure may."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=["TimeoutError"]))


@dataclass(frozen=True)
class Server:
    """A running app."""

    address: str
    data_dir: Path


@dataclass
class Watched:
    """A browser page with what it asked for outside this machine, and the errors of its console."""

    page: Page
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def headline(self) -> str:
        """The large figure of the page as it stands: "82,35"."""
        return self.page.locator(".skm-l .v").first.inner_text()

    def settle(self) -> None:
        """Wait until the server has drawn what was asked for, as a person does before going on."""
        self.page.wait_for_timeout(150)
        self.page.locator(steady.STANDS).wait_for()

    def open(self, title: str) -> None:
        """Go to a page by the menu and wait until it stands."""
        self.page.locator(".st-key-skm-menu").get_by_text(title, exact=True).click()
        self.page.locator(".skm-here", has_text=title).wait_for()
        self.settle()  # until then the page before is still there
        self.page.locator(".skm-head h1").wait_for()

    def wait(self, text: str, *, timeout: float = WAIT_MILLISECONDS) -> None:
        """Until the text can be seen and the page around it stands."""
        self.page.get_by_text(text).first.wait_for(timeout=timeout)
        self.settle()

    def wait_headline(self, value: str, *, timeout: float = WAIT_MILLISECONDS) -> None:
        """Until the large figure is this value."""
        self.page.locator(".skm-l .v", has_text=value).first.wait_for(timeout=timeout)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            browser = live.chromium(playwright)
        except live.NotRunningError as missing:
            if os.environ.get("CI"):
                raise
            pytest.skip(str(missing))
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contoh") / "demo.duckdb"
    with Store(path) as store:
        generate(store)
    return path


@pytest.fixture(scope="package")
def demo_server(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Iterator[Server]:
    """One app for all journeys that only look: demo data, and nothing is stored."""
    data_dir = tmp_path_factory.mktemp("tetap")
    shutil.copy(demo_file, data_dir / "demo.duckdb")
    with live.served(data_dir) as address:
        yield Server(address, data_dir)


@pytest.fixture
def serve(tmp_path: Path, demo_file: Path) -> Iterator[Callable[..., Server]]:
    """Starts the app on a free port, with demo data and without real data, unless `prepare` puts some there."""
    with ExitStack() as running:

        def start(prepare: Callable[[Path], None] | None = None) -> Server:
            data_dir = Path(tempfile.mkdtemp(prefix="data", dir=tmp_path))
            shutil.copy(demo_file, data_dir / "demo.duckdb")
            if prepare:
                prepare(data_dir)
            return Server(running.enter_context(live.served(data_dir)), data_dir)

        yield start


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Watched]]:
    """Opens an address in a session of its own; in the end nothing has left the machine or failed in the console."""
    opened: list[Watched] = []

    def go(address: str, *, width: int = 1440, height: int = 900) -> Watched:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, locale="id-ID", timezone_id="Asia/Jakarta"
        )
        context.set_default_timeout(WAIT_MILLISECONDS)
        watched = Watched(context.new_page())
        opened.append(watched)
        watched.page.on("request", lambda request: _note_outside(watched, request.url))
        watched.page.on("websocket", lambda socket: _note_outside(watched, socket.url))
        watched.page.on("pageerror", lambda error: watched.errors.append(str(error)))
        watched.page.on(
            "console",
            lambda message: (
                watched.errors.append(f"{message.text} {message.location['url']}")
                if message.type == "error" and not message.location["url"].endswith(PROBES)
                else None
            ),
        )
        watched.page.goto(address)
        watched.page.locator(".skm-head h1").wait_for()
        watched.settle()
        return watched

    yield go
    for watched in opened:
        watched.page.context.close()
        assert not watched.outside, "requests left the machine"
        assert not watched.errors, "errors in the browser's console"


def _note_outside(watched: Watched, url: str) -> None:
    place = urlparse(url)
    if place.scheme in ("http", "https", "ws", "wss") and place.hostname not in ("127.0.0.1", "localhost"):
        watched.outside.append(url)
