"""Rows that are the same in every cell: told, and on a person's word taken once."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from skm_core.intake.collected import Findings
from skm_core.intake.dates import SECOND_SQL
from skm_core.intake.reading import Reading
from skm_core.intake.scratch import run


def find_copies(cursor: duckdb.DuckDBPyConnection, readings: Sequence[Reading]) -> dict[str, list[int]]:
    """Scratch table of a sheet → its rows that repeat an earlier one in every cell but the running number.

    What repeats by itself (the same few answers on the same day) is no copy: it takes an age, a comment or the second
    in which the form was filled; where names or other personal cells were dropped on reading, only the second tells two
    people of one age from one person twice.
    """
    found: dict[str, set[int]] = {}
    for reading in readings:
        reading.shown.show(cursor)
        rows = run(cursor, "salinan", detik=SECOND_SQL, tanpa_nama=bool(reading.sheet.pribadi))
        found.setdefault(reading.sheet.tabel, set()).update(baris for (baris,) in rows)
    return {tabel: sorted(rows) for tabel, rows in found.items() if rows}


def skip_copies(cursor: duckdb.DuckDBPyConnection, readings: Sequence[Reading], findings: Findings) -> int:
    """Leave the copies out of every later step, and say how many; their number."""
    found = find_copies(cursor, readings)
    for reading in readings:
        if rows := found.get(reading.sheet.tabel):
            n = len(rows)
            table = {"tabel": [reading.label] * n, "baris": pa.array(rows, pa.int32()), "jenis": ["salinan"] * n}
            cursor.from_arrow(pa.table(table)).insert_into("lewati")
    for reading in {reading.sheet.tabel: reading for reading in readings}.values():
        if rows := found.get(reading.sheet.tabel):
            findings.add("KEMBAR_DILEWATI", lembar=reading.sheet.nama, baris=rows[0], n=len(rows))
    return sum(map(len, found.values()))
