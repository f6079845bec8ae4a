"""Writes the clean rows of every sheet of a file: what each cell means, first decided over all sheets together."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from skm_core.intake import answers
from skm_core.intake.clean import report_rows, write_contexts, write_rows
from skm_core.intake.collected import Findings
from skm_core.intake.context import Context
from skm_core.intake.evidence import Evidence
from skm_core.intake.mapping.against import report_direction
from skm_core.intake.meanings import Meanings
from skm_core.intake.misspelt import Read
from skm_core.intake.raw import RawFile
from skm_core.intake.reading import Reading
from skm_core.intake.scratch import run
from skm_core.intake.vocabulary import Vocabulary


def write_sheets(
    cursor: duckdb.DuckDBPyConnection,
    raw: RawFile,
    readings: Sequence[Reading],
    contexts: Sequence[Sequence[Context]],
    words: Vocabulary,
    anggap: Read,
    known: Evidence,
    findings: Findings,
) -> dict[tuple[str, int], str]:
    """Write the clean rows of every sheet, with the findings of their cells and rows.

    Returns (item column, 1 to 4) → how the file words that answer, where it does.
    """
    told: dict[tuple[str, int], str] = {}
    sets = [
        {item.kolom: answers.label_sets(item, words.label_set) for item, _ in reading.items.kolom.values()}
        for reading in readings
    ]
    used = answers.habits(
        answers.best_sets(
            [*reading.values.get(item, []), *answers.read(known.get((reading.label, item), {}).items())], allowed
        )
        for reading, own in zip(readings, sets, strict=True)
        for item, allowed in own.items()
    )
    for reading, own_sets, own in zip(readings, sets, contexts, strict=True):
        reading.shown.show(cursor)
        meanings = Meanings(cursor, reading, findings, anggap, known)
        meanings.answers(own_sets, used)
        meanings.profile()
        meanings.write()
        told = meanings.words | told
        write_contexts(cursor, own)
        write_rows(cursor, reading, raw.sha256)
        report_rows(cursor, reading, own, findings)
        if reading.dipetakan:
            report_direction(cursor, reading, findings)
    for lembar in {reading.sheet.nama for reading in readings if reading.blok and reading.column("saran")}:
        run(cursor, "saran_sekali", lembar=lembar)
    return told
