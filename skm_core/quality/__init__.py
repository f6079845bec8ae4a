"""Can the data be trusted? Signs in a funnel, the index with and without them, validity and reliability."""

from __future__ import annotations

from skm_core.quality.flagged import TANDA_KUESIONER, TANDA_UTAMA, Banding, Berdampingan, recorded, score_without
from skm_core.quality.funnel import MIN_TEMPAT, MIN_X, Bagian, Corong, funnel, judge
from skm_core.quality.reliability import ALFA_RELIABEL, N_KEANDALAN, ButirKeandalan, Keandalan, reliability
from skm_core.quality.signs import TANDA, Sebaran, Tanda, Temuan, inspect, standing_out

__all__ = [
    "ALFA_RELIABEL",
    "MIN_TEMPAT",
    "MIN_X",
    "N_KEANDALAN",
    "TANDA",
    "TANDA_KUESIONER",
    "TANDA_UTAMA",
    "Bagian",
    "Banding",
    "Berdampingan",
    "ButirKeandalan",
    "Corong",
    "Keandalan",
    "Sebaran",
    "Tanda",
    "Temuan",
    "funnel",
    "inspect",
    "judge",
    "recorded",
    "reliability",
    "score_without",
    "standing_out",
]
