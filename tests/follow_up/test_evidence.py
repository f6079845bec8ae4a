"""Evidence: links and files are checked by their content, kept, found again, and withdrawn without being lost."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from skm_core import checks, reference
from skm_core.errors import InvalidSettingError, UnknownKeyError
from skm_core.follow_up import add, attach_file, attach_link, history, item, read_file, withdraw
from skm_core.follow_up.evidence import MAX_BYTES, folder, mime
from skm_core.store import Store
from tests.follow_up.build import ITEM, saved

PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF"


@pytest.fixture
def filed(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "skm.duckdb") as store:
        reference.seed(store)
        yield store


def zipped(**files: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, text in files.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return stream.getvalue()


def test_a_file_is_kept_and_read_back(filed: Store) -> None:
    rtl = add(filed, ITEM, oleh="Siti")
    bukti = attach_file(filed, rtl.rtl_id, "Foto kotak saran.PDF", PDF, oleh="Siti")
    assert item(filed, rtl.rtl_id).bukti == (bukti,)
    assert (bukti.nama, bukti.ukuran, mime(bukti)) == ("Foto kotak saran.PDF", len(PDF), "application/pdf")
    assert read_file(filed, bukti) == PDF
    assert [path.name for path in folder(filed).iterdir()] == [f"{hashlib.sha256(PDF).hexdigest()}.pdf"]
    again = attach_file(filed, rtl.rtl_id, "../../sama.pdf", PDF, oleh="Siti")
    assert again.nama == "sama.pdf" and len(list(folder(filed).iterdir())) == 1
    assert checks.verify(filed) == ()


def test_a_workbook_is_told_by_its_content(filed: Store) -> None:
    rtl = add(filed, ITEM, oleh="Siti")
    data = saved(openpyxl.Workbook())
    assert read_file(filed, attach_file(filed, rtl.rtl_id, "daftar.xlsx", data, oleh="Siti")) == data


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("skrip.exe", b"MZ", "tidak dapat dipakai"),
        ("halaman.html", b"<script>", "tidak dapat dipakai"),
        ("tanpa akhiran", PDF, "tidak dapat dipakai"),
        ("gambar.png", PDF, "bukan PNG"),
        ("palsu.pdf", b"<html>", "bukan PDF"),
        ("palsu.docx", b"PK\x03\x04rusak", "bukan DOCX"),
        ("tabel.docx", zipped(xl__workbook_dot_xml="x"), "bukan DOCX"),
        ("makro.xlsx", zipped(xl__workbook_dot_xml="x", xl__vbaProject_dot_bin="x"), "bukan XLSX"),
        ("kosong.pdf", b"", "kosong"),
        ("besar.pdf", PDF + b" " * MAX_BYTES, "terlalu besar"),
    ],
)
def test_other_files_are_refused(filed: Store, name: str, data: bytes, message: str) -> None:
    rtl = add(filed, ITEM, oleh="Siti")
    with pytest.raises(InvalidSettingError, match=message):
        attach_file(filed, rtl.rtl_id, name, data, oleh="Siti")
    assert item(filed, rtl.rtl_id).bukti == () and not folder(filed).exists()


def test_a_lost_or_changed_file_is_said(filed: Store) -> None:
    rtl = add(filed, ITEM, oleh="Siti")
    bukti = attach_file(filed, rtl.rtl_id, "a.pdf", PDF, oleh="Siti")
    (folder(filed) / bukti.alamat).write_bytes(PDF + b"x")
    with pytest.raises(InvalidSettingError, match="hilang atau rusak"):
        read_file(filed, bukti)
    (folder(filed) / bukti.alamat).unlink()
    with pytest.raises(InvalidSettingError, match="hilang atau rusak"):
        read_file(filed, bukti)


def test_links(store: Store) -> None:
    rtl = add(store, ITEM, oleh="Siti")
    bukti = attach_link(store, rtl.rtl_id, " https://barat.jakarta.go.id/berita/1 ", oleh="Siti")
    assert (bukti.alamat, bukti.nama) == ("https://barat.jakarta.go.id/berita/1", "barat.jakarta.go.id")
    assert (
        attach_link(store, rtl.rtl_id, "http://x.id", nama=" Berita  posyandu ", oleh="Siti").nama == "Berita posyandu"
    )
    for wrong in ("", "barat.jakarta.go.id", "javascript:alert(1)", "https://", "file:///etc/passwd", "https://a\nb"):
        with pytest.raises(InvalidSettingError, match="alamat lengkap"):
            attach_link(store, rtl.rtl_id, wrong, oleh="Siti")
    with pytest.raises(InvalidSettingError, match="memori"):
        attach_file(store, rtl.rtl_id, "a.pdf", PDF, oleh="Siti")
    with pytest.raises(UnknownKeyError):
        attach_link(store, 99, "https://x.id", oleh="Siti")


def test_withdrawn_evidence_stays_in_the_history(store: Store) -> None:
    rtl = add(store, ITEM, oleh="Siti")
    bukti = attach_link(store, rtl.rtl_id, "https://x.id/salah", nama="salah", oleh="Siti")
    withdraw(store, bukti, oleh="Budi")
    assert item(store, rtl.rtl_id).bukti == ()
    told = [(one.oleh, one.sebelum, one.sesudah) for one in history(store, rtl.rtl_id) if one.kolom == "bukti"]
    assert told == [("Budi", "salah", None), ("Siti", None, "salah")]
    with pytest.raises(InvalidSettingError, match="sudah ditarik"):
        withdraw(store, bukti, oleh="Siti")
