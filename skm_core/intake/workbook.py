"""Reads XLSX, XLS and ODS through python-calamine; cells come as text, the way a person sees them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from skm_core.intake.formulas import Formulas
from skm_core.intake.sheet_scan import SheetFacts

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = ("EncryptedPackage".encode("utf-16-le"), "EncryptionInfo".encode("utf-16-le"))

Cell = int | float | str | bool | time | date | datetime | object


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One worksheet: its name, whether a person can see it, its rows from row 1 on, and what the reader left out.

    `gabungan`: merged areas as (first row, first column, last row, last column), from 0.
    """

    nama: str
    tampak: bool
    rows: Iterator[list[str]]
    gabungan: tuple[tuple[int, int, int, int], ...]
    facts: SheetFacts
    rumus: Formulas


def is_workbook(data: bytes) -> bool:
    """True for the containers that workbooks come in."""
    return data.startswith((ZIP, OLE))


def is_locked(data: bytes) -> bool:
    """True for a workbook encrypted with a password."""
    return data.startswith(OLE) and any(name in data for name in _ENCRYPTED)


def sheets(data: bytes, facts: Mapping[str, SheetFacts]) -> Iterator[SheetRows]:
    """Worksheets in order. Raises python_calamine.CalamineError for broken content."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for index, known in enumerate(book.sheets_metadata):
        if known.typ == SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_index(index)
            own = facts.get(known.name, SheetFacts())
            formulas = Formulas(own.rumus)
            merged = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
            yield SheetRows(
                known.name,
                known.visible == SheetVisibleEnum.Visible,
                _computed(sheet, formulas) if own.rumus else _rows(sheet),
                merged,
                own,
                formulas,
            )


def _rows(sheet: CalamineSheet) -> Iterator[list[str]]:
    left = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        yield left + [cell if type(cell) is str else text(cell) for cell in row]


def _computed(sheet: CalamineSheet, formulas: Formulas) -> Iterator[list[str]]:
    """The rows with the value of every formula that was stored without one; the sheet is held as a whole for it."""
    yield from formulas.filled_in(list(_rows(sheet)))


def text(cell: Cell) -> str:
    """A cell as text: 3.0 → "3", dates as ISO, so that a workbook and its CSV export read the same."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return str(cell)
