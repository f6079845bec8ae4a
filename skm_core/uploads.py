"""Undo, restore and history of unggahan. Undo flips a status; nothing is deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from skm_core import queries, registry
from skm_core.closing import note_event, require_reason
from skm_core.errors import UploadStateError
from skm_core.findings import CHOSEN
from skm_core.intake.archive import read_archive
from skm_core.intake.ingest import drop_temporary
from skm_core.intake.refused import joined, of_places, workbook
from skm_core.queries import statement
from skm_core.store import Store


@dataclass(frozen=True, slots=True)
class Unggahan:
    """One upload as history shows it.

    `n_ditolak` rows were refused, `n_diperbaiki` of them have been filled by corrections; `n_sama` and `n_berubah`
    were stored before and passed over, `n_diganti` replace older ones; `koreksi_dari`: the upload it mends;
    `revisi`: reasons given for changes after the results of a periode were fixed; `n_rekap`: lines of a recap without
    respondents, which nothing is counted from; `catatan`: sentences on cells read as a person said, and on copies left
    out.
    """

    unggahan_id: int
    waktu: datetime
    pengunggah: str
    berkas_nama: str
    berkas_sha256: str
    tata_letak: str
    n_diterima: int
    n_ditolak: int
    status: str
    status_waktu: datetime
    status_oleh: str
    periode: tuple[str, ...]
    layanan: tuple[str, ...]
    koreksi_dari: int | None
    n_sama: int
    n_berubah: int
    n_diganti: int
    n_diperbaiki: int
    revisi: tuple[str, ...]
    n_rekap: int
    catatan: tuple[str, ...]

    @property
    def aktif(self) -> bool:
        """True while its questionnaires count."""
        return self.status == "aktif"


def history(store: Store) -> tuple[Unggahan, ...]:
    """Every unggahan, newest first."""
    return tuple(
        Unggahan(**{**row, **{name: tuple(row[name]) for name in ("periode", "layanan", "revisi", "catatan")}})
        for row in queries.rows(store, "riwayat_unggahan", dipilih=list(CHOSEN))
    )


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to an upload: 'disimpan', 'dibatalkan' or 'dipulihkan'; when (UTC), by whom, and why.

    `revisi` is the reason where the results of its periode were fixed.
    """

    peristiwa: str
    waktu: datetime
    oleh: str
    revisi: str | None


def events(store: Store, unggahan_id: int) -> tuple[Event, ...]:
    """Everything that happened to an upload, oldest first."""
    return tuple(Event(**row) for row in queries.rows(store, "unggahan_peristiwa", unggahan_id=unggahan_id))


def undo(store: Store, unggahan_id: int, *, oleh: str, revisi: str = "") -> None:
    """Take an unggahan out of every figure, as one; questionnaires it had replaced count again.

    Raises UploadStateError if it is unknown or already undone, ClosedPeriodeError if the results of its periode are
    fixed and `revisi` gives no reason.
    """
    with store.write() as cursor:
        flip(cursor, unggahan_id, before="aktif", after="dibatalkan", oleh=oleh, revisi=revisi)


def restore(store: Store, unggahan_id: int, *, oleh: str, revisi: str = "") -> None:
    """Bring an undone unggahan back; what another active one holds meanwhile is not counted twice.

    Raises UploadStateError if it is unknown, active, or if all it holds is active under another number, and
    ClosedPeriodeError as `undo`.
    """
    with store.write() as cursor:
        flip(cursor, unggahan_id, before="dibatalkan", after="aktif", oleh=oleh, revisi=revisi)


def flip(
    cursor: duckdb.DuckDBPyConnection, unggahan_id: int, *, before: str, after: str, oleh: str, revisi: str
) -> None:
    """Change the status inside the cursor's transaction. Raises as `undo` and `restore`."""
    found: Any = cursor.execute(statement("unggahan_satu"), {"unggahan_id": unggahan_id}).fetchone()
    if found is None:
        raise UploadStateError(f"Unggahan {unggahan_id} tidak ada.")
    status, sha256, _, root = found
    if status != before:
        raise UploadStateError(f"Unggahan {unggahan_id} sudah berstatus {status}.")
    rounds = [
        code for (code,) in cursor.execute(statement("unggahan_periode"), {"unggahan_id": unggahan_id}).fetchall()
    ]
    require_reason(cursor, rounds, revisi)
    now = datetime.now(UTC).replace(tzinfo=None)
    values = {"status": after, "waktu": now, "oleh": oleh, "unggahan_id": unggahan_id}
    cursor.execute(statement("unggahan_status"), values)
    note_event(cursor, unggahan_id, now, oleh, "dipulihkan" if after == "aktif" else "dibatalkan", revisi)
    if after == "aktif":
        roots = [root, *(twin for (twin,) in cursor.execute(statement("intake_akar"), {"sha256": sha256}).fetchall())]
        cursor.execute(statement("unggahan_dibandingkan"), {"unggahan_id": unggahan_id})
        cursor.execute(statement("intake_banding"), {"akar": roots, "sendiri": unggahan_id})
        left, holder = cursor.execute(statement("unggahan_sisa")).fetchall()[0]
        if cursor.execute(statement("rekap_n"), {"unggahan_id": unggahan_id}).fetchall()[0][0]:
            left, holder = 0, next((twin for twin in roots if twin != unggahan_id), None)
        if not left and holder:
            raise UploadStateError(
                f"Semua isi unggahan {unggahan_id} sudah aktif dalam unggahan {holder}; memulihkan keduanya akan "
                "menghitung jawaban dua kali. Batalkan dahulu yang itu."
            )
        cursor.execute(statement("unggahan_mengalah"), {"unggahan_id": unggahan_id})
        drop_temporary(cursor)


def refused_workbook(store: Store, unggahan_id: int, archive_dir: Path | None = None) -> bytes:
    """The refused rows of an unggahan that no correction fills yet, as an XLSX to mend and upload again.

    Raises UploadStateError if it is unknown, if no row is left, or if its archive is not there.
    """
    source = queries.rows(store, "unggahan_satu", unggahan_id=unggahan_id)
    left = queries.rows(store, "unggahan_ditolak", unggahan_id=unggahan_id)
    if not source or not left:
        raise UploadStateError(f"Tidak ada baris ditolak yang masih terbuka dalam unggahan {unggahan_id}.")
    folder = archive_dir or Path(store.path).parent / "arsip"
    path = folder / f"{source[0]['berkas_sha256']}.parquet"
    if not path.exists():
        raise UploadStateError(f"Arsip unggahan {unggahan_id} tidak ada, jadi isi barisnya tidak dapat diunduh.")
    raw = read_archive(path, source[0]["berkas_nama"])
    try:
        reasons = joined((row["lembar"], row["baris"], row["alasan"]) for row in left)
        texts = [item.teks for one in registry.instrumen(store).values() for item in one.butir]
        return workbook(of_places(raw, reasons, texts))
    finally:
        raw.close()
