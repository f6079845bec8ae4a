"""Reads the id or the spoken name of a periode: its code, its name and its dates."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from skm_core.intake.period_words import named
from skm_core.intake.wording import words
from skm_core.terms import Periode
from skm_core.writing import BULAN

_ROMAN = ("I", "II", "III", "IV")
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


def dated(kode: str) -> tuple[date, date] | None:
    """First and last day of a code of a quarter, half year, month or year; None for any other code."""
    made = new_periode(kode, "")
    return (made.mulai, made.selesai) if made.mulai and made.selesai else None


def new_periode(text: str, aturan: str) -> Periode:
    """The periode a new id or name stands for: `2019-q3`, `2019-s1`, `2019-07`, `2019`, also as `named` reads it.

    Any other text is a name without dates.
    """
    name, mulai, selesai = named(text) or text.strip(), None, None
    kode = name.casefold() if _ID.fullmatch(name.casefold()) else words(name).replace(" ", "-")
    kode = re.sub(r"[^a-z0-9_-]", "", kode).lstrip("-_") or "periode"
    if found := re.fullmatch(r"(20\d\d)-(?:(q|tw)([1-4])|(s)([12])|(\d\d))", kode):
        year = int(found.group(1))
        if found.group(2):
            part = int(found.group(3))
            name, mulai, selesai = f"Triwulan {_ROMAN[part - 1]} {year}", *_months(year, 3 * part - 2, 3)
        elif found.group(4):
            part = int(found.group(5))
            name, mulai, selesai = f"Semester {_ROMAN[part - 1]} {year}", *_months(year, 6 * part - 5, 6)
        elif 1 <= int(found.group(6)) <= 12:
            month = int(found.group(6))
            name, mulai, selesai = f"{BULAN[month - 1]} {year}", *_months(year, month, 1)
    elif re.fullmatch(r"20\d\d", kode):
        name, mulai, selesai = f"Tahun {kode}", *_months(int(kode), 1, 12)
    return Periode(kode, name, mulai, selesai, aturan, "tidak_acak", "buka")


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = first + count - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
