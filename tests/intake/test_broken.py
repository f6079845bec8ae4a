"""Broken and hostile files: one clear sentence, never an exception."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skm_core.intake import Options, package, prepare, raw, read_file, refused
from skm_core.intake.csv_text import fast_chunks, form, rows
from skm_core.intake.scratch import row_chunks
from skm_core.store import Store
from tests.intake import files
from tests.intake.conftest import Read, codes


def zipped(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return out.getvalue()


WORKBOOK = files.book_of(files.key_rows(files.forms()))
ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
BROKEN = {
    "kosong": (b"", "BERKAS_KOSONG"),
    "hanya spasi": (b" \r\n\t\n", "BERKAS_KOSONG"),
    "hanya BOM": (b"\xef\xbb\xbf", "BERKAS_KOSONG"),
    "hanya pemisah": (b",,,\n,,,\n", "BERKAS_KOSONG"),
    "PNG": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "BERKAS_BUKAN_TABEL"),
    "PDF": (b"%PDF-1.7\n1 0 obj\n", "BERKAS_BUKAN_TABEL"),
    "HTML dengan sel robek": (
        b"<html><table><tr><td>U1</td><td>U2</td></tr><tr><td>4</td><td&\x0f\x9b%>3</td></tr></table></html>",
        "BERKAS_RUSAK",
    ),
    "HTML tanpa tabel": (b"<html><p>Silakan masuk</p></html>", "BERKAS_BUKAN_TABEL"),
    "HTML lain": (b"<html><table><tr><td>U1</td></tr></table></html>", "TATA_LETAK_TIDAK_DIKENAL"),
    "XML": (b'\xef\xbb\xbf<?xml version="1.0"?><a/>', "BERKAS_BUKAN_TABEL"),
    "acak": (random.Random(1).randbytes(5000), "BERKAS_BUKAN_TABEL"),
    "terkunci": (ENCRYPTED, "BERKAS_TERKUNCI"),
    "OLE rusak": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "BERKAS_RUSAK"),
    "ZIP rusak": (b"PK\x03\x04 rusak", "BERKAS_RUSAK"),
    "ZIP biasa": (zipped("a.txt", b"halo"), "TATA_LETAK_TIDAK_DIKENAL"),
    "ZIP tanpa tabel": (zipped("a.jpg", b"halo"), "BERKAS_BUKAN_TABEL"),
    "ZIP dalam ZIP": (zipped("a.csv", zipped("a.csv", b"a,b")), "BERKAS_BUKAN_TABEL"),
    "XLSX terpotong": (WORKBOOK[: len(WORKBOOK) // 2], "BERKAS_RUSAK"),
    "XLSX tanpa ekor": (WORKBOOK[:-30], "BERKAS_RUSAK"),
    "satu kolom": (b"hanya satu kolom\nhalo\n", "TATA_LETAK_TIDAK_DIKENAL"),
    "hanya judul": (",".join(files.RULE).encode(), "TANPA_BARIS"),
    "tabel lain": (b"Nama barang,Harga,Stok\nSapu,12000,4\nEmber,25000,2\n", "TATA_LETAK_TIDAK_DIKENAL"),
    "terlalu lebar": (("a," * 1200).encode() + b"b\n" + b"1," * 1200 + b"2\n", "TERLALU_BANYAK_KOLOM"),
    "sel raksasa": (b'a,b\n"' + b"x" * 300_000 + b'",3\n', "KUTIP_TIDAK_DITUTUP"),
    "kutip terbuka": (b'a,b,c\n1,"2,3\n' + b"4,5,6\n" * 50_000, "KUTIP_TIDAK_DITUTUP"),
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("suffix", ["csv", "xlsx", "pdf"])
def test_one_clear_reason(name: str, suffix: str, read: Read) -> None:
    data, kode = BROKEN[name]
    draft = read(data, f"berkas.{suffix}", periode="2019-q2", layanan="pkk", kelurahan="Kapuk", pengumpul="kota")
    assert draft.refused and codes(draft) == [kode]
    assert draft.preview() == [] and refused.of_draft(draft) == ()


def test_the_name_does_not_matter_the_content_does(read: Read) -> None:
    assert read(WORKBOOK, "isi-excel.csv", pengumpul="kota").n_diterima == 6
    assert read(files.table(files.key_rows(files.forms())), "isi-csv.xlsx", pengumpul="kota").n_diterima == 6


def test_too_large(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "MAX_BYTES", 1000)
    assert codes(read(b"x" * 1001)) == ["BERKAS_TERLALU_BESAR"]


def test_a_zip_bomb_is_not_unpacked(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_UNPACKED", 10_000)
    assert codes(read(zipped("xl/workbook.xml", b"0" * 20_000), "a.xlsx")) == ["BERKAS_TERLALU_BESAR"]


def test_a_missing_file(tmp_path: Path, store: Store) -> None:
    draft = prepare(store, read_file(tmp_path / "tidak-ada.csv", "tidak-ada.csv"), Options())
    assert codes(draft) == ["BERKAS_TIDAK_TERBUKA"]


def test_formulas_and_markup_in_cells_are_only_text(read: Read) -> None:
    for text in ("=cmd|'/C calc'!A0", "<script>alert(1)</script>", "'; DROP TABLE kuesioner; --", "{0} {nilai}", "%s"):
        rows_ = files.key_rows(files.forms((3,) * 9, (3,) * 9, saran=text))
        rows_[2][7] = text
        draft = read(files.table(rows_), pengumpul="kota")
        assert draft.preview()[0]["saran"] == text and draft.temuan[0].nilai == text and draft.n_ditolak == 1


def test_hidden_sheets_are_named_and_not_read(read: Read) -> None:
    book = files.processing_book(files.forms())
    hidden = book.copy_worksheet(book.worksheets[0])
    hidden.title, hidden.sheet_state = "Lama", "hidden"
    draft = read(files.xlsx(book), "a.xlsx", pengumpul="kota")
    assert draft.n_diterima == 6
    assert [f.lembar for f in draft.temuan if f.kode == "LEMBAR_DIABAIKAN"] == ["Lama"]


def test_a_million_empty_rows_cost_nothing(read: Read) -> None:
    data = files.table(files.key_rows(files.forms())) + b",,,,,,,,,,,,,,,,\n" * 1_000_000
    assert read(data, pengumpul="kota").n_baris == 6


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.lists(st.text(alphabet='ab1 ,;"\n\r\té', max_size=5), max_size=5), max_size=8),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_the_fast_reader_reads_what_the_careful_one_reads(table: list[list[str]], delimiter: str, end: str) -> None:
    data = files.table(table, delimiter=delimiter, end=end)
    text = form(data)
    width = max((len(row) for row in rows(data, text)), default=0)
    if width:
        slow = [row for chunk in row_chunks(rows(data, text), width, frozenset()) for row in chunk.to_pylist()]
        fast = [row for chunk in fast_chunks(data, text, width, frozenset()) for row in chunk.to_pylist()]
        assert sorted(fast, key=lambda row: row["baris"]) == slow


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 2000), st.integers(0, 300))
def test_damaged_files_never_raise(noise: bytes, place: int, length: int) -> None:
    with Store() as store:
        from skm_core import reference

        reference.seed(store)
        for whole in (files.table(files.google_rows(files.forms())), WORKBOOK):
            damaged = whole[:place] + noise + whole[place + length :]
            draft = prepare(store, read_file(damaged, "rusak"), Options(pengumpul="kota", u8="sarana"))
            assert all(finding.pesan for finding in draft.temuan)
            assert draft.refused or draft.n_diterima > 0
