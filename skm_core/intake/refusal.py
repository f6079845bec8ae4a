"""The one reason for which a file as a whole cannot be read."""

from __future__ import annotations

from typing import Any


class RefusedError(Exception):
    """Carries the code of a finding, its row if there is one, and the words of its sentence."""

    def __init__(self, kode: str, baris: int | None = None, **words: Any) -> None:
        self.kode, self.baris, self.words = kode, baris, words


def megabytes(size: int) -> str:
    """A size as a sentence shows it."""
    return f"{max(1, size // 1024**2)} MB"
