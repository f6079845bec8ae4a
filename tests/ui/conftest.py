"""A data directory of its own for every test: demo data only, no real data yet."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.rows import demo_file

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def demo_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo_file(tmp_path_factory.mktemp("demo"))


@pytest.fixture
def data_dir(tmp_path: Path, demo_once: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(demo_once, tmp_path / "demo.duckdb")
    monkeypatch.setenv("SKM_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("SKM_AKSES", raising=False)
    return tmp_path


@pytest.fixture
def open_page(data_dir: Path) -> Callable[..., AppTest]:
    """Opens a page inside the frame with the given keys in its address."""

    def run(page: str = "ringkasan", **keys: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=20)
        for key, value in keys.items():
            app.query_params[key] = value
        app.run()
        return app if page == "ringkasan" else app.switch_page(f"pages/{page}.py").run()

    return run


def text(app: AppTest) -> str:
    """All HTML and text on the page, without the style sheet."""
    html = [element.proto.body for element in app.get("html")]
    return "\n".join([*(body for body in html if "<style" not in body), *(str(m.value) for m in app.markdown)])
