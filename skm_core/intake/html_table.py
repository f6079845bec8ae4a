"""Reads the tables of a web page that was saved or exported under the name of a workbook (`.xls` that is HTML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from skm_core.intake import csv_text
from skm_core.intake.refusal import RefusedError, megabytes

MAX_BYTES = 16 * 1024**2
"""Reading HTML takes about four seconds for 8 MB, 36,000 rows; larger tables are exported as real workbooks."""
MAX_SPAN, MAX_CELLS = 1_000, 5_000_000
MAX_TABLES = 500
_HTML = re.compile(rb"<\s*(?:!doctype html|html|head|body|meta|table|div|style|tr|h[1-6]|center|p|b)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SILENT = frozenset({"script", "style", "title", "template", "noscript"})


def is_html(data: bytes) -> bool:
    """True if a text starts like a web page or a piece of one."""
    head = re.sub(rb"^(?:\s|<\?xml[^>]*\?>|<!--.*?-->)+", b"", data[:4096].lstrip(b"\xef\xbb\xbf"), flags=re.DOTALL)
    return _HTML.match(head) is not None


def tables(data: bytes) -> Iterator[tuple[str | None, list[list[str]]]]:
    """(name, rows) of every table; a table inside another is read on its own. Lines of text before it come first.

    Raises RefusedError for a page without a table, or one too large.
    """
    if len(data) > MAX_BYTES:
        raise RefusedError("BERKAS_TERLALU_BESAR", ukuran=megabytes(len(data)), batas=megabytes(MAX_BYTES))
    reader = _Reader()
    reader.feed(_decoded(data))
    reader.close()
    found = [table for table in reader.done if any(any(row) for row in table.rows)]
    if not found:
        raise RefusedError("BERKAS_BUKAN_TABEL")
    if len(found) > MAX_TABLES:
        raise RefusedError("TERLALU_BANYAK_LEMBAR", n=len(found), batas=MAX_TABLES)
    for number, table in enumerate(found, 1):
        yield (f"tabel {number}" if len(found) > 1 else None), table.rows


def _decoded(data: bytes) -> str:
    stated = _CHARSET.search(data[:4096])
    name = stated.group(1).decode() if stated else ""
    for encoding in (name, csv_text.encoding(data)):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return data.decode("cp1252", "replace")


class _Table:
    """One table while it is read: rows so far, and cells of rows above that reach down into the next ones."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.row: list[str] | None = None
        self.down: dict[int, int] = {}
        self.cell: list[str] | None = None
        self.span = (1, 1)
        self.number: str | None = None
        self.area = 0

    def open_row(self) -> None:
        self.close_row()
        self.row = []

    def close_row(self) -> None:
        self.close_cell()
        if self.row is not None:
            self._skip_covered()
            self.rows.append(self.row)
            self.row = None
            self.down = {column: left - 1 for column, left in self.down.items() if left > 1}

    def open_cell(self, columns: int, rows: int, number: str | None) -> None:
        self.close_cell()
        if self.row is None:
            self.row = []
        self.cell, self.span, self.number = [], (columns, rows), number

    def close_cell(self) -> None:
        if self.cell is None or self.row is None:
            return
        self._skip_covered()
        text = self.number or "\n".join(" ".join(line.split()) for line in "".join(self.cell).split("\n")).strip()
        columns, rows = self.span
        start = len(self.row)
        self.area += columns * rows
        if self.area > MAX_CELLS:
            raise RefusedError("SEL_TERSEBAR", lembar="HTML")
        self.row += [text] + [""] * (columns - 1)
        if rows > 1:
            self.down |= dict.fromkeys(range(start, start + columns), rows)
        self.cell = None

    def _skip_covered(self) -> None:
        while self.row is not None and self.down.get(len(self.row), 0) > 0:
            self.row.append("")


class _Reader(HTMLParser):
    """Collects tables; nothing that the page contains is run or fetched."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[_Table] = []
        self.done: list[_Table] = []
        self.silent = 0
        self.before: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag == "table":
            table = _Table()
            table.rows = [[text] for text in (" ".join("".join(self.before).split()),) if text]
            self.before = []
            self.open.append(table)
        elif self.open and tag == "tr":
            self.open[-1].open_row()
        elif self.open and tag in ("td", "th"):
            given = dict(attrs)
            self.open[-1].open_cell(_span(given.get("colspan")), _span(given.get("rowspan")), given.get("x:num"))
        elif self.open and tag in ("br", "p", "div", "li"):
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif self.open and tag in ("td", "th"):
            self.open[-1].close_cell()
        elif self.open and tag == "tr":
            self.open[-1].close_row()
        elif self.open and tag == "table":
            self._finish()

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        if not self.open:
            self.before.append(data)
        elif self.open[-1].cell is not None:
            self.open[-1].cell.append(data)

    def close(self) -> None:
        super().close()
        while self.open:
            self._finish()

    def _finish(self) -> None:
        table = self.open.pop()
        table.close_row()
        self.done.append(table)


def _span(text: str | None) -> int:
    return min(int(text), MAX_SPAN) if text and text.isdigit() and text.isascii() and 0 < len(text) < 8 else 1
