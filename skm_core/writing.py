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


def angka(value: Decimal | int) -> str:
    """82.35 → "82,35" with the decimals the value carries; 1600 → "1.600"."""
    text = f"{value:,d}" if isinstance(value, int) else f"{value:,f}"
    return text.translate(str.maketrans(",.", ".,"))
