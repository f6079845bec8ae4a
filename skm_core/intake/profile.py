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
    "Tidak sekolah": "tidak sekolah|belum sekolah|tidak belum sekolah|tidak pernah sekolah|tk",
    "SD": "sd|mi|sekolah dasar|tidak tamat sd|belum tamat sd|tidak belum tamat sd|paket a",
    "SMP": "smp|mts|sltp|sekolah menengah pertama|paket b",
    "SMA": "sma|smk|ma|stm|slta|smu|sma k|sekolah menengah atas|sekolah menengah kejuruan|paket c",
    "D1": "d1|d i|di|diploma 1|diploma i",
    "D2": "d2|d ii|dii|diploma 2|diploma ii",
    "D3": "d3|d iii|diii|diploma 3|diploma iii|diploma|akademi",
    "S1": "s1|d4|d iv|div|sarjana|strata 1|strata satu|diploma iv|diploma 4",
    "S2": "s2|magister|strata 2|strata dua|pascasarjana|pasca sarjana|s2 ke atas",
    "S3": "s3|doktor|strata 3|strata tiga",
}
_EDUCATION_OF = {word: key for key, spellings in _EDUCATION.items() for word in spellings.split("|")}
_BESIDE = {"sederajat", "setara", "tamat", "tamatan", "lulus", "lulusan", "setingkat", "dan", "atau"}
_SPACED = re.compile(r"\b([ds]) (?=[1-4]\b)")
_OCCUPATION = {
    "PNS": "pns|asn|pns asn|asn pns|pegawai negeri|pegawai negeri sipil",
    "TNI": "tni",
    "POLRI": "polri|polisi",
    "Swasta": "swasta|karyawan swasta|pegawai swasta|pekerja swasta",
    "Wirausaha": "wirausaha|wiraswasta|wirausaha wiraswasta|wiraswasta wirausaha|usaha sendiri",
    "Ibu rumah tangga": "ibu rumah tangga|irt|ibu rt|mengurus rumah tangga|ibu rumah tangga irt|irt ibu rumah tangga",
    "Pelajar/mahasiswa": "pelajar mahasiswa|mahasiswa pelajar",
    "Lainnya": "lainnya|lain lain|lain2|yang lain",
}
_OCCUPATION_OF = {word: key for key, spellings in _OCCUPATION.items() for word in spellings.split("|")}
_AGE = re.compile(r"(\d{1,3})(?:[.,]0+)?(?: ?(?:th|thn|tahun|years?|yo)\.?)?")
NAMES = {"jenis_kelamin": ("Laki-laki", "Perempuan")}
"""Target → the words that a cell which is not understood can be meant for."""
AGE_MIN, AGE_MAX = 5, 120
MAX_TEXT = 60
LONGEST_SHORT = 5
"""Letters of the longest word that is taken for an abbreviation when it stands in capitals: BUMN, PPPK."""


def gender(cell: str) -> str | None:
    """'L' or 'P', None if not understood."""
    return _GENDER_OF.get(words(cell))


def age(cell: str) -> int | None:
    """Age in years, 5 to 120; None for anything else, also for an age band."""
    found = _AGE.fullmatch(plain(cell))
    value = int(found.group(1)) if found else 0
    return value if AGE_MIN <= value <= AGE_MAX else None


def education(cell: str) -> str:
    """Tidak sekolah, SD, SMP, SMA, D1 to D3, S1 to S3 where the spelling is known, else the cell itself.

    Several spellings in one cell count where all of them mean the same: "SMA/SMK sederajat", "Sarjana (S1)".
    """
    said = _SPACED.sub(r"\1", words(cell))
    if said in _EDUCATION_OF:
        return _EDUCATION_OF[said]
    first, _, last = said.rpartition(" ")  # "Diploma 3 (D3)"
    if _EDUCATION_OF.get(first, first) == _EDUCATION_OF.get(last, last):
        return _EDUCATION_OF.get(last) or _tidy(cell)
    rest = [word for word in said.split() if word not in _BESIDE]
    whole = _EDUCATION_OF.get(" ".join(rest))
    meant = {_EDUCATION_OF.get(word) for word in rest}
    return whole or (meant.pop() if len(meant) == 1 else None) or _tidy(cell)


def occupation(cell: str) -> str:
    """PNS, TNI, POLRI, Swasta, Wirausaha and a few more where the spelling is known, else the cell itself."""
    return _OCCUPATION_OF.get(words(cell)) or _tidy(cell)


def _tidy(cell: str) -> str:
    """The cell on one line, at most 60 characters, written alike whether typed in small letters or in capitals."""
    said = " ".join(cell.split())[:MAX_TEXT]
    if said.islower() or (said.isupper() and max(map(len, words(said).split()), default=0) > LONGEST_SHORT):
        return said.capitalize()
    return said
