"""One sheet as it is looked at: its header, where it comes from, and what every heading says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import duckdb

from skm_core.intake.blocks import mentions, services_in
from skm_core.intake.dates import NO_DATE, look_like_dates
from skm_core.intake.header_row import Head, find_header
from skm_core.intake.headers import field
from skm_core.intake.headings import Heading, headings, two_rows
from skm_core.intake.raw import Sheet
from skm_core.intake.sources import Source, source_of
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import words


@dataclass(frozen=True, slots=True)
class View:
    """Header, rows above it, the form service, and per column its heading.

    `askable` has blank headings for columns that cannot be items; `fields`: what a column is besides an item, best
    first where several are of one kind.
    """

    sheet: Sheet
    head: Head
    above: tuple[Head, ...]
    source: Source | None
    askable: tuple[Heading, ...]
    fields: Mapping[int, str]

    @property
    def finished(self) -> int | None:
        """The column that is blank in responses begun and not sent."""
        return self._column(self.source.selesai) if self.source else None

    @property
    def utc(self) -> int | None:
        """The column of dates in UTC."""
        return self._column(self.source.utc) if self.source else None

    def key_columns(self, cursor: duckdb.DuckDBPyConnection) -> tuple[int, ...]:
        """The columns that together name a response; none if the form service writes no key.

        A date that LimeSurvey writes where it keeps none is no part of a key.
        """
        if self.source is None:
            return ()
        found = [self._column(pattern) for pattern in self.source.kunci_jawaban]
        columns = [index for index in found if index is not None and index not in self.sheet.pribadi]
        if not columns or found[0] is None:
            return ()
        table = cursor.table(self.sheet.tabel)
        none = [i for i in columns if table.filter(f"starts_with(k{i + 1}, '{NO_DATE}')").limit(1).fetchall()]
        return tuple(index for index in columns if index not in none)

    def _column(self, pattern: str | None) -> int | None:
        return self.source.column(pattern, self.head.cells) if self.source and pattern else None


def look_at(sheet: Sheet, vocabulary: Vocabulary) -> View | None:
    """The sheet with its header told; None if no row looks like a header."""
    head = find_header(sheet.head, [item.teks for one in vocabulary.instrumen.values() for item in one.butir])
    if head is None:
        return None
    top = next((row for row in sheet.head if row.baris <= head.baris and source_of(row.cells)), head)
    source = source_of(top.cells)
    labels = {words(label) for one in vocabulary.label_set for label in one.nilai}
    labels |= {words(label) for one in vocabulary.instrumen.values() for item in one.butir for label in item.label}
    head = two_rows(head, sheet.head, source, frozenset(labels))
    above = tuple(row for row in sheet.head if row.baris < head.baris)
    found = headings(head, source, _group_titles(head, above, vocabulary))
    timed = _timed(sheet, head)
    own = {i: target for i, cell in enumerate(head.cells) if source and (target := source.meaning(cell))}
    own = {i: target for i, target in own.items() if target != "tanggal" or i in timed or not _answers(sheet, head, i)}
    askable = tuple(Heading("") if i in own or i in timed else one for i, one in enumerate(found))
    return View(sheet, head, above, source, askable, _fields(head, found, source, own, timed))


def _fields(
    head: Head, found: Sequence[Heading], source: Source | None, own: Mapping[int, str], timed: Sequence[int]
) -> dict[int, str]:
    fields = {i: target for i, one in enumerate(found) if i not in own and (target := field(one.text))}
    if "tanggal" not in fields.values() and "tanggal" not in own.values():
        fields |= {index: "tanggal" for index in timed if index not in fields}
    dates = [source.column(pattern, head.cells) for pattern in source.tanggal] if source else []
    ordered = [index for index in dates if index is not None and own.get(index) == "tanggal"]
    return fields | dict.fromkeys(ordered, "tanggal") | {i: t for i, t in own.items() if i not in ordered}


def _group_titles(head: Head, above: Sequence[Head], vocabulary: Vocabulary) -> Head | None:
    """The row right over the header that names several services, such as merged titles over the unsur."""
    pattern = mentions(vocabulary)
    for row in reversed(above):
        if head.baris - row.baris > 2:
            return None
        named = (services_in(cell, pattern, vocabulary) for cell in row.cells)
        if len(frozenset().union(*(found for found in named if len(found) == 1))) > 1:
            return row
    return None


def _answers(sheet: Sheet, head: Head, index: int) -> bool:
    """True for "Waktu penyelesaian" over answers: the unsur, not the time at which the form was sent."""
    cells = [row.cells[index] for row in sheet.head if row.baris > head.baris and row.cells[index]]
    return "waktu" in words(head.cells[index]).split() and bool(cells)


def _timed(sheet: Sheet, head: Head) -> list[int]:
    """Columns headed "Waktu" and the like that hold dates or times, so that they are not the unsur waktu."""
    below = [row.cells for row in sheet.head if row.baris > head.baris]
    return [
        index
        for index, header in enumerate(head.cells)
        if "waktu" in words(header).split() and look_like_dates(row[index] for row in below)
    ]
