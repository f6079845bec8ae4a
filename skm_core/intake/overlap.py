"""Which questionnaires of a draft the database holds already: unchanged, or with other content."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import duckdb

from skm_core.intake.collected import Findings
from skm_core.intake.draft import Changed, Draft
from skm_core.queries import statement
from skm_core.store import Store

BATCH = 100_000
SHOWN = 200
"""Changed questionnaires that are kept with their old and new content."""

FOUND = frozenset({"ISIAN_SERUPA"})
"""Codes of the findings of a comparison."""


@dataclass(frozen=True, slots=True)
class Met:
    """How many questionnaires of a draft are stored: filled in from this very file, unchanged, or otherwise."""

    n_terisi: int = 0
    n_sama: int = 0
    n_berubah: int = 0
    unggahan_id: int | None = None
    """The oldest unggahan they are stored in."""
    unggahan_nama: str = ""
    compared: bool = True
    """False where no key and no row of this file is stored, so that the rows can go straight in."""


def compared(store: Store, draft: Draft, findings: Findings) -> Draft:
    """The draft with the numbers of what is new, unchanged and changed, seen from the database as it is now.

    Without keys nothing is skipped: content that is stored already is a warning.
    """
    if draft.cursor is None:
        return draft
    with store.read() as cursor:
        met = meet(cursor, draft)
        changed = _changed(cursor) if met.n_berubah else ()
        _report_alike(cursor, draft, findings)
        for table in ("draf", "banding", "dikenal"):
            cursor.execute(f"DROP TABLE IF EXISTS temp.{table}")
    return replace(
        draft, n_terisi=met.n_terisi, n_sama=met.n_sama, n_berubah=met.n_berubah, perubahan=changed,
        unggahan_lama=met.unggahan_id,
    )  # fmt: skip


def _report_alike(cursor: duckdb.DuckDBPyConnection, draft: Draft, findings: Findings) -> None:
    """Warn where at least half of the questionnaires without a key are stored with the same content."""
    periode = list(draft.counts["periode"])
    stored = cursor.execute(statement("intake_tanpa_kunci"), {"periode": periode}).fetchone()
    if not stored or not stored[0]:
        return
    take_over(cursor, draft)
    values = {"periode": periode, "akar": _roots(cursor, draft)}
    found = cursor.execute(statement("intake_serupa"), values).fetchone()
    if found and 2 * found[1] >= found[2]:
        findings.add("ISIAN_SERUPA", unggahan_id=found[0], n=found[1], dari=found[2])


def _roots(cursor: duckdb.DuckDBPyConnection, draft: Draft) -> list[int]:
    """The unggahan whose rows are rows of this very file."""
    if draft.koreksi:
        return [draft.koreksi.unggahan_id]
    return [row[0] for row in cursor.execute(statement("intake_akar"), {"sha256": draft.sha256}).fetchall()]


def meet(cursor: duckdb.DuckDBPyConnection, draft: Draft) -> Met:
    """Compare inside the cursor's transaction. Leaves `banding`, `dikenal`, and `draf` where anything was compared."""
    roots = _roots(cursor, draft)
    if not roots and not _any_key(cursor, draft):
        cursor.execute(statement("intake_banding_kosong"))
        cursor.execute(statement("intake_dikenal_kosong"))
        return Met(compared=False)
    take_over(cursor, draft)
    cursor.execute(statement("intake_banding"), {"akar": roots, "sendiri": None})
    cursor.execute(statement("intake_dikenal"))
    found: Any = cursor.execute(statement("intake_banding_n")).fetchone()
    return Met(*found)


def take_over(cursor: duckdb.DuckDBPyConnection, draft: Draft) -> None:
    """Make the accepted rows of the draft the temporary table `draf` of the cursor."""
    assert draft.cursor is not None
    cursor.register("draf_dibaca", draft.cursor.execute(statement("intake_draf")).to_arrow_reader(BATCH))
    try:
        cursor.execute(statement("intake_draf_baru"))
    finally:
        cursor.unregister("draf_dibaca")


def _any_key(cursor: duckdb.DuckDBPyConnection, draft: Draft) -> bool:
    assert draft.cursor is not None
    cursor.register("kunci_draf", draft.cursor.execute(statement("intake_kunci_draf")).to_arrow_table())
    try:
        found = cursor.execute(statement("intake_bertemu")).fetchone()
    finally:
        cursor.unregister("kunci_draf")
    return bool(found and found[0])


def _changed(cursor: duckdb.DuckDBPyConnection) -> tuple[Changed, ...]:
    rows = cursor.execute(statement("intake_banding_perubahan"), {"n": SHOWN}).fetchall()
    return tuple(
        Changed(
            lembar,
            baris,
            layanan,
            unggahan_id,
            tuple((name, old[name], new[name]) for name in new if new[name] != old[name]),
        )
        for lembar, baris, layanan, unggahan_id, new, old in rows
    )
