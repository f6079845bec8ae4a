"""The known name that a misspelt one probably stands for: offered in the finding, never read by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from skm_core.intake.wording import words

NEAR, APART = 75, 8
"""Likeness, 0 to 100, from which a name is offered, and how much less alike the next one must be."""
_KIND = re.compile(r"^(kelurahan|kel|kecamatan|kec|layanan|pelayanan) ")
"""What may stand before a name, as `words` gives it."""


def nearest(cell: str, names: Sequence[str]) -> str | None:
    """The one name a cell is near to; None if none is, or two are about as near."""
    bare = _KIND.sub("", words(cell))
    found = process.extract(bare, names, scorer=fuzz.ratio, processor=words, limit=2, score_cutoff=NEAR)
    if not found or (len(found) > 1 and found[0][1] - found[1][1] < APART):
        return None
    name: str = found[0][0]
    return name


def meant(cell: str, names: Sequence[str]) -> str:
    """ " Mungkin maksudnya Kapuk." to end a sentence with; "" if no name is near."""
    name = nearest(cell, names)
    return f" Mungkin maksudnya {name}." if name else ""
