"""Reads the id or the spoken name of a periode: its code, its name and its dates."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from skm_core.intake.wording import words
from skm_core.terms import Periode
from skm_core.writing import BULAN

_ROMAN = ("I", "II", "III", "IV")
_NUMBER = {name.casefold(): number for number, name in enumerate(_ROMAN, 1)} | {str(n): n for n in range(1, 5)}
_NUMBER |= {"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4}
_MONTH = {name.casefold(): number for number, name in enumerate(BULAN, 1)}
_MONTHS = "|".join(_MONTH)
_UNTIL = "(?:(?:s d|sd|sampai|hingga|sampai dengan) )?"
_SPOKEN = re.compile(
    rf"\b(?:(?P<jenis>triwulan|tri wulan|tw|kuartal|semester|smt)(?: ke)? (?P<ke>{'|'.join(_NUMBER)})"
    rf"(?: (?:{_MONTHS}) {_UNTIL}(?:{_MONTHS}))?|"
    rf"(?<!\d )(?:(?:(?P<awal>{_MONTHS}) {_UNTIL})?(?P<akhir>{_MONTHS})|(?P<tahunan>tahun)))"
    r"(?: tahun)? (?P<tahun>20\d\d)\b"
)
_PART = re.compile(rf"\b(?:triwulan|tri wulan|tw|kuartal|semester|smt|{_MONTHS})\b")
"""What may not stand beside the periode read: it may be another part of its name, or another periode."""
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


def spoken(text: str) -> str | None:
    """Code of the one quarter, half year, month, span of months or year that a text names; None if none or several.

    "Triwulan II Tahun 2026" and "April s.d. Juni 2026" are both 2026-q2; a day ("1 April 2026") and a span that is no
    quarter or half year are none.
    """
    line = words(text)
    matches = list(_SPOKEN.finditer(line))
    found = {_code(one) for one in matches}
    rest = line if not matches else line.replace(matches[0][0], "")
    return found.pop() if len(found) == 1 and not _PART.search(rest) else None


def _code(found: re.Match[str]) -> str | None:
    year = int(found["tahun"])
    if found["jenis"]:
        number, quarter = _NUMBER[found["ke"]], found["jenis"] not in ("semester", "smt")
        return f"{year}-{'q' if quarter else 's'}{number}" if quarter or number <= 2 else None
    if found["tahunan"]:
        return str(year)
    last = _MONTH[found["akhir"]]
    first = _MONTH[found["awal"]] if found["awal"] else last
    if first == last:
        return f"{year}-{first:02d}"
    span = last - first + 1
    kind = {3: "q", 6: "s", 12: ""}.get(span)
    if kind is None or (first - 1) % span:
        return None
    return f"{year}-{kind}{(first - 1) // span + 1}" if kind else str(year)


def dated(kode: str) -> tuple[date, date] | None:
    """First and last day of a code of a quarter, half year, month or year; None for any other code."""
    made = new_periode(kode, "")
    return (made.mulai, made.selesai) if made.mulai and made.selesai else None


def new_periode(text: str, aturan: str) -> Periode:
    """The periode a new id or name stands for: `2019-q3`, `2019-s1`, `2019-07`, `2019`, also as `spoken`.

    Any other text is a name without dates.
    """
    name, mulai, selesai = text.strip(), None, None
    named = _SPOKEN.fullmatch(words(name))
    name = (named and _code(named)) or name
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
