"""The IKM and each NRR as functions of counts, and their linearization: what one questionnaire adds to the figure.

IKM = 25 Σ_u w_u NRR_u, NRR_u = mean over the items of u of (sum of answers / number of answers): a sum of ratios, so
the linearized value of unit k is z_k = Σ_i c_i (y_ik - r_ik Y_i/R_i) / R_i, c_i = 25 w_u / items of u
(Särndal, Swensson and Wretman 1992, 5.6). Several instrumen are combined by their number of questionnaires, as in
scoring, which adds (IKM_m - IKM) n_mk / n for each instrumen m.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from skm_core.precision.counts import Floats, Hitungan, Ints
from skm_core.rules import KONVERSI


@dataclass(frozen=True, eq=False, slots=True)
class Linear:
    """Figures of G groups. Figure 0 is the IKM, the next ones are the NRR of `unsur` in that order (T in all).

    nilai, total: G × T, the figure and the weight of questionnaires under it (nan and 0 where nobody answered).
    rasio: G × M × C; koef: G × M × T × C; tetap: G × M × T, over M bagian and C columns b1..bC.
    z: cell × T, weighted linearized total of each cell used; the other arrays describe those cells.
    """

    unsur: tuple[str, ...]
    nilai: Floats
    total: Floats
    n: Floats
    n_jawaban: Floats
    bobot: Floats
    rasio: Floats
    koef: Floats
    tetap: Floats
    sel: Ints
    kelompok: Ints
    z: Floats


def linearize(h: Hitungan, sel: Ints, kelompok: Ints, n_kelompok: int, bobot: Floats, *, unsur: bool) -> Linear:
    """Figures and linearization of the cells `sel`, which belong to the groups `kelompok` (same length).

    A cell may be listed in several groups. `bobot` is the weight of one questionnaire per unit. unsur False: IKM only.
    """
    keys, member, own = _items(h)
    n_bagian, width = member.shape[0], member.shape[2]
    answers, sums = h.n_jawaban[sel, :width], h.jumlah_nilai[sel, :width]
    part = h.kode["bagian"][sel]
    cell = kelompok * n_bagian + part
    weight = bobot[h.psu[sel]]

    def total(values: Floats) -> Floats:
        return add_up(cell, values, n_kelompok * n_bagian).reshape(n_kelompok, n_bagian)

    n_part = total(weight * h.n[sel])
    asked = np.stack([total(weight * answers[:, column]) for column in range(width)], axis=2)
    given = np.stack([total(weight * sums[:, column]) for column in range(width)], axis=2)
    answered = asked > 0
    safe = np.where(answered, asked, 1.0)
    ratio = given / safe
    per_item = member[None] * answered[:, :, None, :]
    items = per_item.sum(axis=3)
    has = items > 0
    per_item = per_item / np.where(has, items, 1)[..., None]
    has_own = ~(has & (own == 0)[None]).any(axis=2, keepdims=True)
    share = np.where(has_own, own[None], 1.0) * has
    share = share / np.where(has.any(axis=2, keepdims=True), share.sum(axis=2, keepdims=True), 1)
    coefficient = np.concatenate(
        [(KONVERSI * share[..., None] * per_item).sum(axis=2, keepdims=True), per_item], axis=2
    )
    active = np.concatenate([has.any(axis=2, keepdims=True), has], axis=2)
    if not unsur:
        coefficient, active = coefficient[:, :, :1], active[:, :, :1]
    by_part = np.einsum("gmtc,gmc->gmt", coefficient, ratio)
    mass = n_part[..., None] * active
    whole = mass.sum(axis=1)
    safe_whole = np.where(whole > 0, whole, 1.0)
    figure = np.einsum("gmt,gmt->gt", mass, by_part) / safe_whole
    koef = coefficient * (mass / safe_whole[:, None])[..., None] / safe[:, :, None, :]
    tetap = active * (by_part - figure[:, None]) / safe_whole[:, None]
    residual = sums - answers * ratio[kelompok, part]
    z = np.einsum("stc,sc->st", koef[kelompok, part], residual) + tetap[kelompok, part] * h.n[sel][:, None]
    unweighted = add_up(kelompok, h.n[sel], n_kelompok)
    has_item = (member.sum(axis=1) > 0)[part]
    n_jawaban = np.zeros((n_kelompok, figure.shape[1]))
    np.add.at(
        n_jawaban,
        kelompok,
        np.concatenate(
            [(answers * has_item).sum(axis=1, keepdims=True), np.einsum("suc,sc->su", member[part], answers)], axis=1
        )[:, : figure.shape[1]],
    )
    return Linear(
        unsur=keys if unsur else (),
        nilai=np.where(whole > 0, figure, np.nan),
        total=whole,
        n=unweighted,
        n_jawaban=n_jawaban,
        bobot=add_up(kelompok, weight * h.n[sel], n_kelompok),
        rasio=ratio,
        koef=koef,
        tetap=tetap,
        sel=sel,
        kelompok=kelompok,
        z=z * weight[:, None],
    )


def add_up(place: Ints, values: Floats, size: int) -> Floats:
    """Sum of the values at each place 0..size-1."""
    return np.asarray(np.bincount(place, weights=values, minlength=size), dtype=np.float64)


def _items(h: Hitungan) -> tuple[tuple[str, ...], Floats, Floats]:
    """Unsur keys in use, which items measure which unsur (bagian × unsur × column), and own weights (1 without)."""
    counted = [[item for item in instrumen.butir if item.peran != "tambahan"] for _, instrumen in h.bagian]
    keys = tuple(dict.fromkeys(item.unsur_kunci or item.kolom for items in counted for item in items))
    member, own = np.zeros((len(counted), len(keys), h.lebar)), np.ones((len(counted), len(keys)))
    for part, items in enumerate(counted):
        weights = h.bagian[part][1].bobot
        for item in items:
            key = keys.index(item.unsur_kunci or item.kolom)
            member[part, key, int(item.kolom[1:]) - 1] = 1
            own[part, key] = float(weights.get(item.unsur_kunci or item.kolom, 0)) if weights else 1.0
    return keys, member, own
