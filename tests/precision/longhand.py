"""The precision of an index from single forms, written the long way: derivatives by complex step, sums by loops.

The derivative of the index with respect to the weight of one form is exact to machine precision when the weight gets
a tiny imaginary part (Squire and Trapp 1998), so nothing of the library's algebra is repeated here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Form = Mapping[str, Any]
STEP = 1e-30


def index(
    forms: Sequence[Form], weight: Sequence[complex], items: Mapping[str, Sequence[str]], own: Mapping[str, Any]
) -> complex:
    """IKM of weighted forms. items: per instrumen the unsur of b1, b2, …; own: its own weights or None."""
    top, bottom = 0j, 0j
    for instrumen, unsur in items.items():
        mine = [place for place, form in enumerate(forms) if form["instrumen_kode"] == instrumen]
        ratios: dict[str, list[complex]] = defaultdict(list)
        for number, key in enumerate(unsur, 1):
            asked = [place for place in mine if forms[place].get(f"b{number}") is not None]
            if key and asked:
                given = sum(weight[place] * forms[place][f"b{number}"] for place in asked)
                ratios[key].append(given / sum(weight[place] for place in asked))
        if not ratios:
            continue
        weights = {key: float(own[instrumen][key]) if own[instrumen] else 1.0 for key in ratios}
        score = sum(weights[key] * sum(found) / len(found) for key, found in ratios.items()) / sum(weights.values())
        n = sum(weight[place] for place in mine)
        top, bottom = top + n * score, bottom + n
    return 25 * top / bottom


def influences(
    forms: Sequence[Form], weight: Sequence[float], figure: Callable[[Sequence[complex]], complex]
) -> list[float]:
    """Weight times derivative of the figure with respect to the weight, per form."""
    found = []
    for place in range(len(forms)):
        nudged = [complex(value, STEP * (other == place)) for other, value in enumerate(weight)]
        found.append(weight[place] * figure(nudged).imag / STEP)
    return found


def stratified(
    values: Sequence[float], units: Sequence[Any], strata: Mapping[Any, Any], fpc: Mapping[Any, float]
) -> float:
    """Variance of a total of `values`: units within strata. strata: stratum of every unit of the design."""
    totals = dict.fromkeys(strata, 0.0)
    for value, unit in zip(values, units, strict=True):
        totals[unit] += value
    variance = 0.0
    for stratum in set(strata.values()):
        members = [totals[unit] for unit in strata if strata[unit] == stratum]
        rest = 1 - fpc.get(stratum, 0.0)
        if len(members) == 1:
            variance += rest * members[0] ** 2
            continue
        mean = sum(members) / len(members)
        variance += rest * len(members) / (len(members) - 1) * sum((value - mean) ** 2 for value in members)
    return variance
