"""A place that is written once, in a merged cell, holds for every row that the cell spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skm_core.intake.collected import Findings
from skm_core.intake.header_row import Head, find_header
from skm_core.intake.headers import field
from skm_core.intake.wording import letter

SPREAD = ("periode", "layanan", "kelurahan", "kecamatan", "kode_kelurahan", "pengumpul", "tanggal")
"""Columns in which a merged cell speaks for all its rows."""
SHOWN = 20
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0."""


def merged_filled(
    rows: Iterator[list[str]], areas: Sequence[Area], sheet: str | None, head: tuple[Head, ...], findings: Findings
) -> Iterator[list[str]]:
    """The rows, with a place or the like that is written once in a merged cell given to every row the cell spans.

    Answers are never spread: whether a merged 4 is one answer or several, nobody can tell.
    """
    header = find_header(head)
    if header is None:
        return rows
    wanted = {index for index, cell in enumerate(header.cells) if field(cell) in SPREAD}
    spans = [area for area in areas if area[0] >= header.baris and area[2] > area[0] and area[1] in wanted]
    if not spans:
        return rows
    for top, left, bottom, _ in spans[:SHOWN]:
        findings.add("SEL_GABUNGAN", lembar=sheet, baris=top + 1, akhir=bottom + 1, huruf=letter(left))
    findings.count("SEL_GABUNGAN", len(spans) - SHOWN)
    return _spread(rows, spans)


def _spread(rows: Iterator[list[str]], areas: Sequence[Area]) -> Iterator[list[str]]:
    starts: dict[int, list[tuple[int, int]]] = {}
    for top, left, bottom, _ in areas:
        starts.setdefault(top, []).append((left, bottom))
    live: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(rows):
        for column, (bottom, text) in list(live.items()):
            if number > bottom:
                del live[column]
            elif column < len(row) and not row[column].strip():
                row[column] = text
        for left, bottom in starts.get(number, ()):
            if left < len(row) and row[left].strip():
                live[left] = (bottom, row[left])
        yield row
