"""Correction of p values where many comparisons are read together."""

from __future__ import annotations

from collections.abc import Sequence


def holm(p: Sequence[float | None]) -> tuple[float | None, ...]:
    """Corrected p values, 0..1, in the order given (None stays None): Holm (1979), step-down Bonferroni.

    Holm and not Benjamini-Hochberg: comparisons of one survey share kelurahan, and all pairs of a set share members, a
    dependence under which the proof of Benjamini-Hochberg does not hold. Holm holds under every dependence, and it
    bounds the chance of even one false "turun" in the family, which is what a reader of a list of verdicts is owed.
    The families here are small (6 to 36), so that the power it costs is modest.
    """
    order = sorted((value, place) for place, value in enumerate(p) if value is not None)
    corrected: list[float | None] = [None] * len(p)
    highest = 0.0
    for step, (value, place) in enumerate(order):
        highest = max(highest, min(1.0, value * (len(order) - step)))
        corrected[place] = highest
    return tuple(corrected)
