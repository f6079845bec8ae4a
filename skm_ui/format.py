"""Indonesian numbers and dates for the screen. Nothing here rounds a score: the library publishes the Decimals."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from skm_core.rules import round_half_up
from skm_core.writing import angka, jangka, saat, tanggal

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
    """Share of two counts: share(1, 8) → "12,5%"; of nothing → dash."""
    if of == 0:
        return NO_DATA
    return f"{decimal(round_half_up(Fraction(100 * part, of), places))}%"


def day(value: date | None) -> str:
    """24 April 2019; None → dash."""
    return NO_DATA if value is None else tanggal(value)


def moment(value: datetime) -> str:
    """A moment the store keeps in UTC, in the time of Jakarta: 24 April 2019 pukul 09.15 WIB."""
    return saat(value)


def span(first: date | None, last: date | None) -> str:
    """1–30 April 2019, 1 April – 30 Juni 2019, or one day; None on both sides → dash."""
    if first is None or last is None:
        return day(first or last)
    return jangka(first, last)


def unbroken(title: str) -> str:
    """A title in which no line ends between the months of a periode: "Januari–Maret"."""
    return title.replace("–", "–\N{WORD JOINER}")


def held(note: str) -> str:
    """A note in which no line begins with the "=" that explains a sign: "garis = rentang 95%"."""
    return note.replace(" = ", "\N{NO-BREAK SPACE}= ")


_OPEN = re.compile(r"([aiueo])(?=(?:ng|ny|kh|sy|[b-df-hj-np-tv-z])[aiueo])")
_CLOSED = re.compile(r"([aiueo](?:ng|(?!ng|ny|kh|sy)[b-df-hj-np-tv-z]))(?=(?:ng|ny|kh|sy|[b-df-hj-np-tv-z])[aiueo])")
LONG = 7
"""Letters that stand in the narrowest column of a phone."""


def syllables(name: str) -> str:
    """A name whose long words may end a line after a syllable, with a hyphen: "Cengkareng" → "Ceng-ka-reng"."""
    return " ".join(
        _CLOSED.sub("\\1\N{SOFT HYPHEN}", _OPEN.sub("\\1\N{SOFT HYPHEN}", word)) if len(word) > LONG else word
        for word in name.split()
    )
