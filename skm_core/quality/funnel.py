"""Shares compared by a funnel: a small place must stray far before it says anything."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist
from typing import NamedTuple

from skm_core.precision.student import quantile

ALFA = 0.05
"""Chance that clean data of one periode flag anybody at all, whatever the sign: a flag is an accusation."""
KELUARGA = 16
"""Signs a place is judged by, times the two pengumpul: the family over which the chance is shared, with the places."""
TEMPAT_PER_DERAJAT = 4
"""Places per degree of freedom of the variance between them, which is estimated from few, trimmed and skewed ones;
chosen by simulation (tools/simulate_signs.py, docs/ketelitian.md)."""
MIN_X = 5
"""Fewer cases than this flag nobody, however rare the sign is elsewhere (product decision)."""
MIN_TEMPAT = 5
"""Fewer other places than this are no comparison (product decision)."""
BATAS_ATAS = 1.645
"""Standard errors by which the variance between places is taken above its estimate: few often show none of it."""
LEAST = 0.01
"""Share of the variance between places below which the limit is taken as normal."""
NORMAL = NormalDist()
ROUNDS = 20
"""Most rounds of judging; two or three are usual."""


class Bagian(NamedTuple):
    """A share: x of n, from so many independent people (a person who fills six questionnaires counts once)."""

    x: int
    n: int
    orang: int


@dataclass(frozen=True, slots=True)
class Corong:
    """A funnel: x of n of all its places together, the usual variance between places, how many places.

    antartempat: variance beyond chance of the angle asin √share, 0 if places differ by chance alone.
    """

    x: int
    n: int
    antartempat: float
    n_tempat: int

    @property
    def pusat(self) -> float:
        """Share (0..1) of all places together."""
        return self.x / self.n if self.n else 0.0

    def z(self, one: Bagian) -> float:
        """How many standard errors a place lies above the share of all; 0 of nothing, and against nobody."""
        if not (one.n and self.n_tempat):
            return 0.0
        return (_angle(one.x / one.n) - _angle(self.pusat)) / math.sqrt(_chance(one.orang) + self.antartempat)

    def batas_z(self, orang: float) -> float:
        """Standard errors beyond which a place of so many people is flagged.

        Bonferroni over places, signs and pengumpul. Student's t, because the variance between places is estimated; the
        degrees of freedom by Welch and Satterthwaite, so that the limit is the normal one where chance rules (few
        people) and wide where differences between places do (many people).
        """
        estimated = self.antartempat / (_chance(orang) + self.antartempat)
        df = self.n_tempat / TEMPAT_PER_DERAJAT / max(estimated, LEAST) ** 2
        return quantile(df, 1 - 2 * ALFA / (KELUARGA * self.n_tempat))

    def batas_atas(self, orang: float) -> float:
        """The share (0..1) above which a place of so many people is flagged; the line of the chart."""
        if not self.n_tempat or not orang:
            return 1.0
        angle = _angle(self.pusat) + self.batas_z(orang) * math.sqrt(_chance(orang) + self.antartempat)
        return 1.0 if angle >= math.pi / 2 else math.sin(angle) ** 2

    def menonjol(self, one: Bagian) -> bool:
        """The place strays by more than chance and the usual differences between places explain."""
        return one.x >= MIN_X and self.n_tempat >= MIN_TEMPAT and self.z(one) > self.batas_z(one.orang)


def funnel(places: Sequence[Bagian]) -> Corong:
    """The funnel of these places, with additive random effects.

    The variance-stabilized share asin √(x/n) varies by chance with 1 / (4 people), and between places by what its
    spread shows beyond that (method of moments, DerSimonian and Laird 1986). Before, the outer tenths are pulled in,
    and what that takes from a normal spread is given back. So ordinary differences between places flag nobody
    (Spiegelhalter 2005, Statistics in Medicine 24, 1185-1202).
    """
    counted = [one for one in places if one.n]
    total, k = sum(one.n for one in counted), len(counted)
    if not total:
        return Corong(0, 0, 0.0, 0)
    x = sum(one.x for one in counted)
    centre = _angle(x / total)
    values = sorted((_angle(one.x / one.n) - centre) / math.sqrt(_chance(one.orang)) for one in counted)
    cut = k // 10
    low, high = values[cut], values[-1 - cut]
    spread = sum(min(max(value, low), high) ** 2 for value in values) / _pulled_in(cut / k)
    weights = [1 / _chance(one.orang) for one in counted]
    room = sum(weights) - sum(weight**2 for weight in weights) / sum(weights)
    doubt = BATAS_ATAS * math.sqrt(2 * (k - 1))
    between = max(0.0, (spread - (k - 1) + doubt) / room) if room else 0.0
    return Corong(x, total, between, k)


def _angle(share: float) -> float:
    return math.asin(math.sqrt(share))


def _chance(orang: float) -> float:
    """Variance of the angle of a share of so many people."""
    return 1 / (4 * orang)


@cache
def _pulled_in(tail: float) -> float:
    """Mean square of a standard normal value whose tails, each of this share, are pulled in to their inner edge."""
    if not tail:
        return 1.0
    edge = NORMAL.inv_cdf(1 - tail)
    return 1 - 2 * tail - 2 * edge * NORMAL.pdf(edge) + 2 * tail * edge**2


def judge(places: Sequence[Bagian]) -> tuple[Corong, frozenset[int]]:
    """The funnel of the places that do not stand out, and the numbers of those that do.

    Bad places must neither widen the funnel they are judged by nor hide each other. So the first funnel is that of the
    lower three quarters by z; whoever stands out from it is set aside and all are judged by the rest, until the same
    places are set aside again.
    """
    whole = funnel(places)
    order = sorted(range(len(places)), key=lambda number: whole.z(places[number]))
    usual = funnel([places[number] for number in order[: (3 * len(order) + 3) // 4]])
    out: frozenset[int] = frozenset()
    for _ in range(ROUNDS):
        found = frozenset(number for number, one in enumerate(places) if usual.menonjol(one))
        usual = funnel([one for number, one in enumerate(places) if number not in found])
        if found == out:
            break
        out = found
    return usual, frozenset(number for number in out if usual.menonjol(places[number]))
