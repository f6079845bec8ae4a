"""The index with and without questionnaires that carry a sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import numpy as np
import numpy.typing as npt

from skm_core import precision, queries, registry
from skm_core.counting import Group
from skm_core.precision import Hitungan, Precision
from skm_core.scoring import Score, score, score_groups
from skm_core.store import Store
from skm_core.terms import DIMENSI, Pilihan

TANDA_KUESIONER = ("seragam", "runtun_panjang", "identik", "pola_berulang", "ada_kosong", "di_luar_tanggal")
"""Signs that a single questionnaire carries; the others belong to a kelurahan only."""
TANDA_UTAMA = ("seragam", "identik", "pola_berulang", "di_luar_tanggal")
"""Signs that make a questionnaire a flagged one: long runs and blanks are too common among honest answers."""

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Cell = tuple[str, str, str, str, str]
"""Keys of a cell: periode, pengumpul, layanan, wilayah, instrumen."""


@dataclass(frozen=True, slots=True)
class Berdampingan:
    """One score beside the same without flagged questionnaires (None if none is left)."""

    semua: Score
    tanpa: Score | None

    @property
    def n_bertanda(self) -> int:
        """Questionnaires that carry a sign."""
        return self.semua.n_kuesioner - (self.tanpa.n_kuesioner if self.tanpa else 0)

    @property
    def selisih(self) -> Decimal | None:
        """Published index without less the published index of all, in points; None where one is missing."""
        if self.tanpa is None or self.tanpa.ikm is None or self.semua.ikm is None:
            return None
        return self.tanpa.ikm - self.semua.ikm


@dataclass(frozen=True, slots=True)
class Banding(Berdampingan):
    """As computed: with the precision of the score without, None where it would need a pass over single forms."""

    presisi_tanpa: Precision | None


@dataclass(frozen=True, eq=False, slots=True)
class Tercatat:
    """Questionnaires of some periode as cells × sets of signs: keys, counts, answers and sums per cell."""

    sel: tuple[Cell, ...]
    tanda: Mapping[str, Bools]
    jumlah: Mapping[str, Ints]
    """n_kuesioner, n_dikenali, n_bertanggal per cell."""
    n_jawaban: Ints
    jumlah_nilai: Ints

    def bertanda(self, tanda: Sequence[str]) -> Bools:
        """Which cells carry one of the signs or more."""
        carried = np.zeros(len(self.sel), dtype=bool)
        for name in tanda:
            carried |= self.tanda[name]
        return carried

    def dalam(self, pilihan: Pilihan) -> Bools:
        """Which cells a selection holds; complete questionnaires are those without a blank."""
        held = [
            (not pilihan.periode or periode in pilihan.periode)
            and (not pilihan.layanan or layanan in pilihan.layanan)
            and (pilihan.pengumpul in (None, pengumpul))
            and place.startswith(pilihan.wilayah or "")
            for periode, pengumpul, layanan, place, _ in self.sel
        ]
        found: Bools = np.array(held, dtype=bool)
        return found & ~self.tanda["ada_kosong"] if pilihan.hanya_lengkap else found


def recorded(store: Store, periode: tuple[str, ...]) -> Tercatat:
    """Questionnaires of these periode (all, if none is named) by their signs: one pass, kept per data version."""
    return store.once(f"tanda {periode}", lambda: _load(store, periode))


def _load(store: Store, periode: tuple[str, ...]) -> Tercatat:
    rows = queries.rows(store, "mutu_data_hitung", periode=list(periode) or None)

    def numbers(name: str, *shape: int) -> Ints:
        return np.array([row[name] for row in rows], dtype=np.int64).reshape(len(rows), *shape)

    return Tercatat(
        sel=tuple(
            (row["periode"], row["pengumpul"], row["layanan"], row["kelurahan"], row["instrumen"]) for row in rows
        ),
        tanda={name: np.array([row[name] for row in rows], dtype=bool) for name in TANDA_KUESIONER},
        jumlah={name: numbers(name) for name in ("n_kuesioner", "n_dikenali", "n_bertanggal")},
        n_jawaban=numbers("n_jawaban", -1) if rows else np.zeros((0, 20), dtype=np.int64),
        jumlah_nilai=numbers("jumlah_nilai", -1) if rows else np.zeros((0, 20), dtype=np.int64),
    )


def score_without(
    store: Store,
    pilihan: Pilihan,
    menurut: Sequence[str] = (),
    tanda: Sequence[str] = TANDA_UTAMA,
    *,
    semua: Sequence[Score] | None = None,
) -> tuple[Banding, ...]:
    """Each score of the selection beside the same without questionnaires that carry one of the signs.

    semua: the scores of all questionnaires where they are known already. Raises UnknownKeyError for a sign that a
    single questionnaire cannot carry, or an unknown dimension.
    """
    for name in tanda:
        registry.require("Tanda", name, TANDA_KUESIONER)
    known = recorded(store, pilihan.periode)
    kept = known.dalam(pilihan) & ~known.bertanda(tanda)
    scores = score_groups(_groups(store, known, np.flatnonzero(kept), menurut), registry.instrumen(store))
    without = {_key(one): one for one in scores}
    sure = {_key(one): one for one in _precision(store, known, pilihan, menurut, tanda)}
    return tuple(
        Banding(one, clean := without.get(_key(one)), sure.get(_key(one)) if clean else None)
        for one in (score(store, pilihan, menurut) if semua is None else semua)
    )


def _groups(store: Store, known: Tercatat, cells: Ints, menurut: Sequence[str]) -> list[Group]:
    """Counts of the cells, one Group per value of the dimensions, as counting.groups gives them for all."""
    rounds, places = registry.periode(store), registry.wilayah(store)
    found: dict[tuple[Any, ...], list[int]] = {}
    for cell in cells.tolist():
        periode, pengumpul, layanan, place, instrumen = known.sel[cell]
        values = (periode, layanan, places[place].kecamatan_kode, place)
        shown = tuple(value if name in menurut else None for name, value in zip(DIMENSI, values, strict=True))
        key = (*shown, pengumpul, rounds[periode].panel, rounds[periode].aturan, instrumen)
        found.setdefault(key, []).append(cell)
    names = (*DIMENSI, "pengumpul", "panel", "aturan", "instrumen")
    return [
        Group(
            **dict(zip(names, key, strict=True)),
            n_kuesioner=int(known.jumlah["n_kuesioner"][inside].sum()),
            n_jawaban=tuple(known.n_jawaban[inside].sum(axis=0).tolist()),
            jumlah_nilai=tuple(known.jumlah_nilai[inside].sum(axis=0).tolist()),
        )
        for key, inside in found.items()
    ]


def _precision(
    store: Store, known: Tercatat, pilihan: Pilihan, menurut: Sequence[str], tanda: Sequence[str]
) -> tuple[Precision, ...]:
    """Precision from the counts less those of the flagged, where counts are enough (the city's sample)."""
    if "kelurahan" in menurut:
        return ()  # a single kelurahan needs its single questionnaires
    whole = precision.load(store, hanya_lengkap=pilihan.hanya_lengkap)
    of, rows = store.once(f"sel presisi {pilihan.hanya_lengkap}", lambda: (whole, _rows(whole)))
    if of is not whole:  # a write came in between
        rows = _rows(whole)
    flagged = np.flatnonzero(known.bertanda(tanda) & known.dalam(pilihan))
    at = np.array([rows[known.sel[cell]] for cell in flagged.tolist()], dtype=np.int64)
    n, n_jawaban, jumlah_nilai = whole.n.copy(), whole.n_jawaban.copy(), whole.jumlah_nilai.copy()
    np.subtract.at(n, at, known.jumlah["n_kuesioner"][flagged])
    np.subtract.at(n_jawaban, at, known.n_jawaban[flagged])
    np.subtract.at(jumlah_nilai, at, known.jumlah_nilai[flagged])
    left = replace(whole, n=n, n_jawaban=n_jawaban, jumlah_nilai=jumlah_nilai)
    return precision.precision_of_counts(left, pilihan, menurut)


def _rows(whole: Hitungan) -> dict[Cell, int]:
    """Row of every cell in the counts of the precision."""
    keys = ("periode", "pengumpul", "layanan", "kelurahan")
    columns = [[whole.nama[key][code] for code in whole.kode[key].tolist()] for key in keys]
    instrumen = [whole.bagian[code][1].kode for code in whole.kode["bagian"].tolist()]
    return {key: row for row, key in enumerate(zip(*columns, instrumen, strict=True))}


def _key(one: Score | Precision) -> tuple[object, ...]:
    return one.periode, one.layanan, one.kecamatan, one.kelurahan, one.pengumpul, one.panel
