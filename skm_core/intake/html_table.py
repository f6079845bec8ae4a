"""Reads the tables of a web page that was saved or exported under the name of a workbook (`.xls` that is HTML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from skm_core.intake import csv_text
from skm_core.intake.refusal import RefusedError, megabytes

MAX_BYTES = 16 * 1024**2
"""Reading HTML takes about two seconds for 8 MB, 36,000 rows; larger tables are exported as real workbooks."""
MAX_SPAN, MAX_CELLS = 1_000, 5_000_000
MAX_TABLES = 500
_HTML = re.compile(rb"<\s*(?:!doctype html|html|head|body|meta|table|div|style|tr|h[1-6]|center|p|b)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_NAME = re.compile(r"/?[A-Za-z][\w:-]*/?")
_ATTRIBUTE = re.compile(r"""([\w:-]{1,40})\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_TORN = re.compile(r"/?(?:table|tr|td|th)[^\w\s/:-]", re.IGNORECASE)
"""The tag of a cell whose name runs on into something else: what it holds cannot be told."""
MAX_TAG = 2_000
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
    found = [table for table in _Reader().read(_decoded(data)) if any(any(row) for row in table.rows)]
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
        lines = unescape("".join(self.cell)).split("\n")
        text = self.number or "\n".join(" ".join(line.split()) for line in lines).strip()
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


def _tokens(text: str) -> Iterator[tuple[str, str, str]]:
    """(tag in lower case, its attributes, the text after it); a closing tag begins with "/".

    Cut at "<" and ">" and nothing else: reading takes time in proportion to the text, whatever stands in it. The
    parser of the standard library takes minutes for some hundred kilobytes of unclosed tags.
    """
    first, *pieces = "".join(_without_comments(text)).split("<")
    yield "", "", first
    for piece in pieces:
        head, closed, after = piece.partition(">")
        name = _NAME.match(head)
        if closed and name:
            if _TORN.match(head):
                raise RefusedError("BERKAS_RUSAK")
            yield name.group().lower(), head[name.end() : name.end() + MAX_TAG], after
        elif not piece.startswith(("!", "?")):
            yield "", "", f"<{piece}"  # a sign in the text, as in "n < 30"
        else:
            yield "", "", after


def _without_comments(text: str) -> Iterator[str]:
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        yield text[at:start]
        end = text.find("-->", start)
        if end < 0:
            return
        at = end + 3
    yield text[at:]


class _Reader:
    """Collects tables; nothing that the page contains is run or fetched."""

    def __init__(self) -> None:
        self.open: list[_Table] = []
        self.done: list[_Table] = []
        self.silent = ""
        self.before: list[str] = []

    def read(self, text: str) -> list[_Table]:
        """Every table, in the order in which they end."""
        for tag, attributes, after in _tokens(text):
            if self.silent:
                if tag == f"/{self.silent}":
                    self.silent = ""
                    self._text(after)
                continue
            if tag in _SILENT:
                self.silent = tag
                continue
            self._tag(tag, attributes)
            self._text(after)
        while self.open:
            self._finish()
        return self.done

    def _tag(self, tag: str, attributes: str) -> None:
        if tag == "table":
            table = _Table()
            table.rows = [[text] for text in (" ".join(unescape("".join(self.before)).split()),) if text]
            self.before = []
            self.open.append(table)
        elif not self.open:
            self.before.append(" ")
        elif tag == "tr":
            self.open[-1].open_row()
        elif tag in ("td", "th"):
            given = {name.lower(): value.strip("\"'") for name, value in _ATTRIBUTE.findall(attributes)}
            self.open[-1].open_cell(_span(given.get("colspan")), _span(given.get("rowspan")), given.get("x:num"))
        elif tag in ("/td", "/th"):
            self.open[-1].close_cell()
        elif tag == "/tr":
            self.open[-1].close_row()
        elif tag == "/table":
            self._finish()
        elif tag in ("br", "br/", "p", "div", "li"):
            self._text("\n")

    def _text(self, text: str) -> None:
        if not self.open:
            self.before.append(text)
        elif self.open[-1].cell is not None:
            self.open[-1].cell.append(text)

    def _finish(self) -> None:
        table = self.open.pop()
        table.close_row()
        self.done.append(table)


def _span(text: str | None) -> int:
    return min(int(text), MAX_SPAN) if text and text.isdecimal() and text.isascii() and 0 < len(text) < 8 else 1
