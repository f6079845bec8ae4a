"""How certain a grade (mutu) is, seen from the interval of its index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from skm_core.precision.student import below, quantile
from skm_core.rules import IKM_MAX, IKM_MIN, PERMENPAN_14_2017, RuleSet, mutu, round_half_up

BELUM_PASTI = "belum pasti"
HALF_CENT = Decimal("0.005")
"""A grade begins half a cent below its published lower bound: 88.305 is published as 88.31."""


@dataclass(frozen=True, slots=True)
class Kepastian:
    """Grade of an index with its certainty. teks: "B", "B, mungkin A" or "belum pasti".

    bagian: per letter (best first) the share 0..1 of the t distribution around the index that lies in the grade.
    """

    huruf: str
    teks: str
    bagian: Mapping[str, float]

    @property
    def pasti(self) -> bool:
        """The whole interval lies in one grade."""
        return self.teks == self.huruf


def exact(value: float) -> Decimal:
    """A computed figure at nine decimals, so that 88.305 held as 88.30499999999999 is still half a cent."""
    return round_half_up(Fraction(value), 9)


def certainty(ikm: float, se: float, df: int, rules: RuleSet = PERMENPAN_14_2017) -> Kepastian | None:
    """Certainty of the grade of `ikm` (25..100) with standard error `se`; None without degrees of freedom.

    One boundary inside the 95% interval names the neighbour ("B, mungkin A"); two or more: "belum pasti".
    """
    if df <= 0:
        return None
    letter = mutu(min(max(exact(ikm), IKM_MIN), IKM_MAX), rules).huruf
    starts = [float(grade.batas_bawah - HALF_CENT) for grade in rules.mutu[:-1]]
    reach = quantile(df) * se
    crossed = [place for place, start in enumerate(starts) if ikm - reach < start <= ikm + reach]
    if not crossed:
        text = letter
    elif len(crossed) == 1:
        pair = (rules.mutu[crossed[0]].huruf, rules.mutu[crossed[0] + 1].huruf)
        text = f"{letter}, mungkin {pair[1] if letter == pair[0] else pair[0]}"
    else:
        text = BELUM_PASTI
    cumulative = [1.0, *(_share_below(start, ikm, se, df) for start in starts), 0.0]
    shares = {grade.huruf: cumulative[place] - cumulative[place + 1] for place, grade in enumerate(rules.mutu)}
    return Kepastian(letter, text, shares)


def _share_below(start: float, ikm: float, se: float, df: int) -> float:
    if se == 0:
        return float(exact(ikm) < exact(start))
    return below((start - ikm) / se, df)
