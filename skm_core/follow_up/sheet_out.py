"""The plan as the official table in a workbook: one sheet per layanan, ready to print, and to be read back."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import groupby
from typing import Any

import xlsxwriter

from skm_core import registry
from skm_core.follow_up.item import JENIS, STATUS, Isian, Rtl
from skm_core.follow_up.official import ALL, COLUMNS, MARK, MORE, TITLE
from skm_core.store import Store
from skm_core.writing import BULAN

HEAD = 5
"""Rows above the header: title, periode, layanan, the mark of demo data, and one to breathe."""
LINE = 15
"""Height of a line of text, in points."""
FIRST_TW, LAST_TW = 3, 6
PAPER_A4 = 9


def workbook(
    store: Store, periode: str, items: Sequence[Rtl], *, tanggal: date | None = None, contoh: bool = False
) -> bytes:
    """The items, in their order, as XLSX. The same items and date give the same bytes.

    tanggal: the day the workbook says it was made, by default the last change of an item. An empty plan gives one
    sheet with the header only, to be filled in.
    """
    period = registry.periode(store)[periode]
    last = max((one.diubah_waktu for one in items), default=datetime.combine(period.mulai or date(2019, 1, 1), time()))
    made = datetime.combine(tanggal, time()) if tanggal else last
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Rencana tindak lanjut SKM", "created": made})
    services, unsur = registry.layanan(store), registry.unsur(store)
    looks = _looks(book)
    by_service = [(kode, tuple(members)) for kode, members in groupby(items, key=lambda one: one.isian.layanan)]
    used: set[str] = set()
    for kode, members in by_service or [(None, ())]:
        name = services[kode].nama if kode else ALL
        sheet = book.add_worksheet(sheet_name(name, used))
        _head(sheet, looks, f"{period.nama} ({period.kode})", name, contoh)
        row = HEAD + 2
        for number, (key, group) in enumerate(groupby(members, key=lambda one: one.isian.unsur), 1):
            rows = list(group)
            _priority(sheet, looks, row, len(rows), number, unsur[key].nama)
            share = -(-_lines(unsur[key].nama, COLUMNS[1].lebar) // len(rows))
            for one in rows:
                _row(sheet, looks, row, one, share)
                row += 1
        _print_setup(sheet, row)
    book.close()
    return stream.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    cell = {"font_name": "Calibri", "font_size": 11, "border": 1, "valign": "top", "text_wrap": True}
    center = {**cell, "align": "center"}
    head = {**center, "bold": True, "bg_color": "#E2E7EC", "valign": "vcenter"}
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "line": book.add_format({"font_size": 11}),
        "warn": book.add_format({"bold": True, "font_color": "#B5372A"}),
        "head": book.add_format(head),
        "cell": book.add_format(cell),
        "center": book.add_format(center),
        "date": book.add_format({**center, "num_format": "dd/mm/yyyy"}),
    }


def _head(sheet: Any, looks: dict[str, Any], periode: str, layanan: str, contoh: bool) -> None:
    sheet.write_string(0, 0, TITLE, looks["title"])
    sheet.write_string(1, 0, f"Periode survei: {periode}", looks["line"])
    sheet.write_string(2, 0, f"Layanan: {layanan}", looks["line"])
    if contoh:
        sheet.write_string(3, 0, "DATA CONTOH, bukan rencana sebenarnya", looks["warn"])
    for place, column in enumerate((*COLUMNS, *MORE)):
        sheet.set_column(place, place, column.lebar)
        if FIRST_TW <= place <= LAST_TW:
            sheet.write_string(HEAD + 1, place, column.judul, looks["head"])
        else:
            sheet.merge_range(HEAD, place, HEAD + 1, place, column.judul, looks["head"])
    sheet.merge_range(HEAD, FIRST_TW, HEAD, LAST_TW, "Waktu", looks["head"])


def _priority(sheet: Any, looks: dict[str, Any], row: int, n: int, number: int, unsur: str) -> None:
    """Number and unsur over all its programs, as the official table does."""
    if n > 1:
        sheet.merge_range(row, 0, row + n - 1, 0, number, looks["center"])
        sheet.merge_range(row, 1, row + n - 1, 1, "", looks["cell"])
    else:
        sheet.write_number(row, 0, number, looks["center"])
    sheet.write_string(row, 1, unsur, looks["cell"])


def _row(sheet: Any, looks: dict[str, Any], row: int, one: Rtl, lines: int) -> None:
    """One item, as high as its texts need: a row over which cells are merged does not grow by itself."""
    isian: Isian = one.isian
    needed = (_lines(isian.program, COLUMNS[2].lebar), _lines(isian.penanggung_jawab, COLUMNS[7].lebar), lines)
    sheet.set_row(row, LINE * max(needed) + 3)
    cell, center = looks["cell"], looks["center"]
    sheet.write_string(row, 2, isian.program, cell)
    for place in range(FIRST_TW, LAST_TW + 1):
        sheet.write_string(row, place, MARK if place - FIRST_TW + 1 in isian.tw else "", center)
    sheet.write_string(row, 7, isian.penanggung_jawab, cell)
    sheet.write_number(row, 8, isian.tahun, center)
    sheet.write_string(row, 9, JENIS[isian.jenis], cell)
    sheet.write_string(row, 10, STATUS[isian.status], cell)
    sheet.write_number(row, 11, isian.kemajuan_pct, center)
    if isian.selesai_pada:
        sheet.write_datetime(row, 12, datetime.combine(isian.selesai_pada, time()), looks["date"])
    else:
        sheet.write_blank(row, 12, None, cell)
    sheet.write_string(row, 13, isian.catatan, cell)
    sheet.write_number(row, 14, one.rtl_id, center)


def _lines(text: str, width: int) -> int:
    """Lines a text takes in a cell of this width; fonts differ, so rather one too many."""
    return max(1, len(textwrap.wrap(text, int(width * 0.9))))


def _print_setup(sheet: Any, rows: int) -> None:
    """The official columns on A4 across; what stands to the right is for reading back and is not printed."""
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.print_area(0, 0, max(rows - 1, HEAD + 1), len(COLUMNS) - 1)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD, HEAD + 1)
    sheet.freeze_panes(HEAD + 2, 3)


def sheet_name(name: str, used: set[str]) -> str:
    """At most 31 characters, none that a workbook forbids, none twice."""
    tidy = re.sub(r"[\[\]:*?/\\']", " ", name).strip()[:31] or "Lembar"
    found, number = tidy, 2
    while found.casefold() in used:
        found = f"{tidy[:27]} ({number})"
        number += 1
    used.add(found.casefold())
    return found


def day_of(text: str) -> date | None:
    """A day as a workbook or a person writes it: 2019-04-24, 24/04/2019, 24 April 2019; None if it is none."""
    said = text.strip().split(" 00:00")[0]
    try:
        if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", said):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", said):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if match := re.fullmatch(r"(\d{1,2}) (\w+) (\d{4})", said):
            months = [name.casefold() for name in BULAN]
            return date(int(match[3]), months.index(match[2].casefold()) + 1, int(match[1]))
    except ValueError:
        return None
    return None
