"""Periksa hitungan: figures computed as agencies do it are found out, right ones are left in peace."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from skm_core.cli import main
from skm_core.recount import Pemeriksaan
from tests.intake import files, sheets
from tests.intake.conftest import Read
from tests.intake.sheets import Figures, Way, answers, book, figures, only_ikm, rows_of

ROWS = answers()
# 41 rows; Σ per unsur 140 128 130 135 138 133 139 132 139 = 1214; 25 · 1214 / (41 · 9) = 82.2493…
RIGHT = "82.25"


def checked(read: Read, rows: sheets.Answers, stated: Figures, **more: bool) -> Pemeriksaan:
    draft = read(book(("Posyandu", rows_of(rows, stated, **more))), "a.xlsx", pengumpul="kota")
    (found,) = draft.hitungan
    assert (draft.n_diterima, found.n_kuesioner) == (len(rows), len(rows))
    assert ("HITUNGAN_BERBEDA" in [one.kode for one in draft.temuan]) == (found.cocok is False)
    return found


def test_right_figures_are_right(read: Read) -> None:
    found = checked(read, ROWS, replace(figures(ROWS), mutu="B"))
    assert (found.cocok, str(found.ikm), found.mutu.huruf, found.selisih) == (True, RIGHT, "B", Decimal("0.00"))
    assert found.pokok == "Semua angka di lembar ini benar. IKM 82,25, mutu B." and found.kalimat == ()
    assert len(found.perbandingan) == 9 * 3 + 2 and all(one.cocok for one in found.perbandingan)


def test_right_figures_with_blanks_and_profile_columns(read: Read) -> None:
    rows = answers(blanks=6)
    assert checked(read, rows, figures(rows), extra=True).cocok is True


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (Way(weight="0.11"), "dikali 0,11, bukan 1/9"),
        (Way(weight="0.111"), "dikali 0,111, bukan 1/9"),
        (Way(weight="0.1111"), "dikali 0,1111, bukan 1/9"),
        (Way(nrr=2, weight="0.111"), "NRR dibulatkan dua desimal, lalu dikali 0,111, bukan 1/9"),
        (Way(nrr=2, weight="0.11"), "NRR dibulatkan dua desimal, lalu dikali 0,11, bukan 1/9"),
        (Way(nrr=1), "NRR dibulatkan satu desimal"),
        (Way(nrr=2, cut=True), "NRR dipotong menjadi dua desimal"),
        (Way(weighted=2), "NRR tertimbang dibulatkan dua desimal"),
    ],
)
def test_the_step_that_departs_is_named(read: Read, way: Way, said: str) -> None:
    stated = figures(ROWS, way)
    found = checked(read, ROWS, stated)
    assert found.cocok is False and str(found.ikm) == RIGHT
    assert found.ikm_berkas == Decimal(str(stated.ikm)).quantize(Decimal("0.01"))
    assert f"Langkah yang menyimpang: {said}." in found.kalimat, (found.pokok, found.kalimat)


def test_two_ways_that_fit_are_both_named_the_common_one_first(read: Read) -> None:
    rows = answers(seed=6)  # the figures of either way are the same here
    found = checked(read, rows, figures(rows, Way(nrr=2, weight="0.111", weighted=3)))
    common = ("dikali 0,111, bukan 1/9",)
    rare = ("NRR dibulatkan dua desimal", "NRR tertimbang dipotong menjadi tiga desimal")
    assert found.cara[:2] == (common, rare)
    assert f"cara, antara lain: {', lalu '.join(common)}; atau {', lalu '.join(rare)}." in " ".join(found.kalimat)


def test_a_step_is_shown_with_the_decimals_it_is_written_with(read: Read) -> None:
    rows = [[3, *row[1:]] for row in ROWS]  # its NRR is 3,00, which a spreadsheet keeps as 3
    found = checked(read, rows, figures(rows, Way(nrr=2, weight="0.111", weighted=3)))
    shown = {
        step: {-one.di_berkas.as_tuple().exponent for one in found.perbandingan if one.langkah == step}
        for step in ("jumlah", "nrr", "tertimbang", "ikm")
    }
    assert shown == {"jumlah": {0}, "nrr": {2}, "tertimbang": {3}, "ikm": {2}}
    wrong = [one for one in found.perbandingan if not one.cocok]
    assert wrong and all(one.di_berkas.as_tuple().exponent == one.seharusnya.as_tuple().exponent for one in wrong)
    assert all(one.di_berkas != one.seharusnya for one in wrong)


def test_a_rounded_total(read: Read) -> None:
    rows = answers(seed=6)
    found = checked(read, rows, figures(rows, Way(total=2)))
    assert "Langkah yang menyimpang: jumlahnya dibulatkan dua desimal." in found.kalimat, found.kalimat


def test_blanks_counted_as_zero(read: Read) -> None:
    rows = answers(blanks=8)
    found = checked(read, rows, figures(rows, Way(blank_is_zero=True)))
    assert "Langkah yang menyimpang: jawaban kosong dihitung 0." in found.kalimat
    assert found.selisih is not None and found.selisih < 0


@pytest.mark.parametrize(("left_out", "said"), [(1, "baris 47 tidak ikut"), (3, "baris 45 sampai 47 tidak ikut")])
def test_rows_left_out_of_the_sum(read: Read, left_out: int, said: str) -> None:
    found = checked(read, ROWS, figures(ROWS, Way(rows_left_out=left_out)))
    assert said in found.kalimat[0]
    assert "Langkah sesudahnya dihitung dengan benar dari jumlah itu." in found.kalimat


def test_rows_left_out_and_a_rounded_weight(read: Read) -> None:
    found = checked(read, ROWS, figures(ROWS, Way(rows_left_out=1, weight="0.11")))
    assert "baris 47 tidak ikut" in found.kalimat[0]
    assert "Langkah yang menyimpang: dikali 0,11, bukan 1/9." in found.kalimat


def test_one_column_sums_another(read: Read) -> None:
    stated = figures(ROWS)
    assert stated.sums
    sums = list(stated.sums)
    sums[1] = sums[0]  # U2 shows the sum of U1
    found = checked(read, ROWS, replace(stated, sums=sums))
    assert found.kalimat[0] == "Jumlah nilai U2: angkanya jumlah kolom B (U1)."
    assert [one.langkah for one in found.perbandingan if not one.cocok] == ["jumlah"]


def test_only_the_index_is_stated(read: Read) -> None:
    found = checked(read, ROWS, only_ikm(figures(ROWS, Way(weight="0.11")), "B"))
    assert str(found.ikm_berkas) == "81.43" and found.pokok.startswith(
        "IKM di berkas 81,43; seharusnya 82,25, jadi 0,82"
    )
    assert "Langkah yang menyimpang: dikali 0,11, bukan 1/9." in found.kalimat


def test_figures_that_no_usual_way_gives(read: Read) -> None:
    stated = figures(ROWS)
    found = checked(read, ROWS, replace(stated, ikm=91.17, mutu="A"))
    assert found.cara == ()
    assert "tidak cocok dengan bobot atau pembulatan yang lazim" in " ".join(found.kalimat)
    assert "Mutunya berubah: B, bukan A." in found.kalimat


def test_mutu_of_the_old_table_is_named(read: Read) -> None:
    found = checked(read, ROWS, replace(figures(ROWS), mutu="A"))
    assert found.pokok == "IKM 82,25 benar, tetapi mutunya salah."
    assert "A adalah mutu menurut tabel KEP/25/M.PAN/2/2004." in found.kalimat[0]


def test_zeros_among_the_answers_are_told(read: Read) -> None:
    rows = [list(row) for row in ROWS]
    rows[4][2] = 0
    draft = read(book(("A", rows_of(rows, figures(rows)))), "a.xlsx", pengumpul="kota")
    (found,) = draft.hitungan
    assert "1 sel berisi angka di luar 1 sampai 4 (pertama 0 di baris 11, kolom D)" in " ".join(found.kalimat)


def test_sheets_are_checked_apart_and_text_figures_are_understood(read: Read) -> None:
    good, bad = figures(ROWS), figures(ROWS, Way(nrr=2, weight="0.111"))
    draft = read(book(("PKK", rows_of(ROWS, good)), ("PPSU", rows_of(ROWS, bad))), "a.xlsx", pengumpul="kota")
    assert [(one.lembar, one.cocok) for one in draft.hitungan] == [("PKK", True), ("PPSU", False)]
    as_text = [
        [f"{c:.3f}".replace(".", ",") if isinstance(c, float) else c for c in row] for row in rows_of(ROWS, good)
    ]
    (found,) = read(files.table(as_text, delimiter=";"), "a.csv", pengumpul="kota").hitungan
    assert found.cocok is True and found.ikm_berkas == Decimal("82.25")


def test_command(read: Read, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lama.xlsx"
    path.write_bytes(book(("Posyandu", rows_of(ROWS, figures(ROWS, Way(nrr=2, weight="0.111"))))))
    assert main(["recount", str(path), "--json"]) == 0
    (sheet,) = json.loads(capsys.readouterr().out)["lembar"]
    assert (sheet["ikm"], sheet["cocok"], sheet["mutu"]) == (RIGHT, False, "B")
    assert sheet["cara"] == [["NRR dibulatkan dua desimal", "dikali 0,111, bukan 1/9"]]
    assert main(["recount", str(path)]) == 0
    assert "Langkah yang menyimpang: NRR dibulatkan dua desimal" in capsys.readouterr().out
    other = tmp_path / "lain.csv"
    other.write_text("Barang,Harga\nSapu,12000\nEmber,9000\n")
    assert main(["recount", str(other)]) == 2
