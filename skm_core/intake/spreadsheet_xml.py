"""Reads a workbook written as one XML text (SpreadsheetML 2003), usually named `.xls` or `.xml`."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from skm_core.intake.refusal import RefusedError, megabytes

MAX_BYTES = 64 * 1024**2
MAX_CELLS = 5_000_000
_SPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def is_spreadsheet_xml(data: bytes) -> bool:
    """True if the text declares the namespace of such a workbook near its beginning."""
    head = data[:8192]
    return b"<Workbook" in head.replace(b"ss:Workbook", b"Workbook") and _SPACE.encode() in head


def sheets(data: bytes) -> Iterator[tuple[str, bool, list[list[str]]]]:
    """(name, visible, rows) of every worksheet. Raises RefusedError for a trap, a broken or too large text."""
    if len(data) > MAX_BYTES:
        raise RefusedError("BERKAS_TERLALU_BESAR", ukuran=megabytes(len(data)), batas=megabytes(MAX_BYTES))
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, ValueError) as error:
        raise RefusedError("BERKAS_RUSAK") from error
    yield from ((name, name not in reader.hidden, rows) for name, rows in reader.done)


class _Reader:
    """Collects worksheets. `ss:Index` jumps over empty rows and cells, `ss:MergeAcross` covers cells to the right."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.done: list[tuple[str, list[list[str]]]] = []
        self.hidden: set[str] = set()
        self.rows: list[list[str]] = []
        self.data: list[str] | None = None
        self.kind = ""
        self.visible: list[str] | None = None
        self.covered = 0
        self.n = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag, given = name.rpartition(" ")[2], {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if tag == "Worksheet":
            self.rows = []
            self.done.append((given.get("Name", ""), self.rows))
        elif tag == "Row":
            self._fill(self.rows, _number(given.get("Index"), len(self.rows) + 1) - 1, list)
            self.rows.append([])
        elif tag == "Cell" and self.rows:
            row = self.rows[-1]
            self._fill(row, _number(given.get("Index"), len(row) + 1) - 1, str)
            row.append("")
            self.covered = _number(given.get("MergeAcross"), 0)
        elif tag == "Data" and self.rows and self.rows[-1]:
            self.data, self.kind = [], given.get("Type", "String")
        elif tag == "Visible":
            self.visible = []

    def _end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "Data" and self.data is not None:
            self.rows[-1][-1] = _cell("".join(self.data), self.kind)
            self.data = None
        elif tag == "Cell" and self.rows:
            self._fill(self.rows[-1], len(self.rows[-1]) + self.covered, str)
            self.covered = 0
        elif tag == "Visible":
            if self.done and "".join(self.visible or ()).strip() in ("SheetHidden", "SheetVeryHidden"):
                self.hidden.add(self.done[-1][0])
            self.visible = None

    def _text(self, text: str) -> None:
        if self.data is not None:
            self.data.append(text)
        elif self.visible is not None:
            self.visible.append(text)

    def _fill(self, target: list, length: int, empty: type) -> None:  # type: ignore[type-arg]
        self.n += max(length - len(target), 0) + 1
        if self.n > MAX_CELLS:
            raise RefusedError("SEL_TERSEBAR", lembar=self.done[-1][0] if self.done else "")
        target.extend(empty() for _ in range(length - len(target)))

    def _refuse(self, *_: object) -> None:
        raise RefusedError("BERKAS_MENCURIGAKAN")


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and text.isascii() and len(text) < 8 else otherwise


def _cell(text: str, kind: str) -> str:
    if kind == "Number" and text.endswith(".0"):
        return text[:-2]
    if kind == "DateTime":
        return text.replace("T", " ").removesuffix(".000").removesuffix(" 00:00:00")
    return text
