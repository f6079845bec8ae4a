"""Periode whose results are fixed: what changes them needs a reason, and every event of an unggahan is written down."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import duckdb

from skm_core.errors import ClosedPeriodeError
from skm_core.queries import statement


def fixed(cursor: duckdb.DuckDBPyConnection, periode: Iterable[str]) -> dict[str, str]:
    """Code → name of those of these periode whose results are fixed."""
    return dict(cursor.execute(statement("periode_ditetapkan"), {"periode": list(periode)}).fetchall())


def require_reason(cursor: duckdb.DuckDBPyConnection, periode: Iterable[str], revisi: str) -> None:
    """Raise ClosedPeriodeError if the results of one of these periode are fixed and `revisi` gives no reason."""
    found = fixed(cursor, periode)
    if found and not revisi.strip():
        raise ClosedPeriodeError(
            f"Hasil periode {', '.join(found.values())} sudah ditetapkan. Perubahan hanya dapat dicatat sebagai "
            "revisi: tulis alasannya."
        )


def note_event(
    cursor: duckdb.DuckDBPyConnection, unggahan_id: int, when: datetime, oleh: str, peristiwa: str, revisi: str
) -> None:
    """Write down what happened to an unggahan (disimpan, dibatalkan, dipulihkan), by whom and when (UTC)."""
    values = {
        "unggahan_id": unggahan_id,
        "waktu": when,
        "oleh": oleh,
        "peristiwa": peristiwa,
        "revisi_alasan": revisi.strip() or None,
    }
    cursor.execute(statement("peristiwa_baru"), values)
