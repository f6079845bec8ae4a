"""How Indonesian writes numbers and months, and the time of Jakarta: for the library's sentences and the screen."""

from __future__ import annotations

from datetime import timedelta, timezone
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
