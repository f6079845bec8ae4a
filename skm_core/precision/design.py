"""The sample design: weights of the units, strata, degrees of freedom, and the scaled deviation of each unit.

City sample: stratum = kecamatan, primary unit (PSU) = kelurahan, drawn anew in each periode. Variance by Taylor
linearization and ultimate clusters: Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, 5.5-5.6;
Lumley (2010), Complex Surveys, 2; R package survey, function svyrecvar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from skm_core import registry
from skm_core.errors import InvalidSettingError
from skm_core.precision.counts import Floats, Hitungan, Ints

BOBOT = ("pooled", "kelurahan", "penduduk")
"""pooled: every questionnaire counts once (the official figure). kelurahan: N_h / n_h, kelurahan of the kecamatan over
kelurahan drawn. penduduk: a kelurahan's questionnaires stand for its population, times N_h / n_h."""

PSU_TUNGGAL = ("adjust", "average")
"""What a stratum with one unit adds, which has no variance of its own. adjust (conservative, the default): its
deviation from the whole instead of from its stratum. average: the mean contribution of the other strata."""

VARIANS = ("gabungan", "sendiri")
"""Variance of a single kecamatan: pooled over kecamatan, or its own two kelurahan (1 degree of freedom)."""


@dataclass(frozen=True, slots=True)
class Cara:
    """How precision is computed. Raises UnknownKeyError for a word that does not exist.

    bobot, psu_tunggal, varians: see BOBOT, PSU_TUNGGAL, VARIANS. fpc: finite population correction, one
    stage; it makes intervals slightly too short. unsur: NRR too. deff: also pass over single questionnaires.
    """

    bobot: str = "pooled"
    fpc: bool = False
    psu_tunggal: str = "adjust"
    varians: str = "gabungan"
    unsur: bool = True
    deff: bool = True

    def __post_init__(self) -> None:
        registry.require("Bobot", self.bobot, BOBOT)
        registry.require("Aturan PSU tunggal", self.psu_tunggal, PSU_TUNGGAL)
        registry.require("Varians", self.varians, VARIANS)


CARA = Cara()
"""Pooled questionnaires, no correction, variance of a kecamatan pooled, with NRR and design effect."""


def unit_weights(h: Hitungan, bobot: str, used: Ints) -> Floats:
    """Weight of one questionnaire of each unit. Raises InvalidSettingError where a used unit lacks its population."""
    if bobot == "pooled":
        return np.ones(len(h.psu_n))
    drawn = units_in_stratum(h)
    expansion = np.where(h.n_kelurahan > 0, h.n_kelurahan, drawn) / drawn
    if bobot == "kelurahan":
        return expansion
    if missing := {h.nama["kelurahan"][place] for place in h.psu_kelurahan[used][h.psu_penduduk[used] <= 0]}:
        raise InvalidSettingError(
            f"Jumlah penduduk belum ada untuk {', '.join(sorted(missing))}; bobot penduduk tidak dapat dipakai."
        )
    return h.psu_penduduk / h.psu_n * expansion


def units_in_stratum(h: Hitungan) -> Floats:
    """n_h of each unit's stratum."""
    return np.asarray(np.bincount(h.psu_stratum)[h.psu_stratum], dtype=np.float64)


def deviations(z: Floats, stratum: Ints, sampled: Floats, *, psu_tunggal: str) -> Floats:
    """Scaled deviations whose squares sum to the variance. z: figure × unit, linearized totals of the units.

    c = sqrt((1 - f_h) n_h / (n_h - 1)) (z - mean of the stratum); `sampled` = f_h per unit, 0 without correction.
    A figure's strata are those where any unit is not zero.
    """
    if not z.size:
        return z
    labels, inverse = np.unique(stratum, return_inverse=True)
    member = np.zeros((len(labels), len(stratum)))
    member[inverse, np.arange(len(stratum))] = 1
    count = member.sum(axis=1)
    single = count[inverse] == 1
    centred = z - (z @ member.T / count)[..., inverse]
    n_h = np.where(single, 2, count[inverse])
    result: Floats = centred * np.sqrt((1 - sampled) * n_h / (n_h - 1))
    if single.any():
        if psu_tunggal == "adjust":
            result[..., single] = (z * np.sqrt(1 - sampled))[..., single]
        else:
            used = (np.abs(z) @ member.T) > 0
            usable = (used & (count > 1)).sum(axis=-1, keepdims=True)
            result *= np.sqrt(used.sum(axis=-1, keepdims=True) / np.where(usable == 0, np.nan, usable))
    return result


def degrees(stratum: Sequence[int] | Ints, periode: Sequence[int] | Ints) -> int:
    """Units less strata; over several periode the smallest of them, because their kelurahan may recur."""
    stratum, periode = np.asarray(stratum), np.asarray(periode)
    per_periode = [
        int(inside.sum()) - len(np.unique(stratum[inside]))
        for inside in (periode == code for code in np.unique(periode))
    ]
    return min(per_periode, default=0)
