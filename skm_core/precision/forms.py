"""The one pass over single questionnaires: variance with respondents as units, and the design effect.

A respondent who fills several questionnaires is one unit (responden_kunci), stratum = kelurahan. Needed for data
that a kelurahan collected itself, for a single kelurahan, and for the variance under independent questionnaires that
the design effect divides by. The database sums; the cost of the Python part does not grow with respondents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from skm_core import queries
from skm_core.precision.counts import Floats, Hitungan, Ints
from skm_core.precision.linear import Linear, add_up
from skm_core.store import Store


@dataclass(frozen=True, eq=False, slots=True)
class Galat:
    """Sums of linearized values u (weight not yet applied), one row per pair of figures and unit of the design.

    kiri, kanan: figure numbers (group × T + figure). n_responden: people behind both; u: Σ over them of the left value,
    uu: of the product; uu_kuesioner: Σ over questionnaires of u², on rows with kiri = kanan.
    """

    kiri: Ints
    kanan: Ints
    psu: Ints
    n_responden: Floats
    u: Floats
    uu: Floats
    uu_kuesioner: Floats
    silang: bool


def errors(store: Store, h: Hitungan, lin: Linear, groups: Sequence[int], *, silang: bool = False) -> Galat:
    """Sums for all figures of the groups listed; silang: also the products between figures, for covariances."""
    cells = np.flatnonzero(np.isin(lin.kelompok, np.asarray(groups, dtype=np.int64)))
    part = lin.kelompok[cells] * len(h.bagian) + h.kode["bagian"][lin.sel[cells]]
    found = _fetch(store, h, lin, cells, part, silang) if len(cells) else []
    units = zip(h.psu_periode, h.psu_pengumpul, h.psu_kelurahan, strict=True)
    place = {
        (h.nama["periode"][when], h.nama["pengumpul"][who], h.nama["kelurahan"][where]): row
        for row, (when, who, where) in enumerate(units)
    }
    columns = list(zip(*found, strict=True)) or [()] * 9
    keys = zip(*columns[2:5], strict=True)
    whole = [np.array(column, dtype=np.int64) for column in columns[:2]]
    n_responden, u, uu, uu_kuesioner = (np.array(column, dtype=np.float64) for column in columns[5:])
    psu = np.array([place[key] for key in keys], dtype=np.int64)
    return Galat(whole[0], whole[1], psu, n_responden, u, uu, uu_kuesioner, silang)


def _fetch(store: Store, h: Hitungan, lin: Linear, cells: Ints, part: Ints, silang: bool) -> list[tuple[Any, ...]]:
    rows = lin.sel[cells]
    values: dict[str, Any] = {
        f"sel_{key}": [h.nama[key][code] for code in h.kode[key][rows]]
        for key in ("periode", "pengumpul", "layanan", "kelurahan", "golongan")
    }
    values |= {key: sorted(set(values[f"sel_{key}"])) for key in ("periode", "pengumpul")}
    values["sel_instrumen"] = [h.bagian[code][1].kode for code in h.kode["bagian"][rows]]
    values["sel_bagian"] = part.tolist()
    n_figures, width = lin.koef.shape[2:]
    blank = [0.0] * (20 - width)
    parts = np.unique(part)
    one, member = np.divmod(parts, len(h.bagian))
    values["bagian"] = parts.tolist()
    values["rasio"] = [row + blank for row in lin.rasio[one, member].tolist()]
    values["sasaran_bagian"] = np.repeat(parts, n_figures).tolist()
    values["sasaran"] = (one[:, None] * n_figures + np.arange(n_figures)).ravel().tolist()
    values["tetap"] = lin.tetap[one, member].ravel().tolist()
    values["koef"] = [row + blank for row in lin.koef[one, member].reshape(-1, width).tolist()]
    named = {**values, "profil": h.profil, "hanya_lengkap": h.hanya_lengkap, "silang": silang}
    return store.fetch(queries.statement("presisi_galat"), named, "queries/presisi_galat")[1]


def covariances(
    h: Hitungan, galat: Galat, bobot: Floats, n_figures: int, *, psu_tunggal: str = "adjust"
) -> tuple[Floats, Floats]:
    """Variance of each figure (nan if not asked), and figure × figure covariances (0 × 0 unless products were asked).

    Stratum = kelurahan, unit = respondent: Σ_h w² n_h/(n_h - 1) (Σ uv - Σu Σv / n_h), n_h all respondents of the
    kelurahan whatever they answered. A kelurahan with one respondent follows `psu_tunggal`, see `design.deviations`.
    """
    single = h.psu_responden == 1
    many = np.where(single, 2, h.psu_responden)
    scale = bobot**2 * np.where(single, float(psu_tunggal == "adjust"), many / (many - 1))
    own = galat.kiri == galat.kanan
    sums = np.zeros((len(bobot), n_figures))
    sums[galat.psu[own], galat.kiri[own]] = galat.u[own]
    centre = np.where(single, 0.0, scale / many)[:, None] * sums
    product = scale[galat.psu] * galat.uu
    seen = add_up(galat.kiri[own], np.ones(own.sum()), n_figures)
    factor = np.where(seen > 0, 1.0, np.nan)
    if psu_tunggal == "average":
        usable = add_up(galat.kiri[own], ~single[galat.psu[own]] * 1.0, n_figures)
        factor = np.sqrt(seen / np.where(usable > 0, usable, np.nan))
    variance = factor**2 * (add_up(galat.kiri[own], product[own], n_figures) - (centre * sums).sum(axis=0))
    if not galat.silang:
        return variance, np.zeros((0, 0))
    matrix = np.zeros((n_figures, n_figures))
    np.add.at(matrix, (galat.kiri, galat.kanan), product)
    np.add.at(matrix, (galat.kanan[~own], galat.kiri[~own]), product[~own])
    return variance, np.outer(factor, factor) * (matrix - centre.T @ sums)


def independent(lin: Linear, galat: Galat, bobot: Floats) -> Floats:
    """Group × figure: the variance if all questionnaires were independent, Σw / (n - 1) Σ w u²; nan if not asked.

    Equal to R survey's `svydesign(ids = ~1)` for the pooled weight, and to the denominator of its `deff` otherwise.
    """
    own = galat.kiri == galat.kanan
    size = lin.nilai.size
    squares = np.bincount(galat.kiri[own], weights=(bobot[galat.psu] * galat.uu_kuesioner)[own], minlength=size)
    seen = np.bincount(galat.kiri[own], minlength=size) > 0
    n = np.repeat(lin.n, lin.nilai.shape[1])
    usable = seen & (n > 1)
    variance = np.where(usable, np.repeat(lin.bobot, lin.nilai.shape[1]) / np.where(usable, n - 1, 1) * squares, np.nan)
    return np.asarray(variance.reshape(lin.nilai.shape), dtype=np.float64)
