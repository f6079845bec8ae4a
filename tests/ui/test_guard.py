"""No page shows anything outside the frame, and nothing at all when access is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from skm_ui import access, navigation
from tests.ui.conftest import ROOT, text

PAGES = sorted((ROOT / "pages").glob("*.py"))
SHOWS_DATA = ("dataframe", "table", "metric", "plotly_chart", "html", "selectbox", "download_button", "file_uploader")


def drawn(app: AppTest) -> list[str]:
    return [kind for kind in SHOWS_DATA if app.get(kind)]


def test_every_page_file_is_in_the_menu() -> None:
    assert {page.stem for page in PAGES} == set(navigation.TITLES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_alone_draws_nothing(page: Path, data_dir: Path) -> None:
    app = AppTest.from_file(str(page), default_timeout=20).run()
    assert not app.exception
    assert drawn(app) == []
    assert "hanya dapat dibuka dari dasbor" in text(app)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_alone_is_closed_when_access_is_refused(
    page: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SKM_AKSES", "tolak")
    app = AppTest.from_file(str(page), default_timeout=20).run()
    assert drawn(app) == []
    assert [element.value for element in app.markdown] == [access.REFUSAL]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_frame_is_closed_when_access_is_refused(page: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKM_AKSES", "tolak")
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=20).run()
    app = app.switch_page(f"pages/{page.name}").run()
    assert drawn(app) == []
    assert [element.value for element in app.markdown] == [access.REFUSAL]
    assert not list(data_dir.glob("skm.duckdb*")), "no store is opened for a refused visitor"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_guard_is_the_first_call_of_the_page(page: Path) -> None:
    calls = [line for line in page.read_text(encoding="utf-8").splitlines() if line and line[0].isalpha()]
    first = next(line for line in calls if not line.startswith(("import ", "from ", "def ", "class ")))
    assert first == "guard()"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_runs_in_the_frame(page: Path, open_page) -> None:
    app = open_page(page.stem)
    assert not app.exception
    assert 'role="alert"' not in text(app)
    assert "skm-head" in text(app)
