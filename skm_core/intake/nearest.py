"""The known name that a misspelt one probably stands for: offered in the finding, never read by itself."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from skm_core.intake.wording import words

NEAR, APART = 75, 8
"""Likeness, 0 to 100, from which a name is offered, and how much less alike the next one must be."""


def meant(cell: str, names: Sequence[str]) -> str:
    """ " Mungkin maksudnya Kapuk." to end a sentence with; "" if no name is near, or two are about as near."""
    found = process.extract(words(cell), names, scorer=fuzz.ratio, processor=words, limit=2, score_cutoff=NEAR)
    if not found or (len(found) > 1 and found[0][1] - found[1][1] < APART):
        return ""
    return f" Mungkin maksudnya {found[0][0]}."
