"""Undo, restore and history of unggahan. Undo flips a status; nothing is deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from skm_core import queries
from skm_core.errors import UploadStateError
from skm_core.store import Store


@dataclass(frozen=True, slots=True)
class Unggahan:
    """One upload as history shows it."""

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

    @property
    def aktif(self) -> bool:
        """True while its questionnaires count."""
        return self.status == "aktif"


def history(store: Store) -> tuple[Unggahan, ...]:
    """Every unggahan, newest first."""
    return tuple(
        Unggahan(**{**row, "periode": tuple(row["periode"]), "layanan": tuple(row["layanan"])})
        for row in queries.rows(store, "riwayat_unggahan")
    )


def undo(store: Store, unggahan_id: int, *, oleh: str) -> None:
    """Take an unggahan out of every figure, as one. Raises UploadStateError if unknown or already undone."""
    _flip(store, unggahan_id, before="aktif", after="dibatalkan", oleh=oleh)


def restore(store: Store, unggahan_id: int, *, oleh: str) -> None:
    """Bring an undone unggahan back.

    Raises UploadStateError if it is unknown, active, or if the same file is active again under another number.
    """
    _flip(store, unggahan_id, before="dibatalkan", after="aktif", oleh=oleh)


def _flip(store: Store, unggahan_id: int, *, before: str, after: str, oleh: str) -> None:
    with store.write() as cursor:
        found: Any = cursor.execute(
            "SELECT status, berkas_sha256 FROM unggahan WHERE unggahan_id = $1", [unggahan_id]
        ).fetchone()
        if found is None:
            raise UploadStateError(f"Unggahan {unggahan_id} tidak ada.")
        status, sha256 = found
        if status != before:
            raise UploadStateError(f"Unggahan {unggahan_id} sudah berstatus {status}.")
        if after == "aktif":
            twin = cursor.execute(
                "SELECT unggahan_id FROM unggahan WHERE berkas_sha256 = $1 AND status = 'aktif'", [sha256]
            ).fetchone()
            if twin:
                raise UploadStateError(
                    f"Berkas yang sama sudah aktif sebagai unggahan {twin[0]}; memulihkan keduanya akan "
                    "menghitung jawaban dua kali. Batalkan dahulu yang itu."
                )
        cursor.execute(
            "UPDATE unggahan SET status = $1, status_waktu = $2, status_oleh = $3 WHERE unggahan_id = $4",
            [after, datetime.now(UTC).replace(tzinfo=None), oleh, unggahan_id],
        )
