"""Shares compared by a funnel: a small place must stray far before it says anything."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

BATAS_Z = 3.0
"""Standard errors beyond which a place is flagged (99.8 % limits, as funnel plots are drawn)."""


@dataclass(frozen=True, slots=True)
class Corong:
    """A funnel: share of all places together (0..1), how much they vary beyond chance (1 = not at all), how many."""

    pusat: float
    phi: float
    n_tempat: int

    def z(self, x: int, n: int) -> float:
        """How many standard errors x of n lies above the share of all; 0 of nothing, and against nobody."""
        return _z(x, n, self.pusat) / math.sqrt(self.phi) if n and self.n_tempat else 0.0

    def batas_atas(self, n: int) -> float:
        """The share (0..1) above which a place of n is flagged; the line of the chart."""
        if not self.n_tempat:
            return 1.0
        angle = math.asin(math.sqrt(self.pusat)) + BATAS_Z * math.sqrt(self.phi) / (2 * math.sqrt(n))
        return 1.0 if angle >= math.pi / 2 else math.sin(angle) ** 2


def funnel(pairs: Sequence[tuple[int, int]]) -> Corong:
    """The funnel of (x, n) per place.

    z = 2 √n (asin √(x/n) - asin √p), the variance-stabilized share; phi = mean of z² with the outer tenths of z pulled
    in, not below 1, so that ordinary differences between places flag nobody (Spiegelhalter 2005, Statistics in Medicine
    24, 1185-1202).
    """
    counted = [(x, n) for x, n in pairs if n]
    total = sum(n for _, n in counted)
    if not total:
        return Corong(0.0, 1.0, 0)
    centre = sum(x for x, _ in counted) / total
    values = sorted(_z(x, n, centre) for x, n in counted)
    cut = len(values) // 10
    low, high = values[cut], values[-1 - cut]
    spread = sum(min(max(value, low), high) ** 2 for value in values) / len(values)
    return Corong(centre, max(spread, 1.0), len(values))


def _z(x: int, n: int, centre: float) -> float:
    return 2 * math.sqrt(n) * (math.asin(math.sqrt(x / n)) - math.asin(math.sqrt(centre)))
