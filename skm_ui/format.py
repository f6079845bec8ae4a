"""Indonesian numbers and dates for the screen. Nothing here rounds a score: the library publishes the Decimals."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

from skm_core.rules import round_half_up
from skm_core.writing import BULAN, WIB, angka

NO_DATA = "–"
"""Stands where a figure would be when there is none; never 0."""


def decimal(value: Decimal | None) -> str:
    """82.35 → "82,35", with the decimals the value carries and a true minus sign; None → dash."""
    return NO_DATA if value is None else angka(value).replace("-", "−")


def signed(value: Decimal) -> str:
    """2.1 → "+2,1"; −0.4 → "−0,4" with a true minus sign."""
    return ("−" if value < 0 else "+") + decimal(abs(value))


def whole(value: int | None) -> str:
    """1600 → "1.600"; None → dash."""
    return NO_DATA if value is None else angka(value)


def plus_minus(value: Decimal) -> str:
    """1.8 → "± 1,8"."""
    return f"±\N{NO-BREAK SPACE}{decimal(value)}"


def share(part: int, of: int, places: int = 1) -> str:
    """Share of two counts: share(1, 8) → "12,5 %"; of nothing → dash."""
    if of == 0:
        return NO_DATA
    return f"{decimal(round_half_up(Fraction(100 * part, of), places))}\N{NO-BREAK SPACE}%"


def day(value: date | None) -> str:
    """24 April 2019; None → dash."""
    return NO_DATA if value is None else f"{value.day} {BULAN[value.month - 1]} {value.year}"


def moment(value: datetime) -> str:
    """A moment the store keeps in UTC, in the time of Jakarta: 24 April 2019 pukul 09.15 WIB."""
    local = value.replace(tzinfo=UTC).astimezone(WIB)
    return f"{day(local.date())} pukul {local:%H.%M} WIB"


def span(first: date | None, last: date | None) -> str:
    """1–30 April 2019, 1 April – 30 Juni 2019, or one day; None on both sides → dash."""
    if first is None or last is None or first == last:
        return day(first or last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {BULAN[first.month - 1]} – {day(last)}"
    return f"{day(first)} – {day(last)}"
