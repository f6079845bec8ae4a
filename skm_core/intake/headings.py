"""What every column of an export is headed by, without the trimmings of the form service that wrote it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from skm_core.intake.header_row import Head
from skm_core.intake.headers import field
from skm_core.intake.sources import Source
from skm_core.intake.wording import words

_CODE = re.compile(r"([A-Za-z]\w*(?:\[[^\[\]]*\])*)\.\s+(\S.*)", re.DOTALL)
_CODED_ROW = re.compile(r"([A-Za-z]\w*)\[(?:[Ss][Qq]0*)?(\w+)\]")
_SEPARATORS = ("/", "%", "|", ":", ".", "-", "~")
_MEMBERS = 3
"""A group of questions holds at least so many columns."""
_NO_ROW = frozenset(["", "response", "respons", "tanggapan", "jawaban", "open ended response", "respons terbuka"])
"""Second headings of SurveyMonkey that add nothing to the question."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One column: `text` says what is asked, `group` what stands around it (group, array code, merged title)."""

    text: str
    group: str = ""


def two_rows(head: Head, rows: Sequence[Head], source: Source | None, labels: frozenset[str]) -> Head:
    """The header as it is, but for SurveyMonkey both rows as one: `Question [row]`, continued over blank cells.

    `labels` are answer words: as second heading they are choices of one question, not rows of a grid.
    """
    if source is None or source.heading != "dua_baris":
        return head
    top = next((row for row in rows if source.column(source.tanda[0], row.cells) is not None), head)
    below = next((row for row in rows if row.baris > top.baris), None)
    key = source.column(source.tanda[0], top.cells)
    if below is None or key is None or below.cells[key].strip():
        return Head(top.baris, _continued(top.cells))
    cells = []
    for question, row in zip(_continued(top.cells), below.cells, strict=True):
        plain_question = words(row) in _NO_ROW or words(row) in labels
        cells.append(question if plain_question else f"{question} [{row.strip()}]" if question else row)
    return Head(below.baris, tuple(cells))


def headings(head: Head, source: Source | None, above: Head | None) -> tuple[Heading, ...]:
    """One per column. `above` is a row of group titles over the header; each counts until the next one."""
    cells = _without_repetition_mark(head.cells)
    kind = source.heading if source else "biasa"
    found = tuple(_coded(cell) for cell in cells) if kind == "kode" else tuple(Heading(cell) for cell in cells)
    if kind == "grup":
        found = _ungrouped(cells)
    if above is None:
        return found
    titles = _continued(above.cells)
    return tuple(Heading(one.text, f"{title} {one.group}".strip()) for one, title in zip(found, titles, strict=True))


def _continued(cells: Sequence[str]) -> tuple[str, ...]:
    filled, last = [], ""
    for cell in cells:
        last = cell.strip() or last
        filled.append(last)
    return tuple(filled)


def _coded(cell: str) -> Heading:
    if found := _CODE.fullmatch(cell.strip()):
        return Heading(found.group(2), found.group(1))
    if found := _CODED_ROW.fullmatch(cell.strip()):
        row = found.group(2)
        return Heading(f"unsur {row}" if row.isdecimal() else row, found.group(1))
    return Heading(cell)


def _ungrouped(cells: Sequence[str]) -> tuple[Heading, ...]:
    """Group names taken off, by the one separator that explains most columns; nested groups too."""
    shared = {separator: _groups(cells, separator) for separator in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda separator: sum(shared[separator].values()))
    found = []
    for cell in cells:
        group, text = "", cell
        while best in text and text.split(best, 1)[0] in shared[best] and text.split(best, 1)[1].strip():
            first, text = text.split(best, 1)
            group = f"{group} {first}".strip()
            inner = [other.split(best, 1)[1] for other in cells if other.startswith(first + best)]
            shared[best] |= _groups(inner, best)
        if best in text and field(text) is None and field(rest := text.split(best, 1)[1]):
            group, text = f"{group} {text.split(best, 1)[0]}".strip(), rest  # a group of one question
        found.append(Heading(text, group))
    return tuple(found)


def _groups(cells: Sequence[str], separator: str) -> Counter[str]:
    firsts = Counter(cell.split(separator, 1)[0] for cell in cells if separator in cell)
    return Counter({first: n for first, n in firsts.items() if n >= _MEMBERS and len(first) <= 80})


def _without_repetition_mark(cells: Sequence[str]) -> tuple[str, ...]:
    """A number glued to a second heading of the same text (Microsoft: "Biaya2", pandas: "Biaya.1") taken off."""
    known = set(cells)
    found = []
    for cell in cells:
        bare = re.sub(r"\.?\d{1,2}$", "", cell)
        found.append(bare if bare != cell and len(words(bare)) > 3 and bare in known else cell)
    return tuple(found)
