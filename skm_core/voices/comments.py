"""Comments that may be shown: never one from a service, place and periode with fewer than ten questionnaires."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np

from skm_core import queries, rules
from skm_core.scoring import selection
from skm_core.store import Store
from skm_core.terms import Pilihan
from skm_core.voices.anonymous import anonymous
from skm_core.voices.words import stem, stems, themes

PITA = {"rendah": "D", "sedang": "C", "tinggi": "BA"}
"""Bands of the answers on the writer's own questionnaire, by the grades that their average would have as an IKM.

Three, not four: the fewer, the less a band says about one person.
"""
NO_DATE = date(1900, 1, 1)


class Asal(NamedTuple):
    """Which questionnaire a comment stands on."""

    unggahan_id: int
    lembar: str
    baris: int
    layanan: str


class Suara(NamedTuple):
    """One comment. tema: keys of its themes; pita: band of the answers on its questionnaire, "" without any.

    A tuple, because a page may hold ten thousand of them, which are made four times faster than frozen values.
    """

    asal: Asal
    teks: str
    periode: str
    layanan: str
    wilayah: str
    tanggal: date | None
    pita: str
    tema: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terbaca:
    """The comments of a selection, newest first, and how many are held back for the anonymity of their writers."""

    suara: tuple[Suara, ...]
    n_tersembunyi: int


def comments(store: Store, pilihan: Pilihan) -> Terbaca:
    """All comments of a selection that may be shown, of both kinds of data unless it names one.

    NIK, phone numbers and e-mail addresses are masked on reading a file, and once more here, with the names of people.
    """
    found = queries.columns(store, "suara", **selection(pilihan), n_sembunyi=rules.N_SEMBUNYI)
    (held,) = queries.rows(store, "saran_tersembunyi", **selection(pilihan), n_sembunyi=rules.N_SEMBUNYI)
    bands = _bands(found["jumlah"].astype(np.int64), found["terjawab"].astype(np.int64))
    days = found["tanggal"].astype("datetime64[D]").tolist()
    names = ("unggahan_id", "lembar", "baris", "layanan", "teks", "periode", "wilayah")
    rows = zip(*(found[name].tolist() for name in names), days, bands, strict=True)
    return Terbaca(tuple(_comment(*row) for row in rows), int(held["n"]))


def _comment(
    unggahan_id: int,
    lembar: str,
    baris: int,
    layanan: str,
    teks: str,
    periode: str,
    wilayah: str,
    day: date,
    band: str,
) -> Suara:
    text = anonymous(teks)
    when = None if day == NO_DATE else day
    asal = Asal(unggahan_id, lembar, baris, layanan)
    return Suara(asal, text, periode, layanan, wilayah, when, band, themes(text))


def _bands(sums: np.ndarray[Any, np.dtype[np.int64]], n: np.ndarray[Any, np.dtype[np.int64]]) -> list[str]:
    """Band per questionnaire: 25 · sum / n, rounded half-up to two decimals, against the grades; in whole numbers."""
    edges = {grade.huruf: int(grade.batas_bawah * 100) for grade in rules.PERMENPAN_14_2017.mutu}
    low, middle = (2 * 2500 * sums < n * (2 * edges[letter] - 1) for letter in ("C", "B"))
    named = np.where(low, "rendah", np.where(middle, "sedang", "tinggi"))
    return np.where(n > 0, named, "").tolist()  # type: ignore[no-any-return]


def searched(cari: str) -> list[str]:
    """The words and numbers of a search; none where it holds only signs."""
    return re.findall(r"[a-z]+|[0-9]+", cari.lower())


def matching(found: Sequence[Suara], *, cari: str = "", tema: str = "", pita: str = "") -> tuple[Suara, ...]:
    """The comments that hold every word and number of `cari` (or a part or another form of it), a theme and a band."""
    asked = [(word, f" {stem(word)} ") for word in searched(cari)]
    return tuple(
        one
        for one in found
        if (not tema or tema in one.tema)
        and (not pita or one.pita == pita)
        and all(word in one.teks.lower() or cut in stems(one.teks) for word, cut in asked)
    )


def count_themes(found: Sequence[Suara]) -> Mapping[str, tuple[int, int]]:
    """Per theme how many comments speak of it, and how many of those stand on a questionnaire that is not "tinggi"."""
    every: Counter[str] = Counter()
    low: Counter[str] = Counter()
    for one in found:
        every.update(one.tema)
        if one.pita in ("rendah", "sedang"):
            low.update(one.tema)
    return {kunci: (n, low[kunci]) for kunci, n in every.most_common()}
