"""What people write: comments that may be shown, their themes, search, and quotes chosen for public use."""

from __future__ import annotations

from skm_core.voices.comments import PITA, Asal, Suara, Terbaca, comments, count_themes, matching, searched
from skm_core.voices.quotes import Kutipan, choose, chosen, withdraw
from skm_core.voices.words import Tema, lexicon

__all__ = [
    "PITA",
    "Asal",
    "Kutipan",
    "Suara",
    "Tema",
    "Terbaca",
    "choose",
    "chosen",
    "comments",
    "count_themes",
    "lexicon",
    "matching",
    "searched",
    "withdraw",
]
