"""Pages on the whole demo data, generated once; every test gets a copy of the file in a directory of its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from skm_core.demo import generate
from skm_core.store import Store
from tests.ui.conftest import text as said
from tests.ui.rows import demo_file

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def demo_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contoh") / "demo.duckdb"
    with Store(path) as store:
        generate(store)
    return path


@pytest.fixture(scope="session")
def demo(demo_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same data for the library, from a file of its own."""
    path = tmp_path_factory.mktemp("pustaka") / "demo.duckdb"
    shutil.copy(demo_path, path)
    with Store(path) as store:
        yield store


@pytest.fixture(scope="session")
def app_dir(demo_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("data")
    shutil.copy(demo_path, path / "demo.duckdb")
    return path


@pytest.fixture
def open_page(app_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Opens a page inside the frame with the given keys in its address."""
    monkeypatch.setenv("SKM_DATA_DIR", str(app_dir))
    monkeypatch.delenv("SKM_AKSES", raising=False)

    def run(page: str, **keys: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        for key, value in keys.items():
            app.query_params[key] = value
        app.run()
        return app if page == "ringkasan" else app.switch_page(f"pages/{page}.py").run()

    return run


FRAMED = """
import runpy
from skm_ui import frame, guard, navigation, stores, trouble
navigation.register()
with trouble.shown():
    frame.draw(stores.shown(), {page!r})
    with guard.frame():
        runpy.run_path({path!r})
"""
"""A page in its frame. `switch_page` of AppTest runs the page without app.py first, and a click is lost on the way."""


def framed(page: str, *, timeout: float = 30, **keys: str) -> AppTest:
    """A page in its frame with these keys in its address, not yet run."""
    app = AppTest.from_string(
        FRAMED.format(page=page, path=str(ROOT / "pages" / f"{page}.py")), default_timeout=timeout
    )
    for key, value in keys.items():
        app.query_params[key] = value
    return app


def install(demo: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `folder` a fresh installation: a copy of the demo data only."""
    shutil.copy(demo, folder / "demo.duckdb")
    monkeypatch.setenv("SKM_DATA_DIR", str(folder))
    monkeypatch.delenv("SKM_AKSES", raising=False)


@pytest.fixture(scope="session")
def small_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo file with little in it, for pages that show or change real data."""
    return demo_file(tmp_path_factory.mktemp("contoh-kecil"))


@pytest.fixture
def visit(tmp_path: Path, small_demo: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Opens a page of a fresh installation: demo data only."""
    install(small_demo, tmp_path, monkeypatch)
    return lambda page: framed(page).run()


def text(app: AppTest) -> str:
    """What the page says, quotes as a person sees them."""
    return unescape(said(app))


def html(app: AppTest) -> str:
    """All HTML on the page but the style sheets."""
    return "\n".join(body for e in app.get("html") if "<style" not in (body := e.proto.body))


def title(app: AppTest) -> str:
    return html(app).split("<h1>")[1].split("</h1>")[0]


def charts(app: AppTest) -> list[dict[str, Any]]:
    """The plotly figures on the page with their alternative text under "alt"."""
    return [{**json.loads(e.proto.spec), "alt": e.proto.alt} for e in app.get("plotly_chart")]


def words(chart: dict[str, Any]) -> list[str]:
    """Annotations and words of a chart."""
    found = [note["text"] for note in chart["layout"].get("annotations", [])]
    for trace in chart["data"]:
        if trace.get("mode") == "text":
            found += trace["text"]
    return found
