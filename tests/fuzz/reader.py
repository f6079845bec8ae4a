"""Reads files without the product's code: csv, openpyxl, xlrd and the parsers of the standard library.

It is lenient on purpose: a damaged text has several readings, and an answer counts as contained if one of them holds
it.
"""

from __future__ import annotations

import contextlib
import csv
import html
import io
import os
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import xlrd

Rows = list[list[str]]
LABELS = Path(__file__).parents[2] / "data" / "reference" / "label_set.csv"
LETTERS = "abcd"


@dataclass(frozen=True)
class Reading:
    """One way to read one table. `numbered`: the n-th row is the one the product must call row n."""

    nama: str | None
    rows: Rows
    numbered: bool = True


def readings(data: bytes) -> list[Reading]:
    """Every table of a file in every way it can be read; empty if nothing here can read it."""
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _xls(data)
    head = data[:4096].lower()
    if b"<workbook" in head or b"<table" in data.lower() or b"<html" in head:
        return _marked(data)
    return list(_texts(data))


def _texts(data: bytes) -> Iterator[Reading]:
    for name in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"):
        text = data.decode(name, errors="replace" if name != "latin-1" else "strict")
        body = re.sub(r'\A\ufeff?"?sep=."?\r?\n', "", text, flags=re.IGNORECASE)
        for delimiter in ",;\t|":
            if delimiter in body:
                rows: Rows = []
                with contextlib.suppress(csv.Error):
                    for row in csv.reader(io.StringIO(body, newline=""), delimiter=delimiter):
                        rows.append(row)
                yield Reading(None, rows)
                yield Reading(None, [line.split(delimiter) for line in re.split(r"\r\n|\n|\r", body)], numbered=False)


def _zipped(data: bytes) -> list[Reading]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = packed.namelist()
            if "xl/workbook.xml" in names:
                return _xlsx(data)
            if "content.xml" in names:
                return _ods(packed.read("content.xml"))
            return [one for name in names for one in readings(packed.read(name)) if not name.endswith("/")]
    except Exception:  # these libraries raise whatever a damaged part sets off
        return _rough(data)


def _rough(data: bytes) -> list[Reading]:
    """Cells of a workbook found by patterns, where its XML is no XML any more; as many as can be found."""
    found, strings = [], []
    with contextlib.suppress(Exception), zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {
            name: packed.read(name).decode("utf-8", "replace") for name in packed.namelist() if name[-4:] == ".xml"
        }
        for item in re.findall(r"<si>(.*?)</si>", parts.get("xl/sharedStrings.xml", ""), re.DOTALL):
            strings.append(html.unescape(re.sub(r"<[^>]*>", "", item)))
        for name in (name for name in parts if "worksheets/" in name):
            rows: dict[int, list[str]] = {}
            for place, more, inside in re.findall(r'<c r="[A-Z]+(\d+)"([^>]*)>(.*?)</c>', parts[name], re.DOTALL):
                value = html.unescape(re.sub(r"<[^>]*>", "", inside))
                if 't="s"' in more and value.isdigit() and int(value) < len(strings):
                    value = strings[int(value)]
                rows.setdefault(int(place), []).append(value)
            found.append(Reading(None, [rows.get(n, []) for n in range(1, min(max(rows, default=0), 5_000) + 1)]))
            found.append(Reading(None, list(rows.values()), numbered=False))
    return found


def _xlsx(data: bytes) -> list[Reading]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        stored = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        written = openpyxl.load_workbook(io.BytesIO(data))
    found = []
    for page, formulas in zip(stored.worksheets, written.worksheets, strict=True):
        rows = [
            [text(cell if cell is not None else formula) for cell, formula in zip(row, other, strict=True)]
            for row, other in zip(page.values, formulas.values, strict=True)
        ]
        found.append(Reading(page.title, rows))
    return found


def _xls(data: bytes) -> list[Reading]:
    with open(os.devnull, "w") as nowhere, contextlib.suppress(Exception), warnings.catch_warnings():  # noqa: PTH123
        warnings.simplefilter("ignore")
        book = xlrd.open_workbook(file_contents=data, logfile=nowhere, ignore_workbook_corruption=True)
        return [
            Reading(page.name, [[text(cell) for cell in page.row_values(n)] for n in range(page.nrows)])
            for page in book.sheets()
        ]
    return []


def _ods(content: bytes) -> list[Reading]:
    found = []
    for table in ElementTree.fromstring(content).iter():
        if table.tag.endswith("}table"):
            rows = []
            for row in (one for one in table.iter() if one.tag.endswith("}table-row")):
                cells: list[str] = []
                for cell in row:
                    repeat = int(_attribute(cell, "number-columns-repeated") or 1)
                    value = _attribute(cell, "value") or "".join(cell.itertext())
                    cells += [value] * (repeat if repeat < 2_000 else 0)
                times = int(_attribute(row, "number-rows-repeated") or 1)
                rows += [cells] * (times if times < 2_000 else 0)
            found.append(Reading(_attribute(table, "name"), rows))
    return found


def _attribute(element: ElementTree.Element, name: str) -> str | None:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows = [[]]
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = tag.rpartition(":")[2]
        if name in ("tr", "row"):
            self.rows.append([])
        elif name in ("td", "th", "cell"):
            self.rows[-1].append(next((value or "" for key, value in attrs if key == "x:num"), ""))
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag.rpartition(":")[2] in ("td", "th", "cell", "tr", "row"):
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside and self.rows[-1]:
            self.rows[-1][-1] += data


def _marked(data: bytes) -> list[Reading]:
    found = []
    for name in ("utf-8", "cp1252", "utf-16"):
        parser = _Cells()
        with contextlib.suppress(AssertionError):  # the standard parser gives up on odd declarations
            parser.feed(data.decode(name, errors="replace"))
        found.append(Reading(None, parser.rows, numbered=False))
    return found


def text(cell: object) -> str:
    """A cell of a workbook as text."""
    if cell is None:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


@lru_cache(maxsize=1)
def _labels() -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = {}
    with LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["boleh"] == "true":
                found.setdefault(_bare(row["label"]), []).append((row["unsur_kunci"], int(row["nilai"])))
    with (LABELS.parent / "butir.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for value in range(1, 5):
                found.setdefault(_bare(row[f"label_{value}"]), []).append((row["unsur_kunci"], value))
    return found


def _bare(value: str) -> str:
    """Letters and digits only."""
    normal = unicodedata.normalize("NFKC", value.replace("_x000D_", " ")).casefold()
    return "".join(sign for sign in normal if sign.isalnum())


@lru_cache(maxsize=100_000)
def worth(cell: str, unsur: str | None) -> frozenset[int]:
    """What a cell can be worth as an answer about this unsur, read generously; empty if it is no answer at all."""
    cell = "".join(str(unicodedata.digit(sign, sign)) for sign in cell)  # digits of every script
    bare = _bare(cell)
    found = {value for own, value in _labels().get(bare, ()) if own in ("", unsur)}
    if match := re.fullmatch(r"\D*?0*([1-4])(?:[.,]0+)?\D*", unicodedata.normalize("NFKC", cell).strip()):
        found.add(int(match.group(1)))
    if match := re.fullmatch(r"(?:a|ao|opt|option|opsi|pilihan|jawaban|answer|choice)?0*([1-4])0*", bare):
        found.add(int(match.group(1)))
    if bare[:1] in LETTERS and bare:
        rest = {value for own, value in _labels().get(bare[1:], ()) if own in ("", unsur)}
        found |= rest or ({LETTERS.index(bare) + 1} if len(bare) == 1 else set())
    if bare[:1].isdigit():
        found |= {value for own, value in _labels().get(bare.lstrip("0123456789"), ()) if own in ("", unsur)}
    stars = sum(cell.count(sign) for sign in "★⭐*")
    if 1 <= stars <= 4:
        found.add(stars)
    if cell.startswith("=") and cell.strip("= ") == "1+2":
        found = {3}
    return frozenset(found)
