"""Brings texts of the same meaning to the same form, so that case, spaces, signs and line breaks do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

BLANK = frozenset({
    "", "-", "--", "---", "–", "—", "_", ".", "..", "...", "n/a", "#n/a", "na", "n.a", "n.a.", "null", "none", "nan",
    "nil", "kosong", "(kosong)", "blank", "(blank)", "belum diisi", "tidak diisi", "tidak dijawab", "tidak menjawab",
})  # fmt: skip
"""Cells that mean "not answered", in the form `plain` gives."""

_ODD = re.compile(r"[^\w\s.,;:!'\"()/&+–—-]|[+–—-]$|^[+–—-] ?\d")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """Lower case, ordinary spaces, one between words; signs are kept."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text.replace("_x000D_", " ")))
    return " ".join(text.casefold().split())


@lru_cache(maxsize=65_536)
def words(text: str) -> str:
    """As `plain`, with every sign turned into a space: letters and digits only."""
    return " ".join(re.sub(r"[^\w]|_", " ", plain(text)).split())


def odd(text: str) -> bool:
    """True for a sign that no answer label has there, an emoji, "Baik+", "-3": without it the text says less."""
    return _ODD.search(text) is not None


def is_blank(text: str | None) -> bool:
    """True for an empty cell and for the usual ways of writing "nothing"."""
    return text is None or plain(text) in BLANK


def letter(index: int) -> str:
    """Column letter of a 0-based index as a spreadsheet shows it (0 → A, 26 → AA)."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name
