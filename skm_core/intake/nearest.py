"""The known name that a misspelt one probably stands for: offered in the finding, never read by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from skm_core.intake.wording import words

NEAR, APART = 75, 8
"""Likeness, 0 to 100, from which a name is offered, and how much less alike the next one must be."""
ALIKE = 0.75
"""Share of the letters of a word, in order, that the word it stands for must have."""
_KIND = re.compile(r"^(kelurahan|kel|kecamatan|kec|layanan|pelayanan) ")
"""What may stand before a name, as `words` gives it."""


def nearest(cell: str, names: Sequence[str]) -> str | None:
    """The one name a cell is near to; None if none is, if two are about as near, or if a word would be dropped.

    "Sangat tidak puas" looks like "Sangat puas" and means the opposite: every word of the cell must be in the name.
    """
    bare = _KIND.sub("", words(cell))
    found = process.extract(bare, names, scorer=fuzz.ratio, processor=words, limit=2)
    if not found or found[0][1] < NEAR or (len(found) > 1 and found[0][1] - found[1][1] < APART):
        return None
    name: str = found[0][0]
    return name if _says_all(bare, words(name)) else None


def _says_all(cell: str, name: str) -> bool:
    """Whether each word of a cell is a spelling or an abbreviation of a word of the name."""
    if cell.replace(" ", "") == name.replace(" ", ""):
        return True
    return all(any(_alike(word, other) for other in name.split()) for word in cell.split())


def _alike(word: str, other: str) -> bool:
    letters = min(len(word), len(other))
    return word[0] == other[0] and LCSseq.similarity(word, other) >= ALIKE * letters


def meant(cell: str, names: Sequence[str]) -> str:
    """ " Mungkin maksudnya Kapuk." to end a sentence with; "" if no name is near."""
    name = nearest(cell, names)
    return f" Mungkin maksudnya {name}." if name else ""
