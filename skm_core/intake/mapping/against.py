"""Findings of a mapped sheet: scales that are no four-point ones, and columns that run against all others."""

from __future__ import annotations

from decimal import Decimal

import duckdb

from skm_core.intake.collected import Findings
from skm_core.intake.mapping.scale import problems
from skm_core.intake.reading import Reading
from skm_core.intake.scratch import ITEMS, run
from skm_core.intake.vocabulary import Vocabulary
from skm_core.writing import angka

OPPOSED = -0.3
"""Correlation with the mean of the other answers below which a column seems to be turned round."""
MIN_FORMS = 30


def report_steps(reading: Reading, vocabulary: Vocabulary, findings: Findings) -> None:
    """A mapping that squeezes a longer scale into four refuses the file."""
    for one in problems(reading, vocabulary):
        if one.salah:
            findings.add("PEMETAAN_SALAH", lembar=reading.sheet.nama, pemetaan="Pemetaan kolom", alasan=one.pesan)


def report_direction(cursor: duckdb.DuckDBPyConnection, reading: Reading, findings: Findings) -> None:
    """A warning per column whose answers run against those of all others; needs 30 accepted forms and 3 columns."""
    if sum(value.n for value in next(iter(reading.values.values()), [])) < MIN_FORMS or len(reading.values) < 3:
        return
    for name, found in zip(ITEMS, run(cursor, "arah", lembar=reading.sheet.nama)[0], strict=True):
        column = reading.column(name)
        if column and found is not None and found < OPPOSED:
            shown = angka(Decimal(f"{found:.2f}"))
            findings.add("ARAH_BERLAWANAN", lembar=column.lembar, kolom=column.header, nilai=shown, huruf=column.letter)
