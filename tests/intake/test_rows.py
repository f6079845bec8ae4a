"""Row numbers and column names are those of the spreadsheet; only respondents are rows."""

from __future__ import annotations

import pytest

from skm_core.intake import refused
from tests.intake import files
from tests.intake.conftest import Read, codes

CHOSEN = {"pengumpul": "kelurahan"}
HEAD = "periode,kelurahan,layanan," + ",".join(files.RULE)
GOOD = "2019-q2,Kapuk,posyandu,3,3,3,3,3,3,3,3,3"


def test_numbers_count_blank_lines_and_not_line_breaks_in_cells(read: Read) -> None:
    data = f'\n{HEAD},"Saran\ndan masukan"\n\n{GOOD},"satu\ndua\n\ntiga"\n,,,,,,,,,,,,\n\n'
    data += GOOD.replace("posyandu,3", "posyandu,7") + ",x\n"
    draft = read(data.encode(), **CHOSEN)
    assert [row["baris"] for row in draft.preview()] == [4]
    assert draft.preview()[0]["saran"] == "satu\ndua\n\ntiga"
    (finding,) = draft.temuan
    assert (finding.baris, finding.kolom, finding.nilai) == (7, "persyaratan", "7")
    assert draft.n_baris == 2


def test_header_text_is_shown_as_in_the_file(read: Read) -> None:
    rows = files.google_rows(files.forms((3,) * 9))
    rows[0][9] = "1.\u00a0Bagaimana pendapat Saudara tentang\nkesesuaian persyaratan pelayanan?"
    rows[1][9] = "entah"
    (finding,) = read(files.table(rows), **CHOSEN).temuan[-1:]
    assert finding.kolom == "1. Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan?"
    assert "kolom J" in finding.pesan


def test_short_rows_lose_nothing_and_are_accepted(read: Read) -> None:
    draft = read(f"{HEAD},saran\n{GOOD}\n{GOOD},bagus\n".encode(), **CHOSEN)
    assert draft.n_diterima == 2 and draft.temuan == ()


def test_a_long_row_may_be_shifted_and_is_refused(read: Read) -> None:
    data = f"{HEAD},saran\n{GOOD},baik, tetapi panas\n{GOOD},ok,,\n"
    draft = read(data.encode(), **CHOSEN)
    assert codes(draft) == ["SEL_BERLEBIH"] and draft.temuan[0].baris == 2
    assert (draft.n_diterima, draft.n_ditolak) == (1, 1)


def test_an_open_quote_refuses_the_file_where_rows_were_swallowed(read: Read) -> None:
    data = f'{HEAD},saran\n{GOOD},"tidak ditutup\n' + f"{GOOD},ok\n" * 5
    draft = read(data.encode(), **CHOSEN)
    assert codes(draft) == ["KUTIP_TIDAK_DITUTUP"] and draft.temuan[0].baris == 2


def test_prepared_empty_lines_are_no_respondents(read: Read) -> None:
    data = f"No,{HEAD}\n1,{GOOD}\n" + "".join(f"{n},,,,,,,,,,,,\n" for n in range(2, 51))
    draft = read(data.encode(), **CHOSEN)
    assert (draft.n_baris, draft.n_kosong, draft.temuan) == (1, 49, ())


def test_a_row_without_answers_is_refused(read: Read) -> None:
    draft = read(f"{HEAD}\n{GOOD}\n2019-q2,Kapuk,posyandu,,-,,,N/A,,,,\n".encode(), **CHOSEN)
    assert codes(draft) == ["TANPA_JAWABAN"] and draft.temuan[0].baris == 3


@pytest.mark.parametrize(
    "word", ["Jumlah", "TOTAL", "Rata-rata", "NRR / Unsur", "Σ Nilai", "IKM Unit Pelayanan", "Keterangan"]
)
def test_total_lines_of_a_plain_table_are_skipped(word: str, read: Read) -> None:
    data = f"No,{HEAD}\n1,{GOOD}\n2,{GOOD}\n{word},,,,3,3,3,3,3,3,3,3,3\n"
    draft = read(data.encode(), **CHOSEN)
    assert (draft.n_diterima, draft.n_ditolak, draft.n_ringkasan) == (2, 0, 1)


def test_an_answer_row_without_number_in_a_processing_sheet_is_asked_about(read: Read) -> None:
    book = files.processing_book(files.forms())
    sheet = book.active
    assert sheet is not None
    sheet["A8"] = None
    draft = read(files.xlsx(book), "a.xlsx", **CHOSEN)
    assert (draft.n_diterima, draft.n_ditolak) == (5, 1)
    (finding,) = [finding for finding in draft.temuan if finding.tingkat == "baris"]
    assert (finding.kode, finding.baris) == ("BARIS_TANPA_NOMOR", 8)
    ((row,),) = (sheet.baris for sheet in refused.of_draft(draft))
    assert row.baris == 8 and "nomor respondennya" in row.alasan


def test_column_numbers_under_the_header_are_no_respondent(read: Read) -> None:
    book = files.processing_book(files.forms(), repeat=False)
    sheet = book.active
    assert sheet is not None
    sheet.insert_rows(7)
    for n in range(1, 14):
        sheet.cell(7, n, n)
    draft = read(files.xlsx(book), "a.xlsx", **CHOSEN)
    assert (draft.n_diterima, draft.n_ditolak) == (6, 0)


def test_refused_rows_come_back_as_read_with_the_reason(read: Read) -> None:
    data = f"{HEAD}\n{GOOD}\n2019-q2,Kapuk,senam,3,3,3,3,3,3,3,9,3\n"
    (sheet,) = refused.of_draft(read(data.encode(), **CHOSEN))
    (row,) = sheet.baris
    cells = dict(zip(sheet.header, row.cells, strict=True))
    assert (row.baris, cells["layanan"], cells["pengaduan"]) == (3, "senam", "9")
    assert '"senam" tidak dikenal' in row.alasan and 'Kolom "pengaduan": jawaban "9" di luar skala' in row.alasan
    assert {sheet.header[index] for index in row.salah} == {"layanan", "pengaduan"}


def test_hundreds_of_findings_stay_cheap(read: Read) -> None:
    data = f"{HEAD}\n{GOOD}\n" + GOOD.replace("posyandu,3", "posyandu,8").replace("3\n", "3") + "\n"
    data += "\n".join([GOOD.replace("posyandu,3,3", "posyandu,3,salah")] * 2500) + "\n" + (GOOD + "\n") * 200_0
    draft = read(data.encode(), **CHOSEN)
    assert draft.jumlah_temuan["JAWABAN_TIDAK_DIKENAL"] == 2500
    assert len([finding for finding in draft.temuan if finding.kode == "JAWABAN_TIDAK_DIKENAL"]) == 1000
    assert (draft.n_ditolak, draft.n_diterima) == (2501, 2001)


def test_several_sheets_are_read_and_the_rest_is_named(read: Read) -> None:
    book = files.processing_book(files.forms())
    other = book.copy_worksheet(book.worksheets[0])
    other.title = "Lanjutan"
    note = book.create_sheet("Catatan")
    note.append(["Ini hanya catatan"])
    draft = read(files.xlsx(book), "a.xlsx", **CHOSEN)
    assert draft.n_diterima == 12
    assert [finding.lembar for finding in draft.temuan if finding.kode == "LEMBAR_DIABAIKAN"] == ["Catatan"]


def test_the_name_of_a_sheet_is_a_hint(read: Read) -> None:
    rows = [["JK", *files.RULE], *(["L", *(form.nilai[key] for key in files.RULE)] for form in files.forms())]
    draft = read(files.book_of(rows, "Kamal"), "a.xlsx", periode="2019-q2", layanan="ppsu")
    assert list(draft.counts["kelurahan"]) == ["31.73.06.1004"]
    assert 'nama lembar: "Kamal"' in next(f.pesan for f in draft.temuan if f.kode == "DARI_JUDUL")
