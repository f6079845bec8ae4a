"""What a recount needs of a processing sheet: the answers of its respondents, and the lines around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from skm_core.rules import NILAI


@dataclass(frozen=True, slots=True)
class Column:
    """One question: its letter in the sheet, the header as written, and the unsur it belongs to."""

    huruf: str
    judul: str
    unsur: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row that is no respondent: its number, its texts joined, numbers under the questions, and numbers elsewhere.

    `butir`: one entry per question, None where no number stands; `lain`: (column letter, text) of the other numbers.
    `tak_terhitung`: it holds a formula that was never computed.
    """

    baris: int
    teks: str
    butir: tuple[str | None, ...]
    lain: tuple[tuple[str, str], ...]
    tak_terhitung: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: questions from left to right, row numbers and answers (as numbers, None = blank) of the respondents.

    `aturan`: key of the rule set whose table of mutu holds.
    """

    nama: str | None
    aturan: str
    kolom: tuple[Column, ...]
    baris: Sequence[int]
    jawaban: Sequence[Sequence[int | None]]
    garis: Sequence[Line]

    def answers(self, column: int) -> list[int]:
        """Answers of 1 to 4 given to a question, in the order of the rows."""
        return [value for row in self.jawaban if (value := row[column]) in NILAI and value is not None]

    def total(self, column: int, rows: slice = slice(None)) -> int:
        """What the sheet's own sum of a column gives: every number in it, also 0 and those off the scale."""
        return sum(row[column] or 0 for row in self.jawaban[rows])


_NUMBER = re.compile(r"[*()=:\s]*(-?\d{1,12}(?:[.,]\d{1,20})?|-?\d{1,3}(?:\.\d{3})+,\d{1,20})(?:e-?\d{1,2})?\s*%?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: its exact value and the decimals it is written with (None: as many as a computer keeps)."""

    nilai: Fraction
    desimal: int | None


MANY = 7
"""From this many decimals on a number was computed and not written by a person."""


def number(text: str) -> Number | None:
    """The number in a cell such as "3.0666666667", "3,067" or "*) 3,38"; None if it holds anything else."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return None
    digits = found.group(1)
    if "," in digits:
        digits = digits.replace(".", "").replace(",", ".")
    decimals = len(digits.partition(".")[2])
    value = Fraction(digits)
    if "e-" in text:
        value, decimals = value / 10 ** int(text.rpartition("e-")[2]), MANY
    return Number(value, None if decimals >= MANY else decimals)
