"""How Indonesian writes numbers, dates and months, and the time of Jakarta: for the library and the screen."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

WIB = timezone(timedelta(hours=7), "WIB")
"""The time of Jakarta; the store keeps UTC."""


def harmless(text: str) -> str:
    """Text as a CSV file may carry it: a spreadsheet takes one that begins with = + - @ for a formula and runs it."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def angka(value: Decimal | int) -> str:
    """82.35 → "82,35" with the decimals the value carries; 1600 → "1.600"."""
    text = f"{value:,d}" if isinstance(value, int) else f"{value:,f}"
    return text.translate(str.maketrans(",.", ".,"))


def tanggal(day: date) -> str:
    """24 April 2019."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def saat(moment: datetime) -> str:
    """A moment the store keeps in UTC, in the time of Jakarta: 24 April 2019 pukul 09.15 WIB."""
    local = moment.replace(tzinfo=UTC).astimezone(WIB)
    return f"{tanggal(local.date())} pukul {local:%H.%M} WIB"


def jangka(first: date, last: date) -> str:
    """1–30 April 2019, 1 April – 30 Juni 2019, or one day."""
    if first == last:
        return tanggal(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{tanggal(last)}"
    if first.year == last.year:
        return f"{first.day} {BULAN[first.month - 1]} – {tanggal(last)}"
    return f"{tanggal(first)} – {tanggal(last)}"
