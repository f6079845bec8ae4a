"""Figures of several groups together: variances, covariances and degrees of freedom of their differences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from skm_core.precision import cluster, forms, people
from skm_core.precision.counts import Floats, Hitungan
from skm_core.precision.design import CARA, Cara, unit_weights
from skm_core.precision.groups import Kelompok, group, units_of
from skm_core.precision.linear import Linear, linearize
from skm_core.store import Store
from skm_core.terms import Pilihan

IKM = 0
"""Place of the index among a group's figures; the NRR of unsur u is 1 + its place in `lin.unsur`."""


@dataclass(frozen=True, eq=False, slots=True)
class Taksiran:
    """Figures of all groups (group × figure), nan where unknown.

    pengaruh: group × figure × kelurahan, see `cluster.influence`; digabung: the groups whose variance is pooled over
    kecamatan; galat: covariances of figures that rest on single respondents, by group × T + figure
    (0 × 0 if not asked for).
    """

    kelompok: tuple[Kelompok, ...]
    lin: Linear
    varians: Floats
    df: tuple[int, ...]
    deff: Floats
    pengaruh: Floats
    digabung: frozenset[int]
    galat: Floats

    def covariance(self, one: int, other: int, figure: int = IKM, other_figure: int | None = None) -> float:
        """Covariance of two figures: through the kelurahan they share, or the respondents they share.

        Taken as 0 between different kinds of data, between kecamatan, and where a part rests on another kind of
        variance than the whole (which overstates the variance of their difference, never understates it). Data that
        rest on respondents are independent between periode.
        """
        second = figure if other_figure is None else other_figure
        here, there = self.kelompok[one], self.kelompok[other]
        if here.klaster and there.klaster:
            pooled = [place in self.digabung for place in (one, other)]
            if pooled[0] != pooled[1] or (pooled[0] and here.wilayah != there.wilayah):
                return 0.0
            return float(self.pengaruh[one, figure] @ self.pengaruh[other, second])
        if here.klaster or there.klaster or not self.galat.size:
            return 0.0
        width = self.lin.nilai.shape[1]
        return float(self.galat[one * width + figure, other * width + second])

    def difference(
        self, one: int, other: int, figure: int = IKM, other_figure: int | None = None
    ) -> tuple[float, float, float]:
        """Figure of `one` less that of `other`, its variance, its degrees of freedom (nan, nan, 0 where unknown).

        V1 + V2 - 2 Cov. df: the smaller of two cluster designs, else by Welch and Satterthwaite.
        """
        second = figure if other_figure is None else other_figure
        left, right = float(self.varians[one, figure]), float(self.varians[other, second])
        value = float(self.lin.nilai[one, figure] - self.lin.nilai[other, second])
        smaller: float = min(self.df[one], self.df[other])
        if smaller <= 0 or left != left or right != right:
            return value, float("nan"), 0
        variance = max(left + right - 2 * self.covariance(one, other, figure, second), 0.0)
        if one != other and not (self.kelompok[one].klaster and self.kelompok[other].klaster) and left + right > 0:
            smaller = max(smaller, (left + right) ** 2 / (left**2 / self.df[one] + right**2 / self.df[other]))
        return value, variance, smaller


def estimate(
    h: Hitungan,
    parts: Sequence[tuple[Pilihan, Sequence[str]]],
    cara: Cara = CARA,
    store: Store | None = None,
    *,
    silang: bool = False,
) -> Taksiran:
    """Groups of each selection by its dimensions, one after the other; selections may overlap.

    silang: also covariances of figures that rest on respondents. Without a store no pass over questionnaires is made.
    """
    groups: list[Kelompok] = []
    cells, member, pooled, df_pooled = [], [], [], []
    for pilihan, menurut in parts:
        found, sel, kelompok = group(h, pilihan, menurut)
        cells.append(sel)
        member.append(kelompok + len(groups))
        if cara.varians == "gabungan" and any(one.klaster and one.satu_kecamatan for one in found):
            influence, df_found = cluster.pooled_influence(h, pilihan, menurut, found, cara)
            pooled.append((len(groups), influence))
            df_pooled.extend(df_found)
        else:
            df_pooled.extend([0] * len(found))
        groups.extend(found)
    taken = np.concatenate(cells)
    bobot = unit_weights(h, cara.bobot, h.psu[taken])
    lin = linearize(h, taken, np.concatenate(member), len(groups), bobot, unsur=cara.unsur)
    pengaruh = cluster.influence(h, lin, groups, fpc=cara.fpc, psu_tunggal=cara.psu_tunggal)
    for start, influence in pooled:
        for place in range(len(influence)):
            if df_pooled[start + place]:
                pengaruh[start + place] = influence[place]
    variance = np.einsum("gtk,gtk->gt", pengaruh, pengaruh)
    df = [wide or own for wide, own in zip(df_pooled, cluster.cluster_degrees(h, groups), strict=True)]
    deff, shared = np.full_like(variance, np.nan), np.zeros((0, 0))
    if store is not None:
        by_forms = [place for place, one in enumerate(groups) if not one.klaster and not one.panel]
        wanted = [place for place, one in enumerate(groups) if not one.panel] if cara.deff else by_forms
        if h.profil and not cara.deff and cara.psu_tunggal == "adjust":
            own, shared = people.covariances(store, h, lin, wanted, bobot, variance.size)
        else:
            galat = forms.errors(store, h, lin, wanted, silang=silang)
            own, shared = forms.covariances(h, galat, bobot, variance.size, psu_tunggal=cara.psu_tunggal)
        own = own.reshape(variance.shape)
        for place, units in zip(by_forms, units_of(h, [groups[place] for place in by_forms]), strict=True):
            df[place] = int((h.psu_responden[units] - 1).sum())
            variance[place] = own[place]
        if cara.deff:
            independent = forms.independent(lin, galat, bobot)
            deff = np.divide(variance, independent, out=deff, where=independent > 0)
    variance = np.maximum(variance, 0.0)  # of equal answers it is 0, and floating point may end just below
    variance[np.array(df, dtype=np.int64) <= 0] = np.nan
    return Taksiran(
        kelompok=tuple(groups),
        lin=lin,
        varians=variance,
        df=tuple(df),
        deff=deff,
        pengaruh=pengaruh,
        digabung=frozenset(np.flatnonzero(df_pooled).tolist()),
        galat=shared,
    )
