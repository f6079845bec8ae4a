"""Can the data be trusted? Signs in a funnel, the index with and without them, validity and reliability."""

from __future__ import annotations

from skm_core.quality.funnel import BATAS_Z, Corong, funnel
from skm_core.quality.reliability import ALFA_RELIABEL, ButirKeandalan, Keandalan, reliability
from skm_core.quality.signs import TANDA, TANDA_KUESIONER, Tanda, Temuan, inspect, score_without

__all__ = [
    "ALFA_RELIABEL",
    "BATAS_Z",
    "TANDA",
    "TANDA_KUESIONER",
    "ButirKeandalan",
    "Corong",
    "Keandalan",
    "Tanda",
    "Temuan",
    "funnel",
    "inspect",
    "reliability",
    "score_without",
]
