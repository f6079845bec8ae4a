"""The counts every score rests on, read from SQL once per data version and regrouped as whole numbers.

SQL counts and sums over questionnaires (`views/hitung_butir.sql`); a page then asks for many groupings of the same few
thousand cells, which costs 10 ms each in SQL and well under 1 ms here. Nothing is divided in this module.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from skm_core import queries, registry
from skm_core.store import Store
from skm_core.terms import DIMENSI, Pilihan

Ints = npt.NDArray[np.int64]
SEL = ("periode", "layanan", "wilayah", "pengumpul", "instrumen")
MAX_BUTIR = 20


@dataclass(frozen=True, eq=False, slots=True)
class Counts:
    """One cell per periode, layanan, wilayah, pengumpul and instrumen that holds questionnaires.

    `kode[d][cell]` is the place of the cell's key in `nama[d]` (d of SEL, sorted). The other arrays are cell, or
    cell × item column b1..b20.
    """

    nama: Mapping[str, tuple[str, ...]]
    kode: Mapping[str, Ints]
    n_kuesioner: Ints
    n_jawaban: Ints
    jumlah_nilai: Ints


@dataclass(frozen=True, slots=True)
class Group:
    """Counts of one value of the chosen dimensions, pengumpul, rule set, panel and instrumen; None = not asked."""

    periode: str | None
    layanan: str | None
    kecamatan: str | None
    kelurahan: str | None
    pengumpul: str
    panel: bool
    aturan: str
    instrumen: str
    n_kuesioner: int
    n_jawaban: tuple[int, ...]
    """Answers to b1..b20."""
    jumlah_nilai: tuple[int, ...]
    """Sums of b1..b20."""


def counts(store: Store, *, hanya_lengkap: bool = False) -> Counts:
    """All counts of the active questionnaires (or of the complete ones only), once per data version."""
    query = "hitung_lengkap" if hanya_lengkap else "hitung"
    return store.once(query, lambda: _load(store, query))


def _load(store: Store, query: str) -> Counts:
    found = queries.columns(store, query)
    names, codes = {}, {}
    for key in SEL:
        values, places = np.unique(found[key].astype(str), return_inverse=True)
        names[key], codes[key] = tuple(map(str, values)), places.astype(np.int64)
    cell_of_row = np.zeros(len(found["butir"]), dtype=np.int64)
    for key in SEL:
        cell_of_row = cell_of_row * max(len(names[key]), 1) + codes[key]
    cells, first, row_cell = np.unique(cell_of_row, return_index=True, return_inverse=True)
    answered = np.zeros((len(cells), MAX_BUTIR), dtype=np.int64)
    summed = np.zeros((len(cells), MAX_BUTIR), dtype=np.int64)
    item = found["butir"].astype(np.int64) - 1
    answered[row_cell, item] = found["n_jawaban"]
    summed[row_cell, item] = found["jumlah_nilai"]
    return Counts(
        nama=names,
        kode={key: codes[key][first] for key in SEL},
        n_kuesioner=found["n_kuesioner"].astype(np.int64)[first],
        n_jawaban=answered,
        jumlah_nilai=summed,
    )


def chosen(known: Counts, pilihan: Pilihan) -> npt.NDArray[np.bool_]:
    """Which cells a selection holds."""
    holds = np.ones(len(known.n_kuesioner), dtype=bool)
    wanted: Mapping[str, Sequence[str]] = {
        "periode": pilihan.periode,
        "layanan": pilihan.layanan,
        "pengumpul": (pilihan.pengumpul,) if pilihan.pengumpul else (),
    }
    for key, values in wanted.items():
        if values:
            holds &= np.array([name in values for name in known.nama[key]], dtype=bool)[known.kode[key]]
    if pilihan.wilayah:
        inside = [name.startswith(pilihan.wilayah) for name in known.nama["wilayah"]]
        holds &= np.array(inside, dtype=bool)[known.kode["wilayah"]]
    return holds


def groups(store: Store, pilihan: Pilihan, menurut: Sequence[str]) -> list[Group]:
    """Counts of a selection, one Group per value of the dimensions of `menurut` (names of DIMENSI), in code order.

    Raises UnknownKeyError for another dimension. Kinds of data, rule sets, panels and instrumen always stay apart.
    """
    for name in menurut:
        registry.require("Rincian", name, DIMENSI)
    known = counts(store, hanya_lengkap=pilihan.hanya_lengkap)
    cells = np.flatnonzero(chosen(known, pilihan))
    if not len(cells):
        return []
    of, labels = store.once(f"label {pilihan.hanya_lengkap}", lambda: (known, _labels(store, known)))
    if of is not known:  # a write came in between
        labels = _labels(store, known)
    keys = [name for name in DIMENSI if name in menurut] + ["pengumpul", "panel", "aturan", "instrumen"]
    group_of_cell = np.zeros(len(cells), dtype=np.int64)
    for key in keys:
        names, codes = labels[key]
        group_of_cell = group_of_cell * len(names) + codes[cells]
    _, first, inverse = np.unique(group_of_cell, return_index=True, return_inverse=True)
    order = np.argsort(inverse, kind="stable")
    starts = np.searchsorted(inverse[order], np.arange(len(first)))
    ordered = cells[order]
    n_kuesioner = np.add.reduceat(known.n_kuesioner[ordered], starts).tolist()
    n_jawaban = np.add.reduceat(known.n_jawaban[ordered], starts).tolist()
    jumlah_nilai = np.add.reduceat(known.jumlah_nilai[ordered], starts).tolist()

    def value(key: str, cell: int) -> str | None:
        names, codes = labels[key]
        return (names[codes[cell]] or None) if key in keys else None

    return [
        Group(
            periode=value("periode", cell),
            layanan=value("layanan", cell),
            kecamatan=value("kecamatan", cell),
            kelurahan=value("kelurahan", cell),
            pengumpul=str(value("pengumpul", cell)),
            panel=value("panel", cell) == "panel",
            aturan=str(value("aturan", cell)),
            instrumen=str(value("instrumen", cell)),
            n_kuesioner=n_kuesioner[position],
            n_jawaban=tuple(n_jawaban[position]),
            jumlah_nilai=tuple(jumlah_nilai[position]),
        )
        for position, cell in enumerate(cells[first].tolist())
    ]


def _labels(store: Store, known: Counts) -> dict[str, tuple[tuple[str, ...], Ints]]:
    """Per key of a group its sorted names and the place of every cell in them; '' where a key does not apply."""
    places, rounds = registry.wilayah(store), registry.periode(store)
    labels = {key: (known.nama[key], known.kode[key]) for key in SEL}
    labels["kelurahan"] = labels["wilayah"]
    derived = {
        "kecamatan": ("wilayah", [places[name].kecamatan_kode or "" for name in known.nama["wilayah"]]),
        "aturan": ("periode", [rounds[name].aturan for name in known.nama["periode"]]),
        "panel": ("periode", ["panel" if rounds[name].panel else "" for name in known.nama["periode"]]),
    }
    for key, (source, values) in derived.items():
        names = tuple(sorted(set(values)))
        codes = np.array([names.index(value) for value in values], dtype=np.int64)
        labels[key] = (names, codes[known.kode[source]])
    return labels
