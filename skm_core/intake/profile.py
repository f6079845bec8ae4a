"""Reads gender, age, education and occupation; what is not understood becomes blank, never an error."""

from __future__ import annotations

import re

from skm_core.intake.wording import plain, words

_GENDER = {
    "L": "l|lk|laki|laki2|lakilaki|laki laki|laki laki l|l laki laki|pria|cowok|male|man|m|1",
    "P": "p|pr|perempuan|perempuan p|p perempuan|wanita|cewek|female|woman|f|w|2",
}
_GENDER_OF = {word: key for key, spellings in _GENDER.items() for word in spellings.split("|")}
_EDUCATION = {
    "SD": "sd mi sekolah dasar|tidak tamat sd|sd sederajat|tamat sd|sd mi",
    "SMP": "smp|mts|sltp|smp sederajat|smp mts|sltp sederajat|sekolah menengah pertama",
    "SMA": "sma|smk|ma|stm|slta|smu|sma sederajat|sma smk|slta sederajat|sma smk sederajat|sma smk ma|"
    "sekolah menengah atas",
    "D1": "d1|d i|di|diploma 1|diploma i",
    "D2": "d2|d ii|dii|diploma 2|diploma ii",
    "D3": "d3|d iii|diii|diploma 3|diploma iii|diploma|akademi",
    "S1": "s1|s 1|d4|d iv|div|s1 d4|d4 s1|sarjana|strata 1|strata satu|diploma iv|diploma 4|s1 sederajat",
    "S2": "s2|s 2|magister|strata 2|pascasarjana|s2 ke atas",
    "S3": "s3|s 3|doktor|strata 3",
}
_EDUCATION_OF = {word: key for key, spellings in _EDUCATION.items() for word in spellings.split("|")}
_AGE = re.compile(r"(\d{1,3})(?:[.,]0+)?(?: ?(?:th|thn|tahun|years?|yo)\.?)?")
NAMES = {"jenis_kelamin": ("Laki-laki", "Perempuan")}
"""Target → the words that a cell which is not understood can be meant for."""
AGE_MIN, AGE_MAX = 5, 120
MAX_TEXT = 60


def gender(cell: str) -> str | None:
    """'L' or 'P', None if not understood."""
    return _GENDER_OF.get(words(cell))


def age(cell: str) -> int | None:
    """Age in years, 5 to 120; None for anything else, also for an age band."""
    found = _AGE.fullmatch(plain(cell))
    value = int(found.group(1)) if found else 0
    return value if AGE_MIN <= value <= AGE_MAX else None


def education(cell: str) -> str:
    """SD, SMP, SMA, D1 to D3, S1 to S3 where the spelling is known, else the cell itself."""
    return _EDUCATION_OF.get(words(cell)) or occupation(cell)


def occupation(cell: str) -> str:
    """The cell on one line, at most 60 characters."""
    return " ".join(cell.split())[:MAX_TEXT]
