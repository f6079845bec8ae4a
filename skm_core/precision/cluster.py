"""Variance of the city's sample from counts alone: kelurahan are the units drawn within each kecamatan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from skm_core.precision.counts import Floats, Hitungan, Ints
from skm_core.precision.design import Cara, degrees, deviations, unit_weights, units_in_stratum
from skm_core.precision.groups import Kelompok, group, units_of
from skm_core.precision.linear import Linear, linearize
from skm_core.terms import Pilihan


def influence(
    h: Hitungan, lin: Linear, groups: Sequence[Kelompok], *, fpc: bool = False, psu_tunggal: str = "adjust"
) -> Floats:
    """Group × figure × kelurahan: scaled deviations whose inner products are variances and covariances.

    Cov(a, b) = Σ over kelurahan of a_k b_k. A kelurahan that recurs in several periode is added up before squaring,
    each periode centred on its own strata: V1 + V2 + 2 Cov. Rows of groups that are no cluster sample are zero.
    """
    sampled = np.zeros(len(h.psu_n))
    if fpc:
        sampled = np.where(h.n_kelurahan > 0, units_in_stratum(h) / np.maximum(h.n_kelurahan, 1), 0.0)
    result = np.zeros((len(groups), lin.nilai.shape[1], len(h.nama["kelurahan"])))
    blocks: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for place, one in enumerate(groups):
        if one.klaster and not one.panel:
            blocks[one.pengumpul, one.dalam].append(place)
    for (pengumpul, dalam), places in blocks.items():
        periods = np.array([name in dalam for name in h.nama["periode"]])
        units = np.flatnonzero(periods[h.psu_periode] & (h.psu_pengumpul == h.nama["pengumpul"].index(pengumpul)))
        local_group, local_unit = np.full(len(groups), -1), np.full(len(h.psu_n), -1)
        local_group[places], local_unit[units] = np.arange(len(places)), np.arange(len(units))
        cells = np.flatnonzero(local_group[lin.kelompok] >= 0)
        z = np.zeros((len(places), len(units), lin.z.shape[1]))
        np.add.at(z, (local_group[lin.kelompok[cells]], local_unit[h.psu[lin.sel[cells]]]), lin.z[cells])
        scaled = deviations(z.transpose(0, 2, 1), h.psu_stratum[units], sampled[units], psu_tunggal=psu_tunggal)
        fold = np.zeros((len(units), result.shape[2]))
        fold[np.arange(len(units)), h.psu_kelurahan[units]] = 1
        result[places] = scaled @ fold
    return result


def cluster_degrees(h: Hitungan, groups: Sequence[Kelompok]) -> list[int]:
    """Degrees of freedom per group: kelurahan drawn less kecamatan, in its place; 0 where kelurahan are no units."""
    known: dict[tuple[str, str, tuple[str, ...]], int] = {}
    for one, units in zip(groups, units_of(h, groups), strict=True):
        key = (one.pengumpul, one.wilayah, one.dalam)
        if key not in known:
            counts = one.klaster and not one.panel
            known[key] = degrees(h.psu_stratum[units], h.psu_periode[units]) if counts else 0
    return [known[one.pengumpul, one.wilayah, one.dalam] for one in groups]


def pooled_influence(
    h: Hitungan, pilihan: Pilihan, menurut: Sequence[str], groups: Sequence[Kelompok], cara: Cara
) -> tuple[Floats, list[int]]:
    """Influence of each single kecamatan with the between-kelurahan variance pooled over kecamatan, and its df.

    With V_g = n_g / (n_g - 1) Σ z_k² of kecamatan g (its own linearized figure, n_g kelurahan drawn, no correction):
    s² = Σ_g (n_g - 1) n_g V_g / Σ_g (n_g - 1) over all kecamatan with the same other keys, and V(kecamatan) = s² / n,
    times 1 - n/N with the correction. df = Σ_g (n_g - 1): 8 for two kelurahan in each of eight kecamatan. It assumes
    that kelurahan differ equally much in every kecamatan. Products are pooled the same way, so that a change or a
    difference inside one kecamatan has the pooled covariance; those of two kecamatan must not be multiplied.
    Over several periode n is the mean number drawn and df the smallest. Zero, df 0, for groups that are none.
    """
    wide = replace(pilihan, wilayah=None)
    others, sel, kelompok = group(h, wide, [*dict.fromkeys([*menurut, "kecamatan"])])
    lin = linearize(h, sel, kelompok, len(others), unit_weights(h, cara.bobot, h.psu[sel]), unsur=cara.unsur)
    own = influence(h, lin, others)
    pooled: dict[tuple[object, ...], Floats] = {}
    freedom: dict[tuple[object, ...], int] = defaultdict(int)
    degrees_of = cluster_degrees(h, others)
    for place, (one, units) in enumerate(zip(others, units_of(h, others), strict=True)):
        if one.satu_kecamatan and (df := degrees_of[place]):
            scaled = np.sqrt(df * _drawn(h, one, units)) * own[place]
            pooled[_family(one)] = pooled.get(_family(one), 0.0) + scaled
            freedom[_family(one)] += df
    result, df_pooled = np.zeros((len(groups), *own.shape[1:])), [0] * len(groups)
    for place, (one, units) in enumerate(zip(groups, units_of(h, groups), strict=True)):
        if one.klaster and one.satu_kecamatan and freedom[_family(one)] and (drawn := _drawn(h, one, units)):
            existing = float(h.n_kelurahan[units].max(initial=0))
            rest = 1 - drawn / existing if cara.fpc and existing else 1.0
            result[place] = pooled[_family(one)] * np.sqrt(rest / drawn / freedom[_family(one)])
            df_pooled[place] = freedom[_family(one)]
    return result, df_pooled


def _family(one: Kelompok) -> tuple[object, ...]:
    return one.periode, one.layanan, one.golongan, one.pengumpul, one.panel


def _drawn(h: Hitungan, one: Kelompok, units: Ints) -> float:
    """Kelurahan drawn in the group's kecamatan, mean over its periode."""
    return int((h.n_kelurahan[units] > 0).sum()) / len(one.dalam)
