"""A bar that says what is being done, for what may take longer than two seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

READING, CHECKING, WEIGHING, COMPARING, STORING, VERIFYING, KEEPING = (
    "Membaca berkas.",
    "Memeriksa isi setiap baris.",
    "Menghitung akibatnya pada angka.",
    "Membandingkan dengan yang sudah tersimpan.",
    "Menyimpan.",
    "Memeriksa keutuhan data.",
    "Menyimpan arsip.",
)
STAGES = {"banding": COMPARING, "simpan": STORING, "periksa": VERIFYING, "arsip": KEEPING, "selesai": "Selesai."}
"""Stages of `ingest` in the words of the screen."""


@contextmanager
def bar(words: str, share: float = 0.1) -> Iterator[Callable[[str, float], None]]:
    """Show a bar with these words; call what it yields with other words and a share 0..1. Gone afterwards."""
    place = st.empty()
    place.progress(share, words)
    try:
        yield lambda said, done: place.progress(done, said) and None
    finally:
        place.empty()


@contextmanager
def storing() -> Iterator[Callable[[str], None]]:
    """The bar of `ingest`: what it yields is its `stage`."""
    names = list(STAGES)
    with bar(STAGES["banding"], 0.05) as say:
        yield lambda name: say(STAGES[name], (names.index(name) + 1) / len(names))
