"""Finds a column that holds kelurahan though its header does not say that they are the places judged."""

from __future__ import annotations

import duckdb

from skm_core.intake.choices import PLACE_FIELDS
from skm_core.intake.collected import Findings
from skm_core.intake.headers import IGNORED
from skm_core.intake.mapping.contents import content, field_of
from skm_core.intake.places import KELURAHAN, Gazetteer, find_place
from skm_core.intake.reading import Reading
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import words


def report_likely_place(
    cursor: duckdb.DuckDBPyConnection, reading: Reading, vocabulary: Vocabulary, places: Gazetteer, findings: Findings
) -> None:
    """Name the unused columns of which nine of ten cells are kelurahan, where no column gives the place.

    Half of them are enough under a heading that says so ("Kelurahan Anda"): the others may be misspelt.
    """
    if any(reading.column(name) for name in PLACE_FIELDS):
        return
    for column in reading.columns:
        if column.target != IGNORED:
            continue
        held = content(cursor, reading.sheet, reading.head, column.index)
        known = sum(n for cell, n in held.nilai if find_place(places, cell, None, None).kode)
        says_so = KELURAHAN in words(column.header).split() and 2 * known >= held.n
        if held.n and (says_so or field_of(held, vocabulary, places) == KELURAHAN):
            findings.add(
                "KOLOM_TAMPAK_KELURAHAN",
                lembar=reading.sheet.nama,
                baris=reading.head.baris,
                kolom=column.header,
                huruf=column.letter,
                contoh=", ".join(held.contoh),
            )
