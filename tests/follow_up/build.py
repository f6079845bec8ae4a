"""Builders for the follow-up plan: items and workbooks as staff make them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import openpyxl

from skm_core.follow_up import Isian

PERIODE = "2019-q2"
ITEM = Isian(
    PERIODE, "posyandu", "pengaduan", "Kotak saran di setiap posyandu", 2019, (3, 4), "Bagian Kesejahteraan Rakyat"
)
HEADER = ("No", "Prioritas Unsur", "Program / Kegiatan", "TW I", "TW II", "TW III", "TW IV", "Penanggung Jawab")


def item(**changes: Any) -> Isian:
    return replace(ITEM, **changes)


def done(day: date, **changes: Any) -> Isian:
    return item(status="selesai", kemajuan_pct=100, selesai_pada=day, **changes)


def official(
    rows: Sequence[Sequence[Any]], *, header: Sequence[Any] = HEADER, above: Sequence[str] = (), sheet: str = "RTL"
) -> bytes:
    """A workbook with one sheet: lines above, the header, the rows."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for line in above:
        page.append([line])
    page.append(list(header))
    for row in rows:
        page.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
