"""Looks at the XML of one sheet of a workbook as bytes: how far its cells reach, what it hides, what is uncomputed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from skm_core.intake.refusal import RefusedError

CHUNK = 4 * 1024**2
MAX_ROWS = 1_048_576
MAX_AREA = 48_000_000
"""Cells in the rectangle of one sheet: about 1.5 GB while it is read."""
FORMULAS = 200_000

# no tag holds a "<", so a pattern that stops at one reads each byte once, whatever stands there
_WIDE = re.compile(rb"""r=["']([A-Za-z]{2,3})\d""")
_TALL = re.compile(rb"""r=["'](?:[A-Za-z]{1,3})?\d{6}""")
_TAG = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)>")
_PLACE = re.compile(rb"""\br\s*=\s*["']([^"']*)["']""")
_ROW = re.compile(rb"([1-9]\d{0,6})")
_CELL = re.compile(rb"([A-Za-z]{1,3})([1-9]\d{0,6})")
_FAR = re.compile(rb"""r=["'](?![A-Z]?[1-9]\d{0,4}["'])""")
"""A place beyond column Z or row 99999, or an unusual one: only then is it worth asking which of them."""
_UNUSUAL = re.compile(rb"""\br=["'](?!(?:[A-Za-z]{1,3})?[1-9]\d{0,5}["'])""")
"""A place that is no plain one of up to six digits: to be looked at closely."""
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\s[^<>]*?\bhidden\s*=\s*["'](?:1|true)["']""")
_HIDDEN_COLUMN = re.compile(rb"""<(?:\w+:)?col\s[^<>]*?\bhidden\s*=\s*["'](?:1|true)["'][^<>]*>""")
_FORMULA = re.compile(
    rb"""<(?:\w+:)?c\s+(?![^<>]*\bt="str")[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*>\s*"""
    rb"""<f(?:\s[^<>]*)?(?:/>|>([^<]*)</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>"""
)


@dataclass(slots=True)
class SheetFacts:
    """What the reader of workbooks does not tell: number of hidden rows and columns, and formulas without a value.

    `rumus`: (row, column, from 0) → formula that the program which wrote the file never computed.
    """

    n_baris_sembunyi: int = 0
    n_kolom_sembunyi: int = 0
    rumus: dict[tuple[int, int], str] = field(default_factory=dict)


def column_number(letters: str) -> int:
    """A → 0, XFD → 16383."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - 64
    return number - 1


def refuse_definitions(first: bytes) -> None:
    """A document type definition stands before the first element; its entities can grow without bound.

    Nor may a part be written in two bytes a letter, in which none of these checks would see anything.
    """
    if b"\0" in first[:256] or b"<!DOCTYPE" in first[:65536] or b"<!ENTITY" in first[:65536]:
        raise RefusedError("BERKAS_MENCURIGAKAN")


def sheet_facts(label: str, chunks: Callable[[], Iterator[bytes]]) -> SheetFacts:
    """What is hidden and uncomputed. Raises RefusedError if the filled cells span more than can be read.

    `chunks` gives the XML of the sheet from its beginning each time it is called.
    """
    facts, columns, tall, odd = SheetFacts(), 26, False, False
    for number, part in enumerate(_whole_cells(chunks())):
        if number == 0:
            refuse_definitions(part)
            facts.n_kolom_sembunyi = len(_HIDDEN_COLUMN.findall(part))
        odd = odd or _is_odd(part)
        if _FAR.search(part):
            columns = max(columns, *(column_number(letters.decode()) + 1 for letters in {*_WIDE.findall(part), b"A"}))
            tall = tall or _TALL.search(part) is not None
            odd = odd or _UNUSUAL.search(part) is not None
        if b"hidden" in part:
            facts.n_baris_sembunyi += len(_HIDDEN_ROW.findall(part))
        if b"<f" in part and len(facts.rumus) < FORMULAS:
            for letters, row, formula in _FORMULA.findall(part):
                facts.rumus[int(row) - 1, column_number(letters.decode())] = formula.decode("utf-8", "replace")
    if odd or columns * (MAX_ROWS if tall else 100_000) > MAX_AREA:  # perhaps: look at every cell, which takes longer
        rows, columns = _extent(_whole_cells(chunks()))
        if rows * columns > MAX_AREA:
            raise RefusedError("SEL_TERSEBAR", lembar=label)
    return facts


def _is_odd(part: bytes) -> bool:
    """True unless every cell is written the usual way, with its place first."""
    return part.count(b"<c") - part.count(b"<col") != part.count(b'<c r="') or b":c " in part or b":c>" in part


def _extent(parts: Iterator[bytes]) -> tuple[int, int]:
    """(rows, columns) of the rectangle from A1 to the furthest filled cell; a cell without a place follows the last.

    Raises RefusedError for a place that no program writes: the reader of workbooks would reserve memory up to it, and
    the whole program would end where there is not so much.
    """
    rows = columns = row = column = 0
    for part in parts:
        for tag in _TAG.finditer(part):
            attributes = tag[2]
            if attributes.count(b'"') % 2 or attributes.count(b"'") % 2:
                raise RefusedError("BERKAS_RUSAK")
            written = _PLACE.search(attributes)
            place = (_ROW if tag[1] == b"row" else _CELL).fullmatch(written[1]) if written else None
            if written and not place:
                raise RefusedError("BERKAS_RUSAK")
            if tag[1] == b"row":
                row, column = int(place[1]) if place else row + 1, 0
                continue
            column = column_number(place[1].decode()) + 1 if place else column + 1
            if not attributes.endswith(b"/") and not part.startswith(b"</", tag.end()):
                rows, columns = max(rows, int(place[2]) if place else row), max(columns, column)
    return rows, columns


def _whole_cells(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The chunks cut where a row ends, so that no cell is torn."""
    rest = b""
    for part in chunks:
        rest += part
        cut = max(rest.rfind(b"</row>") + 6, rest.rfind(b"</c>") + 4)
        if cut <= 6 and len(rest) > 2 * CHUNK:
            cut = rest.rfind(b">") + 1
            if not cut:
                raise RefusedError("BERKAS_MENCURIGAKAN")  # millions of letters without a single tag
        if cut > 6:
            yield rest[:cut]
            rest = rest[cut:]
    yield rest
