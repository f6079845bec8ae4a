"""Finds personal data by its content: columns to drop on reading, and numbers to mask inside free text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from skm_core.intake.wording import words

MASK = "[disamarkan]"
_GAP = "[ .\N{NO-BREAK SPACE}\N{HYPHEN}-\N{HORIZONTAL BAR}/-]"
"""What people and programs put between the digits of a number: also the spaces and dashes of phones and of Word."""
MASK_SQL = (
    rf"(^|[^0-9])([0-9]{{16}}|[0-9]{{4}}(?:{_GAP}[0-9]{{4}}){{3}}|[0-9]{{4,6}}{_GAP}[0-9]{{6}}{_GAP}?[0-9]{{4,6}}|"
    rf"\(?(?:\+?62|0)\)?{_GAP}?\(?8[0-9]{{1,3}}\)?(?:{_GAP}{{0,2}}[0-9]){{5,9}}|"
    rf"\(?(?:\+?62|0){_GAP}?21\)?{_GAP}?[0-9]{{3,4}}{_GAP}?[0-9]{{3,4}}|[^\s@,;]+@[^\s@,;]+\.[A-Za-z]{{2,}})($|[^0-9])"
)
"""RE2 pattern of NIK, phone and e-mail in running text, with one sign before and after; used with `MASK_REPLACE`.

To be applied twice: of two numbers with one sign between, the first takes the sign that the second needs before it.
"""
MASK_REPLACE = rf"\1{MASK}\3"
_RUNNING = re.compile(MASK_SQL, re.ASCII)

CONTENT = (
    r"'?\d{16}|'?\d{4}([ .-]\d{4}){3}|\d{6}[ .-]\d{6}[ .-]\d{4}|\d([.,]\d+)?E\+1[45]|"  # NIK
    r"\(?(\+?62|0)?\)?[ -]?\(?8\d{1,3}\)?([ .-]{0,2}\d){5,9}|\(?(\+?62|0)[ -]?21\)?[ -]?\d{7,8}|"  # telephone
    r"[^\s@]+@[^\s@]+\.[A-Za-z]{2,}|\d{1,3}(\.\d{1,3}){3}|[0-9a-f]{1,4}(:[0-9a-f]{0,4}){3,7}|"  # e-mail, IP
    r"(-\d{1,3}|9[5-9]|1[0-4]\d)\.\d{4,}|"  # coordinates: one, two with height and accuracy, in degrees, as a link
    r"-?\d{1,3}\.\d{4,}(\s*[,;]?\s*-?\d{1,3}\.\d{4,})+(\s+-?\d+(\.\d+)?){0,2}|"
    r"\d{1,3}\s*°[\d\s.,'’″′\"]+[a-z]{0,2}([\s,;]+\d{1,3}\s*°[\d\s.,'’″′\"]+[a-z]{0,2})?|"
    r"https?://(maps\.app\.goo\.gl|goo\.gl/maps|maps\.google|(www\.)?google\.[a-z.]+/maps)\S*|"
    r"https?://\S+\.(jpe?g|png|heic)\S*"
)
"""A cell that is nothing but a NIK (also as Excel cuts it), phone, e-mail, IP address, coordinate or picture link.

A lone coordinate is one that can lie in Indonesia west of Papua: 3.0666666667 is an average, not a latitude.
"""
_CONTENT = re.compile(CONTENT, re.IGNORECASE)


def may_be_personal(cell: str) -> str:
    """SQL that is true for every cell CONTENT matches and few others, at a fifth of its cost.

    What it matches is long enough and has an @ or a colon, or begins with a digit or one of ' ( ) + - and a blank, all
    of which sort before the colon.
    """
    return f"CASE WHEN length({cell}) >= 7 THEN {cell} < ':' OR contains({cell}, '@') OR contains({cell}, ':') END"


FIRST_WORDS = frozenset(
    [
        "nama",
        "nik",
        "ktp",
        "no",
        "nomor",
        "email",
        "surel",
        "alamat",
        "telepon",
        "telp",
        "hp",
        "wa",
        "whatsapp",
        "foto",
        "ip",
        "koordinat",
    ]
)


def masked(text: str) -> str:
    """The text with every NIK, phone and e-mail in it masked, as the archive keeps it."""
    return _RUNNING.sub(MASK_REPLACE, _RUNNING.sub(MASK_REPLACE, text))


def is_plainly_personal(header: str) -> bool:
    """True if a header asks for the personal thing itself, and is no question that merely mentions it.

    Then what stands below does not matter: three interviewers' names repeated over fifty rows are names all the same.
    """
    asked = words(header).split()
    return len(asked) <= 3 or asked[0] in FIRST_WORDS


def looks_personal(cells: Iterable[str]) -> bool:
    """True if most filled cells of a column are personal data by their form."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and 2 * sum(1 for cell in filled if _CONTENT.fullmatch(cell)) > len(filled)
