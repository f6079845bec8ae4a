"""What another sample could say: the interval of k kelurahan × m respondents, from the spread seen so far."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np

from skm_core import registry
from skm_core.errors import InvalidSettingError
from skm_core.precision.counts import load
from skm_core.precision.design import CARA, unit_weights
from skm_core.precision.forms import errors
from skm_core.precision.groups import group
from skm_core.precision.linear import linearize
from skm_core.precision.student import quantile
from skm_core.rules import round_half_up
from skm_core.store import Store
from skm_core.terms import Pilihan


@dataclass(frozen=True, slots=True)
class Komponen:
    """Spread of single respondents' contributions to the IKM, in points: between kelurahan and within them."""

    sd_antar: float
    sd_dalam: float
    n_kelurahan: int
    n_responden: int
    df_antar: int

    @property
    def icc(self) -> float:
        """Intraclass correlation 0..1: how alike respondents of one kelurahan are."""
        total = self.sd_antar**2 + self.sd_dalam**2
        return self.sd_antar**2 / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Andaian:
    """What a plan would give: standard error and half-width (points of the IKM), degrees of freedom, design effect."""

    kelurahan: int
    responden: int
    kecamatan: int
    se: float
    df: int
    deff: float

    @property
    def half_width(self) -> float:
        """Half of the 95% interval, not rounded; infinite for one kelurahan per kecamatan."""
        return quantile(self.df) * self.se

    @property
    def plus_minus(self) -> Decimal | None:
        """The same, one decimal half-up, since it is a forecast; None where no interval exists."""
        return round_half_up(Fraction(self.half_width), 1) if self.df > 0 else None

    @property
    def total(self) -> int:
        """Respondents of the whole plan."""
        return self.kelurahan * self.kecamatan * self.responden


ANGGAPAN = Komponen(math.sqrt(3.0), math.sqrt(97.0), 0, 0, 0)
"""Assumed where no survey has been held yet: respondents differ by 10 points (standard deviation), 3% of that variance
lies between kelurahan."""


@dataclass(frozen=True, slots=True)
class Terlihat:
    """Components seen so far, and the periode they come from, oldest first; no periode = ANGGAPAN."""

    komponen: Komponen
    periode: tuple[str, ...]


def seen_so_far(store: Store) -> Terlihat:
    """Components of the city's samples of all periode together: one survey shows too little of the spread between
    kelurahan (8 degrees of freedom). Each survey's variances count by their degrees of freedom. ANGGAPAN without data.
    """
    found: list[tuple[str, _Ragam]] = []
    for kode, periode in registry.periode(store).items():
        if not periode.panel:
            try:
                found.append((kode, _variances(store, Pilihan(periode=(kode,), pengumpul="kota"))))
            except InvalidSettingError:
                continue
    if not found:
        return Terlihat(ANGGAPAN, ())
    every = [ragam for _, ragam in found]
    df_between, df_within = sum(one.df_antar for one in every), sum(one.df_dalam for one in every)
    between = sum(one.antar * one.df_antar for one in every) / df_between
    within = sum(one.dalam * one.df_dalam for one in every) / df_within
    return Terlihat(
        Komponen(
            math.sqrt(max(between, 0.0)),
            math.sqrt(within),
            sum(one.n_kelurahan for one in every),
            sum(one.n_responden for one in every),
            df_between,
        ),
        tuple(kode for kode, _ in found),
    )


def components(store: Store, pilihan: Pilihan) -> Komponen:
    """Components of variance in the selection: its kelurahan within their kecamatan, respondents within kelurahan.

    Analysis of variance on the linearized contributions of respondents: within, s²_w over respondents less kelurahan;
    between, the variance of kelurahan means within kecamatan less s²_w / harmonic mean of respondents, not below 0
    (Searle, Casella and McCulloch 1992, Variance Components, 3.6). Raises InvalidSettingError where no kecamatan has
    two kelurahan with data, no kelurahan two respondents, or the selection mixes pengumpul.
    """
    found = _variances(store, pilihan)
    return Komponen(
        math.sqrt(max(found.antar, 0.0)),
        math.sqrt(found.dalam),
        found.n_kelurahan,
        found.n_responden,
        found.df_antar,
    )


@dataclass(frozen=True, slots=True)
class _Ragam:
    """Estimates of the two variances with their degrees of freedom; that between kelurahan may be below 0."""

    antar: float
    dalam: float
    df_antar: int
    df_dalam: float
    n_kelurahan: int
    n_responden: int


def _variances(store: Store, pilihan: Pilihan) -> _Ragam:
    """Analysis of variance of `components`, not cut off at 0, so that several surveys can be averaged."""
    h = load(store, hanya_lengkap=pilihan.hanya_lengkap)
    groups, sel, kelompok = group(h, pilihan, [])
    if len(groups) != 1 or groups[0].panel:
        raise InvalidSettingError("Pilih data dari satu pengumpul saja: kota atau kelurahan, dan bukan panel tertutup.")
    lin = linearize(h, sel, kelompok, 1, unit_weights(h, CARA.bobot, h.psu[sel]), unsur=False)
    galat = errors(store, h, lin, [0])
    n, total = galat.n_responden, galat.n_responden.sum()
    mean = total * galat.u / n
    stratum = h.psu_stratum[galat.psu]
    within_df = float(total - len(n))
    _, place = np.unique(stratum, return_inverse=True)
    size = np.bincount(place)
    between_df = int((size - 1).sum())
    if between_df < 1 or within_df < 1:
        raise InvalidSettingError(
            "Belum cukup data: perlu dua kelurahan dalam satu kecamatan, dengan beberapa responden."
        )
    within = max(float((total**2 * (galat.uu - galat.u**2 / n)).sum() / within_df), 0.0)
    centred = mean - (np.bincount(place, weights=mean) / size)[place]
    repeated = size[place] > 1
    harmonic = float(repeated.sum() / (1 / n[repeated]).sum())
    between = float((centred**2).sum() / between_df) - within / harmonic
    return _Ragam(between, within, between_df, within_df, len(n), int(total))


def what_if(komponen: Komponen, kelurahan: int, responden: int, kecamatan: int = 8) -> Andaian:
    """The interval that `kelurahan` per kecamatan × `responden` in each would give in `kecamatan` kecamatan.

    V = (σ²_between + σ²_within / m) / (k H), df = H (k - 1), design effect 1 + (m - 1) ICC (Kish 1965, 5.4).
    """
    if min(kelurahan, responden, kecamatan) < 1:
        raise InvalidSettingError("Jumlah kelurahan, responden, dan kecamatan harus lebih besar dari nol.")
    variance = (komponen.sd_antar**2 + komponen.sd_dalam**2 / responden) / (kelurahan * kecamatan)
    return Andaian(
        kelurahan=kelurahan,
        responden=responden,
        kecamatan=kecamatan,
        se=math.sqrt(variance),
        df=kecamatan * (kelurahan - 1),
        deff=1 + (responden - 1) * komponen.icc,
    )
