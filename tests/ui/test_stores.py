"""Which data is shown, how it is marked, and that first starts create what they need."""

from __future__ import annotations

from pathlib import Path

import pytest

from skm_core import uploads
from skm_ui import stores
from tests.ui.conftest import text
from tests.ui.rows import fill

BAND = "DATA CONTOH"


def test_no_file_yet_shows_the_demo_and_marks_it(open_page, data_dir: Path) -> None:
    app = open_page()
    assert BAND in text(app)
    assert (data_dir / "skm.duckdb").exists()


@pytest.mark.parametrize("page", ["tren", "layanan", "wilayah", "unggah", "pengaturan", "metode"])
def test_demo_is_marked_on_every_page(open_page, page: str) -> None:
    assert BAND in text(open_page(page))


def test_real_data_is_shown_as_soon_as_there_is_some_and_gone_after_undo(open_page) -> None:
    app = open_page()
    fill(stores.real(), periode="2019-q2", layanan=("ppsu",))
    app.run()
    assert BAND not in text(app)
    assert app.selectbox(key="saring_layanan").options == ["Semua layanan", "PPSU"]
    uploads.undo(stores.real(), 1, oleh="uji")
    app.run()
    assert BAND in text(app)


def test_address_chooses_the_data(open_page) -> None:
    assert BAND not in text(open_page(data="nyata"))
    fill(stores.real())
    assert BAND in text(open_page(data="contoh"))


def test_switch_writes_the_choice_and_forgets_the_other_filters(open_page) -> None:
    app = open_page(layanan="posyandu")
    app.get("button_group")[0].set_value("nyata").run()
    assert dict(app.query_params) == {"data": "nyata"}
    assert BAND not in text(app)


def test_first_start_generates_the_demo_once(open_page, data_dir: Path) -> None:
    (data_dir / "demo.duckdb").unlink()
    (data_dir / "demo.duckdb.baru").write_text("left by a start that was cut off")
    (data_dir / "demo.duckdb.wal").write_text("left by another file")
    app = open_page()
    assert not app.exception
    assert BAND in text(app)
    assert not (data_dir / "demo.duckdb.baru").exists()
    assert app.selectbox(key="saring_periode").options[-1] == "Maret 2019"
    assert len(app.selectbox(key="saring_periode").options) >= 8
