"""Sheets that look like answers and are none: averages per unit, and formulas that were never computed."""

from __future__ import annotations

import re

import duckdb

from skm_core.intake.collected import Findings
from skm_core.intake.reading import Reading
from skm_core.intake.scratch import run
from skm_core.intake.wording import letter

_AVERAGE = re.compile(r"[1-4][.,]\d*[1-9]\d*")


def is_recap(reading: Reading) -> bool:
    """True for a recap per unit: a third or more of its "answers" are averages such as 3,067."""
    n = sum(value.n for values in reading.values.values() for value in values)
    averages = [value for values in reading.values.values() for value in values if _AVERAGE.fullmatch(value.cell)]
    return bool(averages) and 3 * sum(value.n for value in averages) >= n


def report_uncomputed(cursor: duckdb.DuckDBPyConnection, reading: Reading, findings: Findings) -> None:
    """Refuse the file if a formula without value stands where an answer belongs: it would read as a blank."""
    meant = {column.index for column in reading.columns if column.target not in ("nomor", "pribadi", "diabaikan")}
    places = sorted(
        (row + 1, column)
        for row, column in reading.sheet.tak_terhitung
        if column in meant and row + 1 > reading.head.baris
    )
    if not places:
        return
    summary = {row for (row,) in run(cursor, "baris_ringkasan", tabel=reading.sheet.tabel)}
    places = [place for place in places if place[0] not in summary]
    if places:
        row, column = places[0]
        findings.add("RUMUS_TANPA_NILAI", lembar=reading.sheet.nama, baris=row, huruf=letter(column), n=len(places))
