"""Evidence of follow-up: links, and files kept beside the database under the SHA-256 of their content."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path, PurePath
from urllib.parse import urlparse

from skm_core import queries
from skm_core.errors import InvalidSettingError
from skm_core.follow_up.item import Bukti
from skm_core.follow_up.plan import item
from skm_core.follow_up.recording import require_name
from skm_core.queries import statement
from skm_core.store import MEMORY, Store

MAX_BYTES = 10 * 1024 * 1024
MAX_LINK, MAX_NAME = 500, 120


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is taken: how its content begins, its media type."""

    mime: str
    fits: Callable[[bytes], bool]


def _office(part: str) -> Callable[[bytes], bool]:
    """True for a whole Office document with this part in it, and without macros."""

    def fits(data: bytes) -> bool:
        try:
            with zipfile.ZipFile(BytesIO(data)) as packed:
                names = packed.namelist()
        except (zipfile.BadZipFile, ValueError):
            return False
        return part in names and not any(name.lower().endswith("vbaproject.bin") for name in names)

    return fits


_OPEN_XML = "application/vnd.openxmlformats-officedocument"
KINDS = {
    "pdf": Kind("application/pdf", lambda data: data.startswith(b"%PDF-")),
    "jpg": Kind("image/jpeg", lambda data: data.startswith(b"\xff\xd8\xff")),
    "jpeg": Kind("image/jpeg", lambda data: data.startswith(b"\xff\xd8\xff")),
    "png": Kind("image/png", lambda data: data.startswith(b"\x89PNG\r\n\x1a\n")),
    "docx": Kind(f"{_OPEN_XML}.wordprocessingml.document", _office("word/document.xml")),
    "xlsx": Kind(f"{_OPEN_XML}.spreadsheetml.sheet", _office("xl/workbook.xml")),
    "pptx": Kind(f"{_OPEN_XML}.presentationml.presentation", _office("ppt/presentation.xml")),
}
"""Files that are taken, by the ending of their name."""


def attach_link(store: Store, rtl_id: int, alamat: str, *, nama: str = "", oleh: str) -> Bukti:
    """Add a link (http or https) as evidence. Raises InvalidSettingError or UnknownKeyError, storing nothing."""
    require_name(oleh)
    link = alamat.strip()
    parts = urlparse(link)
    if parts.scheme not in ("http", "https") or not parts.netloc or any(not letter.isprintable() for letter in link):
        raise InvalidSettingError(
            f'Tautan "{link[:80]}" harus berupa alamat lengkap, misalnya https://barat.jakarta.go.id/…'
        )
    if len(link) > MAX_LINK:
        raise InvalidSettingError(f"Tautan terlalu panjang (paling banyak {MAX_LINK} huruf).")
    return _store(store, rtl_id, "tautan", _name(nama) or parts.netloc, link, None, oleh)


def attach_file(store: Store, rtl_id: int, nama: str, data: bytes, *, oleh: str) -> Bukti:
    """Keep a file as evidence: PDF, JPG, PNG, DOCX, XLSX or PPTX of at most 10 MB, told by its content.

    Raises InvalidSettingError (Indonesian) for anything else, also for a database in memory, which keeps no files.
    """
    require_name(oleh)
    if store.path == MEMORY:
        raise InvalidSettingError("Basis data ini hanya ada di memori, sehingga tidak dapat menyimpan berkas bukti.")
    ending = PurePath(nama).suffix.lower().removeprefix(".")
    kind = KINDS.get(ending)
    allowed = "PDF, JPG, PNG, DOCX, XLSX, atau PPTX"
    if kind is None:
        raise InvalidSettingError(f'Berkas "{_name(nama)}" tidak dapat dipakai sebagai bukti. Pilih {allowed}.')
    if not data:
        raise InvalidSettingError(f'Berkas "{_name(nama)}" kosong.')
    if len(data) > MAX_BYTES:
        raise InvalidSettingError(
            f'Berkas "{_name(nama)}" terlalu besar (paling besar {MAX_BYTES // 1024**2} MB). Perkecil, atau simpan di '
            "tempat lain dan cantumkan tautannya."
        )
    if not kind.fits(data):
        raise InvalidSettingError(f'Isi berkas "{_name(nama)}" bukan {ending.upper()} yang utuh. Pilih {allowed}.')
    item(store, rtl_id)
    stored = f"{hashlib.sha256(data).hexdigest()}.{ending}"
    _write(folder(store) / stored, data)
    return _store(store, rtl_id, "berkas", _name(PurePath(nama).name), stored, len(data), oleh)


def withdraw(store: Store, bukti: Bukti, *, oleh: str) -> None:
    """Take evidence back: it is no longer shown, but stays stored. Raises InvalidSettingError if it already was."""
    require_name(oleh)
    values = {"bukti_id": bukti.bukti_id, "waktu": datetime.now(UTC).replace(tzinfo=None), "oleh": oleh.strip()}
    with store.write() as cursor:
        if not cursor.execute(statement("rtl_bukti_tarik"), values).fetchall():
            raise InvalidSettingError(f'Bukti "{bukti.nama}" sudah ditarik. Muat ulang halaman.')


def read_file(store: Store, bukti: Bukti) -> bytes:
    """The content of a stored file. Raises InvalidSettingError where it is gone or not what was stored."""
    path = folder(store) / bukti.alamat
    data = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(data).hexdigest() != path.stem:
        raise InvalidSettingError(
            f'Berkas bukti "{bukti.nama}" hilang atau rusak. Pulihkan folder bukti dari cadangan, atau unggah lagi.'
        )
    return data


def has_file(store: Store, bukti: Bukti) -> bool:
    """True if the stored file is there."""
    return (folder(store) / bukti.alamat).is_file()


def mime(bukti: Bukti) -> str:
    """Media type of a stored file."""
    return KINDS[bukti.alamat.rpartition(".")[2]].mime


def folder(store: Store) -> Path:
    """Where the files of a store lie: `bukti` beside the database file."""
    return Path(store.path).parent / "bukti"


def _write(target: Path, data: bytes) -> None:
    """Under a temporary name first, so that a file with the final name is always whole."""
    if target.is_file():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.{os.getpid()}.sementara")
    try:
        partial.write_bytes(data)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _name(text: str) -> str:
    tidy = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return tidy if len(tidy) <= MAX_NAME else f"…{tidy[-MAX_NAME + 1 :]}"


def _store(store: Store, rtl_id: int, jenis: str, nama: str, alamat: str, ukuran: int | None, oleh: str) -> Bukti:
    item(store, rtl_id)
    with store.write() as cursor:
        found = cursor.execute(statement("rtl_nomor")).fetchone()
        assert found
        values = {"bukti_id": int(found[1]), "rtl_id": rtl_id, "jenis": jenis, "nama": nama, "alamat": alamat}
        values |= {"ukuran": ukuran, "waktu": datetime.now(UTC).replace(tzinfo=None), "oleh": oleh.strip()}
        cursor.execute(statement("rtl_bukti_baru"), values)
    (row,) = [one for one in queries.rows(store, "rtl_bukti") if one["bukti_id"] == values["bukti_id"]]
    return Bukti(**row)
