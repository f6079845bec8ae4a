"""Takes a fixture apart into the rows of its first table, and writes changed rows back in the same kind of file."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

import openpyxl

from tests.fuzz.reader import _ods, text
from tests.intake import files, hostile

Cells = list[list[object]]


@dataclass(frozen=True)
class Taken:
    """The rows of a file and how it is written. `jenis`: csv, xlsx, ods, html or xml."""

    jenis: str
    rows: Cells
    base: bytes = b""
    delimiter: str = ","


def taken(data: bytes) -> Taken | None:
    """None for a file that nothing here can write again (.xls, archives of several files)."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = packed.namelist()
            if "content.xml" in names:
                sheets = _ods(packed.read("content.xml")) if len(data) < 8_000 else []
                return Taken("ods", [list(row) for row in sheets[0].rows]) if sheets else None
        if "xl/workbook.xml" not in names:
            return None
        page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        return Taken("xlsx", [list(row) for row in page.values], data)
    if data.startswith(b"\xd0\xcf") or b"<" in data[:200]:
        return None
    body = data.decode("utf-8-sig")
    first = body.splitlines()[0]
    delimiter = max(",;\t|", key=first.count)
    return Taken(
        "csv", [list(row) for row in csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)], b"", delimiter
    )


def written(
    found: Taken, rows: Cells, *, encoding: str = "utf-8", delimiter: str = "", end: str = "\n", quoting: int = 0
) -> bytes:
    """The rows as the same kind of file."""
    if found.jenis == "ods":
        return files.ods(
            [[int(cell) if str(cell).isdigit() and len(str(cell)) < 6 else cell for cell in row] for row in rows]
        )
    if found.jenis == "html":
        return hostile.html([[escape(text(cell)) for cell in row] for row in rows])
    if found.jenis == "xlsx":
        return _workbook(found.base, rows)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter or found.delimiter, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([[text(cell) for cell in row] for row in rows])
    return out.getvalue().encode(encoding, errors="replace")


def _workbook(base: bytes, rows: Cells) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(base))
    page = book.worksheets[0]
    merged = [str(area) for area in page.merged_cells.ranges]
    for area in merged:
        page.unmerge_cells(area)
    page.delete_rows(1, page.max_row)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            if cell not in (None, ""):
                page.cell(number, column).value = (
                    openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell
                )  # type: ignore[assignment]
    for area in merged:
        page.merge_cells(area)
    return files.xlsx(book)
