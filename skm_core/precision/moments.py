"""The one pass over single questionnaires: sums of products of their answers, kept with the data version.

The linearized value of a questionnaire is linear in x = (1, r_1..r_C, y_1..y_C), with y the answer (0 if blank) and r
whether it was given. So every variance over questionnaires or respondents, of any figure, is a quadratic form in sums
of x xᵀ; later figures cost no further pass, whatever the number of respondents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from skm_core import queries
from skm_core.precision.counts import Floats, Hitungan, Ints
from skm_core.store import Store

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False, slots=True)
class Momen:
    """Sums over the U units (kelurahan) of one periode and pengumpul, each with at most A cells; D is the length of x.

    sel: the cells of the counts, sorted, with their unit 0..U-1 (`unit_sel`) and their place 0..A-1 in it (`tempat`).
    psu: row of each unit in the unit tables. kuesioner: U × A × D × D, Σ x xᵀ over the questionnaires of a cell.
    responden: U × AD × AD, Σ X Xᵀ over people, X their x summed per cell, one cell after the other; None where
    everybody filled one questionnaire, so that it would only repeat `kuesioner` along its diagonal.
    pola: how many people (n_pola) of which unit (unit_pola) filled which cells (pola, × A).
    """

    sel: Ints
    unit_sel: Ints
    tempat: Ints
    psu: Ints
    kuesioner: Floats
    responden: Floats | None
    unit_pola: Ints
    pola: Bools
    n_pola: Ints


@dataclass(frozen=True, eq=False, slots=True)
class Answers:
    """Single questionnaires of one periode and pengumpul: cell as place in `sel`, its x, and who filled it."""

    sel: Ints
    cell: Ints
    x: Floats
    responden: Ints


def moments(store: Store, h: Hitungan, periode: str, pengumpul: str) -> Momen:
    """Sums of one periode and pengumpul, read once per data version."""
    key = f"momen {h.hanya_lengkap} {h.profil} {periode} {pengumpul}"
    of, found = store.once(key, lambda: (h, _read(store, h, periode, pengumpul)))
    return found if of is h else _read(store, h, periode, pengumpul)  # a write came in between


def answers(store: Store, h: Hitungan, periode: str, pengumpul: str, cells: Ints | None = None) -> Answers:
    """Every questionnaire of one periode and pengumpul that lies in a cell of the counts, or in one of `cells`.

    Read anew at every call.
    """
    sel = np.flatnonzero(
        (h.kode["periode"] == h.nama["periode"].index(periode))
        & (h.kode["pengumpul"] == h.nama["pengumpul"].index(pengumpul))
    )
    sel = sel if cells is None else np.intersect1d(sel, cells)
    named = {
        f"sel_{key}": [h.nama[key][code] for code in h.kode[key][sel]] for key in ("layanan", "kelurahan", "golongan")
    }
    named["sel_instrumen"] = [h.bagian[code][1].kode for code in h.kode["bagian"][sel]]
    found = queries.columns(
        store,
        "presisi_kuesioner",
        **named,
        sel_nomor=list(range(len(sel))),
        profil=h.profil,
        hanya_lengkap=h.hanya_lengkap,
        periode=periode,
        pengumpul=pengumpul,
    )
    cell = found["sel"].astype(np.int64)
    given = np.stack([found[f"b{column}"] for column in range(1, h.lebar + 1)], axis=1).astype(np.float64)
    x = np.concatenate([np.ones((len(cell), 1)), given > 0, given], axis=1)
    return Answers(sel, cell, x, found["responden"])


def _read(store: Store, h: Hitungan, periode: str, pengumpul: str) -> Momen:
    read = answers(store, h, periode, pengumpul)
    sel, cell, x = read.sel, read.cell, read.x
    psu, unit_sel = np.unique(h.psu[sel], return_inverse=True)
    order = np.argsort(unit_sel, kind="stable")
    tempat = np.empty(len(sel), dtype=np.int64)
    tempat[order] = np.arange(len(sel)) - np.searchsorted(unit_sel[order], unit_sel[order])
    n_units, most, depth = len(psu), int(tempat.max(initial=0)) + 1, x.shape[1]
    kuesioner = np.zeros((n_units, most, depth, depth))
    for number, rows in _split(cell):
        kuesioner[unit_sel[number], tempat[number]] = x[rows].T @ x[rows]
    people, person = np.unique(read.responden, return_inverse=True)
    pairs, person = np.unique(unit_sel[cell] * (len(people) + 1) + person, return_inverse=True)
    unit_of = pairs // (len(people) + 1)
    filled = np.zeros((len(unit_of), most), dtype=bool)
    filled[person, tempat[cell]] = True
    first, n_pola = _patterns(unit_of, filled)
    responden = None
    if len(unit_of) < len(cell):
        responden = np.zeros((n_units, most * depth, most * depth))
        for number, rows in _split(unit_sel[cell]):
            people, local = np.unique(person[rows], return_inverse=True)
            summed = np.zeros((len(people), most, depth))
            np.add.at(summed, (local, tempat[cell[rows]]), x[rows])
            flat = summed.reshape(len(people), -1)
            responden[number] = flat.T @ flat
    return Momen(sel, unit_sel, tempat, psu, kuesioner, responden, unit_of[first], filled[first], n_pola)


def _patterns(unit_of: Ints, filled: Bools) -> tuple[Ints, Ints]:
    """People with the same unit and the same cells: one of them, and how many they are."""
    label = unit_of
    for byte in np.packbits(filled, axis=1).T:
        _, label = np.unique(label * 256 + byte, return_inverse=True)
    _, first, count = np.unique(label, return_index=True, return_counts=True)
    return first, count


def _split(labels: Ints) -> Iterator[tuple[int, Ints]]:
    """Each label that occurs and the rows that carry it."""
    order = np.argsort(labels, kind="stable")
    names, starts = np.unique(labels[order], return_index=True)
    yield from zip(names.tolist(), np.split(order, starts[1:]) if len(names) else [], strict=True)
