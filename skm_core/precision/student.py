"""Student's t: quantiles, p values and shares, by scipy.special (Cephes and Boost, inverse of the incomplete beta)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy.special import stdtr, stdtrit

from skm_core.precision.counts import Floats

TINGKAT = 0.95
"""Confidence of every interval."""

TANPA_RAGAM = 1e-6
"""A standard error below this is 0 and its floating point dust: far below any figure that is published."""


def nothing_varies(se: float) -> bool:
    """A standard error of nothing: answers, or kelurahan, that are all alike. It is no measure of certainty."""
    return se < TANPA_RAGAM


@lru_cache(maxsize=4096)
def quantile(df: float, tingkat: float = TINGKAT) -> float:
    """Half-width in standard errors of the two-sided interval; infinite without a degree of freedom."""
    return float(stdtrit(df, (1 + tingkat) / 2)) if df > 0 else float("inf")


def p_value(t: Floats | float, df: Floats | float) -> Floats:
    """Two-sided p of |t| or more, 0..1."""
    return np.asarray(2 * stdtr(df, -np.abs(t)), dtype=np.float64)


def below(t: float, df: float) -> float:
    """Share of the distribution below t, 0..1."""
    return float(stdtr(df, t))
