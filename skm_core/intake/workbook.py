"""Reads XLSX, XLS and ODS through python-calamine; cells come as text, the way a person sees them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MAX_UNPACKED = 2 * 1024**3

Cell = int | float | str | bool | time | date | datetime | object


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One worksheet: its name, whether a person can see it, and its rows from row 1 on."""

    nama: str
    tampak: bool
    rows: Iterator[list[str]]


def is_workbook(data: bytes) -> bool:
    """True for the containers that workbooks come in."""
    return data.startswith((ZIP, OLE))


def is_locked(data: bytes) -> bool:
    """True for a workbook encrypted with a password."""
    return data.startswith(OLE) and _ENCRYPTED in data


def unpacked_size(data: bytes) -> int:
    """Bytes a zipped workbook says it unpacks to; 0 for other containers. Raises zipfile.BadZipFile."""
    if not data.startswith(ZIP):
        return 0
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return sum(entry.file_size for entry in packed.infolist())


def sheets(data: bytes) -> Iterator[SheetRows]:
    """Worksheets in order. Raises python_calamine.CalamineError for broken content."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for index, known in enumerate(book.sheets_metadata):
        if known.typ == SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_index(index)
            yield SheetRows(known.name, known.visible == SheetVisibleEnum.Visible, _rows(sheet))


def _rows(sheet: CalamineSheet) -> Iterator[list[str]]:
    left = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        yield left + [text(cell) for cell in row]


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
