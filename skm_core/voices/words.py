"""Themes of comments by a list of Indonesian words that anyone may read and change: data/reference/tema.csv.

A word stands for all its forms: both the list and the comments are cut to stems by the Indonesian stemmer of Snowball
(Tala 2003, A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia). Where a stem is cut wrongly the
list names the form itself. Several words in one row are a phrase.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from functools import cache, lru_cache

import snowballstemmer

from skm_core.reference.rows import REFERENCE, read

WORD = re.compile(r"[a-z]+")
_lock = threading.Lock()
_stemmer = snowballstemmer.stemmer("indonesian")


@dataclass(frozen=True, slots=True)
class Tema:
    """One theme with the words and phrases that speak of it, as written in the file."""

    kunci: str
    nama: str
    kata: tuple[str, ...]


@cache
def lexicon() -> tuple[Tema, ...]:
    """All themes in the order of the file. Raises SkmError naming file, row and column of a cell that is wrong."""
    names: dict[str, str] = {}
    words: dict[str, list[str]] = {}
    for row in read(REFERENCE, "tema", "tema_kunci tema_nama kata"):
        kunci = row.text("tema_kunci")
        names.setdefault(kunci, row.text("tema_nama"))
        words.setdefault(kunci, []).append(row.text("kata"))
    return tuple(Tema(kunci, names[kunci], tuple(found)) for kunci, found in words.items())


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one word in small letters."""
    with _lock:  # the stemmer keeps the word it works on
        return str(_stemmer.stemWord(word))


@lru_cache(maxsize=131_072)
def stems(text: str) -> str:
    """The stems of a text in their order, each between spaces: " antre lama "."""
    return f" {' '.join(stem(word) for word in WORD.findall(text.lower()))} "


@lru_cache(maxsize=131_072)
def themes(text: str) -> tuple[str, ...]:
    """Keys of the themes a text speaks of, in the order of the file; a text may speak of several, or of none."""
    single, phrases = _by_stem()
    cut = stems(text)
    found = {kunci for word in cut.split() for kunci in single.get(word, ())}
    found |= {kunci for phrase, kunci in phrases if phrase in cut}
    return tuple(tema.kunci for tema in lexicon() if tema.kunci in found)


@cache
def _by_stem() -> tuple[dict[str, tuple[str, ...]], tuple[tuple[str, str], ...]]:
    """Themes of every single stem, and phrases of stems with their theme."""
    single: dict[str, tuple[str, ...]] = {}
    phrases = []
    for tema in lexicon():
        for kata in tema.kata:
            cut = stems(kata)
            if " " in cut.strip():
                phrases.append((cut, tema.kunci))
            else:
                single[cut.strip()] = (*single.get(cut.strip(), ()), tema.kunci)
    return single, tuple(phrases)
