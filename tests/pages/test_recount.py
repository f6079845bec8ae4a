"""Periksa hitungan as its users meet it: a verdict per sheet, the reasons, nothing stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from skm_core import uploads
from skm_ui import stores
from tests.intake.sheets import Way, answers, book, figures, rows_of
from tests.pages.conftest import framed, install, text
from tests.pages.test_staff import answer, choose

ROWS = answers()


@pytest.fixture
def page(tmp_path: Path, demo_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], AppTest]:
    install(demo_path, tmp_path, monkeypatch)
    return lambda: framed("periksa", timeout=60).run()


def test_wrong_figures_are_shown_with_the_step_and_nothing_is_stored(page: Callable[[], AppTest]) -> None:
    app = page()
    assert not app.exception and "Tidak ada yang disimpan" in text(app)
    assert "menyebut langkah yang menyimpang" in text(app)
    bad = replace(figures(ROWS, Way(nrr=2, weight="0.111")), mutu="B")
    choose(app, book(("Posyandu", rows_of(ROWS, bad))), "lama.xlsx")
    shown = text(app)
    assert "IKM di berkas 82,14; seharusnya 82,25, jadi 0,11 terlalu rendah" in shown
    assert "NRR dibulatkan dua desimal, lalu dikali 0,111, bukan 1/9" in shown and "Mutunya tetap B" in shown
    assert "dihitung ulang dari 41 kuesioner" in shown and "n 41" in shown
    assert "seharusnya 3,2900" in shown
    assert uploads.history(stores.real()) == ()


def test_sheets_that_differ_come_first(page: Callable[[], AppTest]) -> None:
    sheets = [("PKK", rows_of(ROWS, figures(ROWS))), ("PPSU", rows_of(ROWS, figures(ROWS, Way(weight="0.11"))))]
    shown = text(choose(page(), book(*sheets), "dua.xlsx"))
    assert "1 dari 2 lembar memuat angka yang berbeda" in shown
    assert shown.index("Lembar PPSU: IKM di berkas") < shown.index("Lembar PKK: semua angka di lembar ini benar")


def test_other_files_get_a_sentence(page: Callable[[], AppTest]) -> None:
    app = choose(page(), b"Barang,Harga\nSapu,12000\nEmber,9000\n", "lain.csv")
    assert "Pertanyaan survei tidak ditemukan dalam berkas ini" in text(app) and not app.exception


def test_a_file_too_large_leaves_no_outcome_of_the_one_before(
    page: Callable[[], AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = choose(page(), book(("Posyandu", rows_of(ROWS, figures(ROWS)))), "lama.xlsx")
    assert "lama.xlsx" in str(app.session_state["periksa_hasil"])
    monkeypatch.setattr("skm_ui.recount.checked.too_large", lambda size: True)
    choose(app, b"x" * 100, "besar.csv")
    assert "lebih besar dari" in text(app) and "periksa_hasil" not in app.session_state


def test_markup_in_a_file_is_only_text(page: Callable[[], AppTest]) -> None:
    app = choose(page(), book(("<b>x<b>", rows_of(ROWS, figures(ROWS, Way(weight="0.11"))))), "a<i>.xlsx")
    bodies = "\n".join(element.proto.body for element in app.get("html"))
    assert "&lt;b&gt;x&lt;b&gt;" in bodies and "<b>x<b>" not in bodies and "a<i>" not in bodies


def test_an_upload_says_in_parts_what_differs_and_what_to_do(visit: Callable[[str], AppTest]) -> None:
    bad = replace(figures(ROWS, Way(nrr=2, weight="0.111")), mutu="B")
    app = choose(visit("unggah"), book(("Posyandu", rows_of(ROWS, bad))), "lama.xlsx")
    answer(app, pengumpul="kelurahan")
    shown = text(app)
    part = shown[shown.index("Hitungan di berkas berbeda dari jawabannya") :].partition("</section>")[0]
    assert "<b>Lembar “Posyandu”: IKM di berkas 82,14; seharusnya 82,25, jadi 0,11 terlalu rendah.</b>" in part
    assert "NRR dibulatkan dua desimal, lalu dikali 0,111, bukan 1/9" in part
    assert part.count("<tr><td>") == 5 and "angka lain yang berbeda" in part and ">82,14</td>" not in part
    assert "Berkas ini tetap dapat disimpan" in part and "Periksa hitungan</a>" in part
