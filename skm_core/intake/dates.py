"""Reads the dates of one column; the order of day and month is decided for the column as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from skm_core.intake.wording import is_blank, plain
from skm_core.writing import BULAN

TIME_SQL = r"([ T,]+[0-9]{1,2}[:.][0-9]{2}.*)$|^([0-9]{5})[.,][0-9]+$"
"""RE2 pattern of the time of day (or the fraction of an Excel serial) behind a date; replaced by \\2."""
SECOND_SQL = "[ T,][0-9]{1,2}[:.][0-9]{2}[:.][0-9]{2}"
"""RE2 pattern of a time of day to the second behind a date: with it two forms of one day can be told apart."""
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_SERIAL = re.compile(r"[2-6]\d{4}")
_NAMED = re.compile(r"(?:[a-z']+,? )?(\d{1,2})[- ]([a-z]+)\.?,?[- ](\d{4})|([a-z]+)\.? (\d{1,2}),? (\d{4})")
_MONTH = {name.casefold()[:3]: number for number, name in enumerate(BULAN, 1)} | {
    "may": 5, "aug": 8, "ags": 8, "oct": 10, "dec": 12, "peb": 2, "nop": 11,
}  # fmt: skip
NO_DATE = "1980-01-01"
"""What LimeSurvey writes where it keeps no dates."""
EXCEL_EPOCH = date(1899, 12, 30)


_DATE_LIKE = re.compile(r"\d{1,4}[-/.:]\d{1,2}([-/.:]\d{1,4})?(\D.*)?|[2-6]\d{4}([.,]\d+)?")
_AVERAGE = re.compile(r"[1-4]\.\d{1,4}")
"""What a recap writes under "Waktu penyelesaian"; nobody is asked between one and five at night."""


def look_like_dates(cells: Iterable[str]) -> bool:
    """True if most filled cells are dates or times of day by their form, and no averages from 1 to 4."""
    filled = [cell for cell in cells if cell]
    dated = [cell for cell in filled if _DATE_LIKE.fullmatch(cell) and not _AVERAGE.fullmatch(cell)]
    return bool(filled) and 2 * len(dated) > len(filled)


@dataclass(frozen=True, slots=True)
class Dates:
    """Cell without time → date; `salah` could not be read; `dua_arti` is an example if day and month were a choice."""

    nilai: Mapping[str, date]
    salah: frozenset[str]
    dua_arti: str | None


def read_dates(cells: Iterable[str], first: str | None = None) -> Dates:
    """Dates of one column. Any number over 12 fixes the order of all; without one, day first.

    `first`: 'hari' or 'bulan' if a person decided the order; a date that is none in that order is then not read.
    """
    known: dict[str, date | None] = {}
    open_cells: dict[str, tuple[int, int, int]] = {}
    for cell in cells:
        if is_blank(cell) or cell.startswith(NO_DATE):
            continue
        text = plain(cell).strip(" .,'\"")
        if found := _YEAR_LAST.fullmatch(text):
            year = int(found.group(3))
            open_cells[cell] = (int(found.group(1)), int(found.group(2)), year + 2000 if year < 100 else year)
        else:
            known[cell] = _fixed(text)
    day_first = sum(1 for a, b, _ in open_cells.values() if a > 12 >= b)
    month_first = sum(1 for a, b, _ in open_cells.values() if b > 12 >= a)
    swap = first == "bulan" if first else month_first > 0 and day_first == 0
    for cell, (a, b, year) in open_cells.items():
        known[cell] = _date(year, a, b) if swap else _date(year, b, a)
    unsure = None
    if not first and not day_first + month_first:
        unsure = next((cell for cell, (a, b, _) in open_cells.items() if a != b), None)
    return Dates(
        {cell: day for cell, day in known.items() if day is not None},
        frozenset(cell for cell, day in known.items() if day is None),
        unsure,
    )


def _fixed(text: str) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return _date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    if _SERIAL.fullmatch(text):
        return EXCEL_EPOCH + timedelta(days=int(text))
    if found := _NAMED.fullmatch(text):
        day, month, year = (
            found.group(1) or found.group(5),
            found.group(2) or found.group(4),
            found.group(3) or found.group(6),
        )
        number = _MONTH.get(month[:3])
        return _date(int(year), number, int(day)) if number else None
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1990 <= year <= 2100 else None
    except ValueError:
        return None
