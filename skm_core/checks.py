"""Runs `sql/checks/*.sql`: every one must return no row, after every ingest and whenever somebody asks (`verify`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from skm_core.errors import StoreError
from skm_core.store import Store

CHECKS = Path(__file__).parent / "sql" / "checks"


@dataclass(frozen=True, slots=True)
class Offence:
    """One check that found something: its name, what a row of it means, and the offending rows."""

    check: str
    arti: str
    baris: tuple[dict[str, Any], ...]


def offences(cursor: duckdb.DuckDBPyConnection, unggahan_id: int | None = None) -> tuple[Offence, ...]:
    """Every check that returns rows, seen from inside the cursor's transaction. Empty = the database is sound.

    With `unggahan_id` the checks on single questionnaires look at that unggahan only: an ingest adds rows and changes
    none, so the others are as sound as before.
    """
    found = []
    for file in sorted(CHECKS.glob("*.sql")):
        sql = file.read_text(encoding="utf-8")
        scoped = {"unggahan_id": unggahan_id} if "$unggahan_id" in sql else None
        rows = (cursor.execute(sql, scoped) if scoped else cursor.execute(sql)).fetchall()
        if rows:
            columns = [column[0] for column in cursor.description or []]
            meaning = sql.splitlines()[0].removeprefix("-- ")
            found.append(Offence(file.stem, meaning, tuple(dict(zip(columns, row, strict=True)) for row in rows)))
    return tuple(found)


def require_sound(cursor: duckdb.DuckDBPyConnection, unggahan_id: int | None = None) -> None:
    """Raise StoreError naming the first check that fails; called before a write commits, so nothing unsound stays."""
    for offence in offences(cursor, unggahan_id):
        raise StoreError(f"checks/{offence.check}: {offence.arti}: {dict(offence.baris[0])}")


def verify(store: Store) -> tuple[Offence, ...]:
    """All checks on the stored data, in one snapshot."""
    with store.read() as cursor:
        return offences(cursor)
