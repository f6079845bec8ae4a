"""Shorthands for reading a file in a test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from skm_core.intake import Draft, Options, ingest, prepare, read_file
from skm_core.store import Store

Read = Callable[..., Draft]
Stored = Callable[[Draft], list[tuple[Any, ...]]]


@pytest.fixture
def read(store: Store) -> Read:
    """`read(bytes, name="uji.csv", open_world=False, **options)` → Draft."""

    def reading(data: bytes, name: str = "uji.csv", *, open_world: bool = False, **options: Any) -> Draft:
        return prepare(store, read_file(data, name), Options(**options), open_world=open_world)

    return reading


@pytest.fixture
def stored(store: Store) -> Stored:
    """`stored(draft)` → what the database holds of it afterwards, by unsur, without file and row numbers."""

    def storing(draft: Draft) -> list[tuple[Any, ...]]:
        assert not draft.refused, [finding.pesan for finding in draft.temuan]
        receipt = ingest(store, draft, pengunggah="uji")
        _, rows = store.fetch(
            "SELECT periode_kode, layanan_kode, wilayah_kode, pengumpul, instrumen_kode, tanggal, jenis_kelamin, usia, "
            "pendidikan, pekerjaan, saran, COLUMNS('^b[1-9]$') FROM kuesioner WHERE unggahan_id = $1 ORDER BY baris",
            [receipt.unggahan_id],
        )
        return rows

    return storing


def codes(draft: Draft) -> list[str]:
    """Codes of the findings, in order."""
    return [finding.kode for finding in draft.temuan]
