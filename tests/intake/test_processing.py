"""Processing sheets as agencies keep them: many sheets, on their side, formulas never computed, recaps, real .xls."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.intake import files, sheets
from tests.intake.conftest import Read
from tests.intake.sheets import answers, book, figures, rows_of

ROWS = answers(12, blanks=2)
ITEMS = [f"b{n}" for n in range(1, 10)]
DATA = Path(__file__).parent / "data"


def sums(read: Read, data: bytes, name: str = "a.xlsx") -> list[tuple[int, int]]:
    """(answers, sum) of each item over the accepted rows."""
    draft = read(data, name, pengumpul="kota")
    assert not draft.refused, [one.pesan for one in draft.temuan]
    rows = draft.preview(1_000)
    by_item = [[row[key] for row in rows if row[key] is not None] for key in ITEMS]
    return [(len(values), sum(values)) for values in by_item]


def longhand(rows: sheets.Answers) -> list[tuple[int, int]]:
    """The same, counted from the answers in the order of the stored items (sarana before pengaduan)."""
    order = [files.RULE.index(key) for key in files.ASKED]
    columns = [[row[index] for row in rows if row[index] is not None] for index in order]
    return [(len(values), sum(value for value in values if value)) for values in columns]


def on_its_side(rows: sheets.Answers) -> list[list[object]]:
    """Unsur down, respondents across, totals at the right."""
    table: list[list[object]] = [
        ["PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN"],
        ["UNIT PELAYANAN : Posyandu Kelurahan Kapuk"],
        ["PERIODE : 2019-q2"],
        ["NO. URUT RESP.", *range(1, len(rows) + 1), "Jumlah", "NRR"],
    ]
    stated = figures(rows)
    assert stated.sums and stated.nrr
    for number, key in enumerate(files.RULE):
        cells = [row[number] for row in rows]
        table.append([files.OFFICIAL[key], *cells, stated.sums[number], stated.nrr[number]])
    return table


@pytest.mark.parametrize("write", [files.book_of, lambda rows: files.table(rows, delimiter=";")], ids=["xlsx", "csv"])
def test_a_sheet_on_its_side_is_turned(write: Callable[[list[list[object]]], bytes], read: Read) -> None:
    data = write(on_its_side(ROWS))
    assert sums(read, data) == longhand(ROWS)
    draft = read(data, "a.xlsx", pengumpul="kota")
    assert draft.n_diterima == len(ROWS)
    (turned,) = (one for one in draft.temuan if one.kode == "LEMBAR_DIPUTAR")
    assert "baris 4 dalam temuan adalah kolom A" in turned.pesan


def test_numbers_down_the_side_too(read: Read) -> None:
    table = [
        [f"U{n}" if row[0] in files.OFFICIAL.values() else row[0], *row[1:]]
        for n, row in enumerate(on_its_side(ROWS), -3)
    ]
    draft = read(files.book_of(table), "a.xlsx", pengumpul="kota", u8="pengaduan")
    assert draft.n_diterima == len(ROWS)


def test_one_sheet_for_each_layanan(read: Read) -> None:
    plain = [row for row in rows_of(ROWS, figures(ROWS)) if not str(row[0]).startswith("UNIT")]
    data = book(("Posyandu", plain), ("PKK", plain), ("Sampul", [["Rekap SKM"], ["Jakarta Barat", "2019"]]))
    draft = read(data, "a.xlsx", pengumpul="kota", kelurahan="Kapuk")
    assert not draft.refused, [one.pesan for one in draft.temuan]
    assert dict(draft.counts["layanan"]) == {"posyandu": len(ROWS), "pkk": len(ROWS)}
    assert [one.lembar for one in draft.temuan if one.kode == "LEMBAR_DIABAIKAN"] == ["Sampul"]


def with_formulas(change: Callable[[openpyxl.worksheet.worksheet.Worksheet], None]) -> bytes:
    made = openpyxl.load_workbook(io.BytesIO(book(("Posyandu", rows_of(ROWS, figures(ROWS))))))
    change(made.worksheets[0])
    return files.xlsx(made)


def test_formulas_that_were_never_computed_are_computed_here(read: Read) -> None:
    def change(page: openpyxl.worksheet.worksheet.Worksheet) -> None:
        for row in range(8, 7 + len(ROWS)):
            page[f"A{row}"] = f"=A{row - 1}+1"
        page["B7"], page["B8"] = "=1+2*(4-3)-1", "=$C$8"
        last = 6 + len(ROWS)
        for column in "BCDEFGHIJ":
            page[f"{column}{last + 1}"] = f"=SUM({column}7:{column}{last})"
            page[f"{column}{last + 2}"] = f"={column}{last + 1}/COUNT({column}7:{column}{last})"
            page[f"{column}{last + 3}"] = f"=ROUND({column}{last + 2},2)*0.111"
        page[f"K{last + 3}"] = f"=SUM(B{last + 3}:J{last + 3})"
        page[f"J{last + 4}"] = f"=K{last + 3}*25"

    rows = [list(row) for row in ROWS]
    rows[0][0], rows[1][0] = 2, rows[1][1]
    data = with_formulas(change)
    assert sums(read, data) == longhand(rows)
    (found,) = read(data, "a.xlsx", pengumpul="kota").hitungan
    assert "Langkah yang menyimpang: NRR dibulatkan dua desimal, lalu dikali 0,111, bukan 1/9." in found.kalimat


def test_an_answer_whose_formula_cannot_be_computed_refuses_the_file(read: Read) -> None:
    def change(page: openpyxl.worksheet.worksheet.Worksheet) -> None:
        page["C9"] = "=VLOOKUP(A9,Data!A:C,3,FALSE)"

    draft = read(with_formulas(change), "a.xlsx", pengumpul="kota")
    (found,) = (one for one in draft.temuan if one.tingkat == "berkas")
    assert found.kode == "RUMUS_TANPA_NILAI" and "Baris 9, kolom C" in found.pesan and "simpan" in found.pesan


def test_formulas_of_the_totals_that_cannot_be_computed_do_not_matter(read: Read) -> None:
    def change(page: openpyxl.worksheet.worksheet.Worksheet) -> None:
        page[f"B{7 + len(ROWS)}"] = '=SUMIF(A:A,">0",B:B)'

    draft = read(with_formulas(change), "a.xlsx", pengumpul="kota")
    assert draft.n_diterima == len(ROWS)
    assert f"Rumus di baris {7 + len(ROWS)} belum dihitung" in " ".join(draft.hitungan[0].kalimat)


def test_circular_and_absurd_formulas_end(read: Read) -> None:
    def change(page: openpyxl.worksheet.worksheet.Worksheet) -> None:
        page["L1"], page["M1"] = "=M1", "=L1"
        page["L2"] = "=" + "(" * 3_000 + "1" + ")" * 3_000
        page["L3"] = "=SUM(A1:XFD1048576)"
        page["L4"] = "=1/0"

    assert read(with_formulas(change), "a.xlsx", pengumpul="kota").n_diterima == len(ROWS)


def recap() -> list[list[object]]:
    """NRR instead of answers: one row per kelurahan."""
    return [
        ["REKAPITULASI NILAI SKM PER KELURAHAN"],
        ["No", "Kelurahan", "Jumlah responden", *(f"U{n}" for n in range(1, 10)), "IKM"],
        [1, "Kapuk", 100, 3.07, 3.12, 2.98, 4, 3.2, 3.11, 3.35, 3.4, 2.9, 80.86],
        [2, "Kalideres", 100, 3.17, 3.02, 2.9, 3.98, 3.25, 3.1, 3.3, 3.41, 2.95, 80.78],
    ]


def test_a_recap_beside_answers_is_named_and_left_out(read: Read) -> None:
    draft = read(book(("Posyandu", rows_of(ROWS, figures(ROWS))), ("Rekap", recap())), "a.xlsx", pengumpul="kota")
    assert draft.n_diterima == len(ROWS)
    (found,) = (one for one in draft.temuan if one.kode == "LEMBAR_DIABAIKAN")
    assert found.lembar == "Rekap" and "rekap tanpa data responden" in found.pesan


def test_totals_are_never_respondents_wherever_their_label_stands(read: Read) -> None:
    rows = rows_of(ROWS, figures(ROWS), extra=True)
    moved = [[None, row[0], *row[2:]] if str(row[0])[:3] in ("Σ N", "NRR", "IKM") else row for row in rows]
    assert sums(read, book(("Posyandu", moved))) == longhand(ROWS)


@pytest.mark.parametrize("name", ["lembar_pengolahan.xls", "lembar_pengolahan.ods", "lembar_pengolahan.xlsm"])
def test_files_written_by_an_office_program(name: str, read: Read) -> None:
    """See data/README.md for how they were made."""
    data = (DATA / name).read_bytes()
    rows = answers(12, blanks=2)
    assert sums(read, data, name) == longhand(rows)
    (found,) = read(data, name, pengumpul="kota").hitungan
    assert found.cocok is True
