"""Variances that rest on single questionnaires: respondents as units, and the design effect.

A respondent who fills several questionnaires is one unit (responden_kunci), stratum = kelurahan. Needed for data
that a kelurahan collected itself, for a single kelurahan, and for the variance under independent questionnaires that
the design effect divides by. All are quadratic forms in the sums of `moments`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from skm_core.precision.counts import Floats, Hitungan, Ints
from skm_core.precision.linear import Linear, add_up
from skm_core.precision.moments import Bools, Momen, moments
from skm_core.store import Store


@dataclass(frozen=True, eq=False, slots=True)
class Galat:
    """Sums of linearized values u (weight not yet applied), one row per pair of figures and unit of the design.

    kiri, kanan: figure numbers (group × T + figure). n_responden: people behind the left figure; u: Σ over them of its
    value, uu: of the product; uu_kuesioner: Σ over questionnaires of u², on rows with kiri = kanan.
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
    used = np.flatnonzero(np.isin(lin.kelompok, np.asarray(groups, dtype=np.int64)))
    beta = coefficients(lin)
    kind = h.kode["periode"][lin.sel[used]] * len(h.nama["pengumpul"]) + h.kode["pengumpul"][lin.sel[used]]
    found = []
    for code in np.unique(kind).tolist():
        periode, pengumpul = divmod(code, len(h.nama["pengumpul"]))
        momen = moments(store, h, h.nama["periode"][periode], h.nama["pengumpul"][pengumpul])
        found.append(_of_kind(momen, h, lin, beta, used[kind == code], silang))
    whole: list[Ints] = [_column(found, place).astype(np.int64) for place in range(3)]
    n_responden, u, uu, uu_kuesioner = (_column(found, place) for place in range(3, 7))
    return Galat(whole[0], whole[1], whole[2], n_responden, u, uu, uu_kuesioner, silang)


def _column(found: Sequence[tuple[Floats | Ints, ...]], place: int) -> Floats:
    return np.concatenate([np.zeros(0), *(one[place] for one in found)])


def coefficients(lin: Linear) -> Floats:
    """Group × bagian × figure × D: u of a questionnaire is this times its x = (1, answered, answer)."""
    return np.concatenate([lin.tetap[..., None], -lin.koef * lin.rasio[:, :, None, :], lin.koef], axis=3)


def _of_kind(
    momen: Momen, h: Hitungan, lin: Linear, beta: Floats, cells: Ints, silang: bool
) -> tuple[Floats | Ints, ...]:
    """The columns of Galat for one periode and pengumpul: per unit and group one row of coefficients over its cells.

    The groups of a unit are numbered 0..G-1 within it; units with fewer are padded, and the padding is left out.
    """
    where = np.searchsorted(momen.sel, lin.sel[cells])
    unit, place, group = momen.unit_sel[where], momen.tempat[where], lin.kelompok[cells]
    n_units, most, depth = momen.kuesioner.shape[:3]
    pairs, pair = np.unique(unit * (int(group.max()) + 1) + group, return_inverse=True)
    unit_of, group_of = np.divmod(pairs, int(group.max()) + 1)
    slot = np.arange(len(pairs)) - np.searchsorted(unit_of, unit_of)
    n_slots, n_figures = int(slot.max()) + 1, beta.shape[2]
    by_group = np.zeros((n_units, n_slots, n_figures, most, depth))
    by_group[unit, slot[pair], :, place] = beta[group, h.kode["bagian"][lin.sel[cells]]]
    spread = by_group.reshape(n_units, n_slots * n_figures, most, depth)
    per_form = np.matmul(spread.transpose(0, 2, 1, 3), momen.kuesioner).transpose(0, 2, 1, 3)
    flat = spread.reshape(n_units, n_slots * n_figures, most * depth)
    half = per_form.reshape(flat.shape) if momen.responden is None else flat @ momen.responden
    u = (flat @ momen.kuesioner[:, :, 0].reshape(n_units, most * depth, 1))[..., 0]
    uu_kuesioner = (per_form * spread).sum(axis=(2, 3))
    own = np.zeros((n_units, n_slots, most), dtype=bool)
    own[unit, slot[pair], place] = True
    n = np.repeat(_people(momen, own), n_figures, axis=1)
    number = np.full((n_units, n_slots), -1)
    number[unit_of, slot] = group_of
    number = (number[..., None] * n_figures + np.arange(n_figures)).reshape(n_units, -1)
    number[np.repeat(~own.any(axis=2), n_figures, axis=1)] = -1
    if not silang:
        at, left = np.nonzero(number >= 0)
        right = left
        product = (uu_kuesioner if momen.responden is None else (half * flat).sum(axis=2))[at, left]
    else:
        known = number >= 0
        both = known[:, :, None] & known[:, None, :] & np.triu(np.ones((number.shape[1],) * 2, dtype=bool))
        at, left, right = np.nonzero(both)
        product = (half @ flat.transpose(0, 2, 1))[at, left, right]
    columns = number[at, left], number[at, right], momen.psu[at], n[at, left], u[at, left], product
    return (*columns, uu_kuesioner[at, left])


def _people(momen: Momen, own: Bools) -> Floats:
    """People behind each group of each unit, whose cells are marked (unit × group × cell)."""
    hit = (own[momen.unit_pola] & momen.pola[:, None, :]).any(axis=2) * momen.n_pola[:, None]
    people = np.zeros(own.shape[:2])
    np.add.at(people, momen.unit_pola, hit)
    return people


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
    upper = add_up(galat.kiri * n_figures + galat.kanan, product, n_figures**2).reshape(n_figures, n_figures)
    matrix = upper + upper.T - np.diag(np.diag(upper))
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
