"""An old workbook is checked: from the menu to the step at which it departs, and nothing is left of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import Server, Watched
from tests.intake.sheets import Way, answers, book, figures, rows_of

pytestmark = pytest.mark.browser


def test_an_old_workbook_is_checked(serve: Callable[[], Server], visit: Callable[..., Watched], tmp_path: Path) -> None:
    rows = answers()
    old = tmp_path / "lama.xlsx"
    old.write_bytes(book(("Posyandu", rows_of(rows, figures(rows, Way(nrr=2, weight="0.111"))))))
    server = serve()
    mine = visit(f"{server.address}/periksa")
    mine.wait("menyebut langkah yang menyimpang")
    mine.page.locator("input[type=file]").set_input_files(old)
    mine.wait("IKM di berkas 82,14; seharusnya 82,25, jadi 0,11 terlalu rendah")
    mine.wait("NRR dibulatkan dua desimal, lalu dikali 0,111, bukan 1/9")
    assert not mine.outside and not mine.errors
    assert not list(server.data_dir.rglob("*.parquet"))
