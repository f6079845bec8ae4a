"""Refused rows come back as a workbook; mended, they fill exactly the rows they came from, once."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from skm_core import checks, uploads
from skm_core.errors import UploadStateError
from skm_core.intake import Draft, Options, Receipt, ingest, prepare, read_file, refused
from skm_core.intake.headers import KEY, REASON
from skm_core.store import Store
from tests.intake import files

CHOSEN = Options(periode="2019-q2", layanan="posyandu", pengumpul="kelurahan")


def google(n: int = 12, bad: tuple[int, ...] = (3, 6, 9)) -> list[list[object]]:
    """A form's export: header in row 1, answers from row 2 on; the rows named by their number are wrong."""
    rows: list[list[object]] = [["Cap waktu", "Nama lengkap", "Kelurahan", *files.QUESTIONS.values(), "Saran"]]
    for number in range(2, n + 2):
        labels: list[object] = [files.LABELS[key][2] for key in files.ASKED]
        if number in bad:
            labels[1] = "Lumayan"
        rows.append([f"24/04/2019 9.15.{number:02d}", f"Warga {number}", "Kapuk", *labels, "=1+1"])
    return rows


def read(store: Store, data: bytes, name: str, options: Options = CHOSEN) -> Draft:
    draft = prepare(store, read_file(data, name), options)
    assert not draft.refused, [finding.pesan for finding in draft.temuan]
    return draft


def put(store: Store, draft: Draft, folder: Path | None = None) -> Receipt:
    return ingest(store, draft, pengunggah="Siti", archive_dir=folder)


def mended(data: bytes, *rows: int, label: str = "Mudah") -> bytes:
    """The workbook with the faulty answer of these of its rows put right, as a person would."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book:
        header = [cell.value for cell in sheet[1]]
        column = header.index(files.QUESTIONS["prosedur"]) + 1
        for row in rows:
            sheet.cell(row, column, label)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def places(store: Store) -> list[tuple[int, int]]:
    return [tuple(row) for row in store.fetch("SELECT unggahan_id, baris FROM kuesioner_aktif ORDER BY baris")[1]]


def test_the_workbook_has_the_columns_of_the_file_and_the_reason(store: Store) -> None:
    draft = read(store, files.table(google()), "google.csv")
    book = openpyxl.load_workbook(io.BytesIO(refused.workbook(refused.of_draft(draft))))
    (sheet,) = book.worksheets
    header, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert header == ["Cap waktu", "Kelurahan", *files.QUESTIONS.values(), "Saran", REASON, KEY], "no personal column"
    assert [row[0] for row in rows] == ["24/04/2019 9.15.03", "24/04/2019 9.15.06", "24/04/2019 9.15.09"]
    assert rows[0][3] == "Lumayan" and rows[0][-2].startswith(f'Kolom "{files.QUESTIONS["prosedur"]}": jawaban')
    assert sheet.column_dimensions[sheet.cell(1, len(header)).column_letter].hidden
    saran = sheet.cell(2, header.index("Saran") + 1)
    assert (saran.value, saran.data_type) == ("=1+1", "s"), "a cell that looks like a formula is a text"


def test_a_phone_number_in_a_comment_is_masked_before_and_after_saving(store: Store, tmp_path: Path) -> None:
    rows = google()
    rows[2][-1] = "Petugas baik, hub 081234567890"
    draft = read(store, files.table(rows), "google.csv")
    before = refused.workbook(refused.of_draft(draft))
    after = uploads.refused_workbook(store, put(store, draft, tmp_path).unggahan_id, tmp_path)
    for data in (before, after):
        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        assert [cell.value for cell in sheet[2]][-3] == "Petugas baik, hub [disamarkan]"
        assert b"081234567890" not in b"".join(_parts(data))


def test_our_own_hidden_key_is_no_reason_for_a_warning(store: Store, tmp_path: Path) -> None:
    first = put(store, read(store, files.table(google()), "google.csv"), tmp_path)
    sheet = mended(uploads.refused_workbook(store, first.unggahan_id, tmp_path), 2, 3)
    assert "SEL_TERSEMBUNYI" not in read(store, sheet, "ditolak.xlsx", Options()).jumlah_temuan
    book = openpyxl.load_workbook(io.BytesIO(sheet))
    book.worksheets[0].column_dimensions["A"].hidden = True
    (found,) = (
        one for one in read(store, files.xlsx(book), "ditolak.xlsx", Options()).temuan if one.kode == "SEL_TERSEMBUNYI"
    )
    assert "menyembunyikan 1 kolom." in found.pesan, "what a person hid is still told, and no '0 baris dan'"


def test_mended_rows_fill_exactly_the_refused_ones(store: Store, tmp_path: Path) -> None:
    first = put(store, read(store, files.table(google()), "google.csv"), tmp_path)
    assert (first.n_diterima, first.n_ditolak) == (9, 3)
    sheet = uploads.refused_workbook(store, first.unggahan_id, tmp_path)
    assert sheet[:2] == b"PK" and b"Warga" not in b"".join(_parts(sheet))
    header = [cell.value for cell in openpyxl.load_workbook(io.BytesIO(sheet)).worksheets[0][1]]
    assert header == ["Cap waktu", "Kelurahan", *files.QUESTIONS.values(), "Saran", REASON, KEY]

    draft = read(store, mended(sheet, 2, 3), "ditolak.xlsx", Options())
    assert draft.koreksi and draft.koreksi.unggahan_id == first.unggahan_id
    assert (draft.n_baru, draft.n_ditolak, draft.options.layanan) == (2, 1, "posyandu")
    again = refused.workbook(refused.of_draft(draft))
    second = put(store, draft, tmp_path)
    assert second.n_diterima == 2
    assert places(store) == [(1, 2), (2, 3), (1, 4), (1, 5), (2, 6), *((1, n) for n in (7, 8, 10, 11, 12, 13))]

    (correction, source) = uploads.history(store)
    assert (correction.koreksi_dari, source.n_ditolak, source.n_diperbaiki) == (1, 3, 2)

    third = put(store, read(store, mended(again, 2), "lagi.xlsx", Options()), tmp_path)
    assert third.n_diterima == 1 and places(store)[7] == (3, 9)
    with pytest.raises(UploadStateError, match="Tidak ada baris ditolak"):
        uploads.refused_workbook(store, 1, tmp_path)
    assert not checks.verify(store)


def test_a_mended_row_that_equals_another_of_its_file_is_an_answer_of_its_own(store: Store, tmp_path: Path) -> None:
    rows = google()
    for row in rows[1:]:
        row[0] = "24/04/2019 9.15.30"
    put(store, read(store, files.table(rows), "google.csv"), tmp_path)
    sheet = mended(uploads.refused_workbook(store, 1, tmp_path), 2, 3, 4)
    assert put(store, read(store, sheet, "ditolak.xlsx", Options()), tmp_path).n_diterima == 3
    assert len(places(store)) == 12


def test_a_filled_row_is_not_filled_twice(store: Store, tmp_path: Path) -> None:
    put(store, read(store, files.table(google()), "google.csv"), tmp_path)
    sheet = uploads.refused_workbook(store, 1, tmp_path)
    put(store, read(store, mended(sheet, 2), "a.xlsx", Options()), tmp_path)
    draft = read(store, mended(sheet, 2, 3, 4, label="Sangat mudah"), "b.xlsx", Options())
    assert (draft.n_baru, draft.n_terisi) == (2, 1)
    assert put(store, draft, tmp_path).n_diterima == 2
    _, rows = store.fetch("SELECT baris, b2 FROM kuesioner_aktif WHERE unggahan_id > 1 ORDER BY baris")
    assert rows == [(3, 3), (6, 4), (9, 4)], "the first correction of row 3 stays"
    nothing = put(store, read(store, mended(sheet, 2, 3, 4), "c.xlsx", Options()), tmp_path)
    assert nothing.n_diterima == 0 and [finding.kode for finding in nothing.temuan] == ["TIDAK_ADA_YANG_BARU"]
    uploads.undo(store, 2, oleh="Siti")
    assert (3, 2) not in places(store) and len(places(store)) == 11
    put(store, read(store, mended(sheet, 2), "d.xlsx", Options()), tmp_path)
    with pytest.raises(UploadStateError, match="dua kali"):
        uploads.restore(store, 2, oleh="Siti")
    assert len(places(store)) == 12 and not checks.verify(store)


def test_rows_that_were_not_refused_do_not_come_in_by_a_correction(store: Store, tmp_path: Path) -> None:
    put(store, read(store, files.table(google()), "google.csv"), tmp_path)
    book = openpyxl.load_workbook(io.BytesIO(mended(uploads.refused_workbook(store, 1, tmp_path), 2, 3, 4)))
    sheet = book.worksheets[0]
    sheet.append([cell.value for cell in sheet[2]][:-1])
    forged = [cell.value for cell in sheet[2]]
    forged[-1] = str(forged[-1]).replace(":3:", ":2:")
    sheet.append(forged)
    out = io.BytesIO()
    book.save(out)
    draft = read(store, out.getvalue(), "tambah.xlsx", Options())
    assert (draft.n_baru, draft.n_ditolak) == (3, 2)
    assert [one.baris for one in draft.temuan if one.kode == "BUKAN_BARIS_KOREKSI"] == [5, 6]


def test_a_correction_of_an_undone_upload_waits_for_its_return(store: Store, tmp_path: Path) -> None:
    put(store, read(store, files.table(google()), "google.csv"), tmp_path)
    sheet = mended(uploads.refused_workbook(store, 1, tmp_path), 2, 3, 4)
    uploads.undo(store, 1, oleh="Siti")
    draft = prepare(store, read_file(sheet, "ditolak.xlsx"), Options())
    assert draft.refused and "Pulihkan dahulu" in draft.temuan[0].pesan
    uploads.restore(store, 1, oleh="Siti")
    assert put(store, read(store, sheet, "ditolak.xlsx", Options()), tmp_path).n_diterima == 3


def test_a_processing_sheet_keeps_its_titles_so_nothing_is_asked_again(store: Store, tmp_path: Path) -> None:
    book = files.processing_book(files.forms())
    sheet = book.active
    assert sheet is not None
    sheet.cell(7, 6, 7)
    options = Options(pengumpul="kelurahan", u8="pengaduan")
    draft = prepare(store, read_file(files.xlsx(book), "pengolahan.xlsx"), options)
    assert not draft.refused and draft.n_ditolak == 1
    put(store, draft, tmp_path)
    back = openpyxl.load_workbook(io.BytesIO(uploads.refused_workbook(store, 1, tmp_path)))
    assert back.sheetnames == book.sheetnames
    page = back.worksheets[0]
    (line,) = [cell.row for row in page.iter_rows() for cell in row if cell.value == 7]
    page.cell(line, 6, 4)
    out = io.BytesIO()
    back.save(out)
    mending = read(store, out.getvalue(), "ditolak.xlsx", Options())
    assert (mending.n_baru, mending.n_ditolak) == (1, 0)
    put(store, mending, tmp_path)
    _, rows = store.fetch("SELECT baris, layanan_kode, wilayah_kode FROM kuesioner WHERE unggahan_id = 2")
    assert rows == store.fetch("SELECT 7, layanan_kode, wilayah_kode FROM kuesioner WHERE unggahan_id = 1 LIMIT 1")[1]


def _parts(book: bytes) -> list[bytes]:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        return [parts.read(name) for name in parts.namelist()]
