"""The passages of a report: written by rules from the data, or as a person rewrote them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from skm_core import queries, registry
from skm_core.errors import InvalidSettingError
from skm_core.queries import statement
from skm_core.reports.parts import Teks
from skm_core.reports.scope import Scope
from skm_core.store import Store

MOST_LETTERS = 6000


def rewritten(store: Store, what: Scope, pengumpul: str, passages: Iterable[Teks]) -> tuple[Teks, ...]:
    """The passages with what persons wrote in place of the rules' words, and whether the data have changed since."""
    found = {row["kunci"]: row for row in queries.rows(store, "teks_laporan", **_key(what, pengumpul))}
    return tuple(
        replace(one, teks=row["teks"], diubah=True, usang=row["bawaan"] != one.bawaan)
        if (row := found.get(one.kunci))
        else one
        for one in passages
    )


def save_text(store: Store, what: Scope, pengumpul: str, passage: Teks, teks: str, *, oleh: str) -> None:
    """Keep a passage as a person wrote it. Empty, or as the rules say it: it follows the data again.

    Raises InvalidSettingError for a text that is too long, or without a name.
    """
    registry.require("Periode", what.periode, registry.periode(store))
    text = "\n".join(line.rstrip() for line in teks.strip().splitlines())
    if len(text) > MOST_LETTERS:
        raise InvalidSettingError(
            f"Bagian {passage.judul} terlalu panjang: {len(text)} huruf, paling banyak {MOST_LETTERS}. "
            "Persingkat teksnya."
        )
    if not oleh.strip():
        raise InvalidSettingError("Ketik nama Anda dahulu. Nama itu dicatat bersama perubahan teks.")
    values = {**_key(what, pengumpul), "kunci": passage.kunci}
    with store.write() as cursor:
        cursor.execute(statement("teks_laporan_hapus"), values)
        if text and text != passage.bawaan:
            cursor.execute(
                statement("teks_laporan_simpan"),
                {
                    **values,
                    "teks": text,
                    "bawaan": passage.bawaan,
                    "waktu": datetime.now(UTC).replace(tzinfo=None),
                    "oleh": oleh.strip(),
                },
            )


def _key(what: Scope, pengumpul: str) -> dict[str, str]:
    return {"periode": what.periode, "lingkup": what.lingkup, "pengumpul": pengumpul}
