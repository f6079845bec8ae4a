"""Themes of comments by a list of Indonesian words that anyone may read and change: data/reference/tema.csv.

A word stands for all its forms: both the list and the comments are cut to stems by the Indonesian stemmer of Snowball
(Tala 2003, A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia). A word after = stands for that
form alone: "=jalan" is the road, not "berjalan". Several words in one row are a phrase, and phrases go first: the words
of a phrase that was found are not read once more alone, so that "kursi tunggu" is a seat and no waiting. The phrases
of the theme `bukan` are about nothing and only keep their words from being read.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import snowballstemmer

from skm_core.reference.rows import REFERENCE, read

WORD = re.compile(r"[a-z]+")
EXACT = "="
NONE = "bukan"
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
    read = _index()
    written = WORD.findall(text.lower())
    cut = [stem(word) for word in written]
    taken: set[int] = set()
    found: set[str] = set()
    for place, first in enumerate(cut):
        for phrase, kunci in read.phrases.get(first, ()):
            if tuple(cut[place : place + len(phrase)]) == phrase:
                found.add(kunci)
                taken.update(range(place, place + len(phrase)))
    for place, word in enumerate(written):
        if place not in taken:
            found.update(read.stems.get(cut[place], ()), read.forms.get(word, ()))
    return tuple(tema.kunci for tema in lexicon() if tema.kunci in found and tema.kunci != NONE)


@dataclass(frozen=True, slots=True)
class _Index:
    """The list made ready: themes of every stem and of every form, and phrases of stems by their first stem."""

    stems: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def _index() -> _Index:
    single: dict[str, tuple[str, ...]] = {}
    forms: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for tema in lexicon():
        for kata in tema.kata:
            words = tuple(WORD.findall(kata.lower()))
            cut = tuple(stem(word) for word in words)
            if len(words) > 1:
                phrases[cut[0]] = (*phrases.get(cut[0], ()), (cut, tema.kunci))
            elif kata.startswith(EXACT):
                forms[words[0]] = (*forms.get(words[0], ()), tema.kunci)
            else:
                single[cut[0]] = (*single.get(cut[0], ()), tema.kunci)
    return _Index(single, forms, phrases)
