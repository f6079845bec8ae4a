"""A bar that says what is being done, for what may take longer than two seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

READING, CHECKING, WEIGHING, COMPARING, STORING, VERIFYING, KEEPING = (
    "Membaca berkas.",
    "Memeriksa isi setiap baris.",
    "Menghitung akibatnya pada angka.",
    "Membandingkan dengan data yang ada.",
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

    def say(said: str, done: float) -> None:
        place.progress(done, said)

    try:
        yield say
    finally:
        place.empty()


@contextmanager
def storing() -> Iterator[tuple[Callable[[str], None], list[BaseException]]]:
    """The bar of `ingest`: its `stage`, and what wanted to interrupt it.

    Streamlit stops a run at its next call when the person clicks elsewhere or closes the window. Storing is carried
    through first; whoever stores raises the interruption afterwards.
    """
    names, place = list(STAGES), st.empty()
    interruptions: list[BaseException] = []

    def guarded(draw: Callable[[], object]) -> None:
        if not interruptions:
            try:
                draw()
            except BaseException as interruption:
                interruptions.append(interruption)

    def stage(name: str) -> None:
        guarded(lambda: place.progress((names.index(name) + 1) / len(names), STAGES[name]))

    try:
        yield stage, interruptions
    finally:
        guarded(place.empty)
