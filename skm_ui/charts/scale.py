"""Scales of charts: the excerpt of the axis that is drawn, and the bands of the mutu behind the marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from skm_core.rules import KONVERSI, RULE_SETS, Mutu, RuleSet
from skm_core.scoring import Score
from skm_ui.palette import MUTED, MUTU

MARGIN, REACH = 1.5, 8.0
"""IKM points drawn beyond the outermost mark or band edge, and how far a band edge may be to be drawn along."""
TINT = 0.16


@dataclass(frozen=True, slots=True)
class Scale:
    """The drawn part of an axis and the rule set of its bands; `unit` is 1 for IKM (25..100), 25 for NRR (1..4)."""

    low: float
    high: float
    rules: RuleSet | None
    unit: int = 1

    def bands(self) -> list[tuple[Mutu, float, float]]:
        """The grades seen in the excerpt with the part of each that is drawn, worst first."""
        if self.rules is None:
            return []
        found, top = [], 100 / self.unit
        for grade in self.rules.mutu:
            bottom = float(grade.batas_bawah) / self.unit
            low, high = max(bottom, self.low), min(top, self.high)
            if low < high:
                found.append((grade, low, high))
            top = bottom
        return found[::-1]


def rules_of(scores: Iterable[Score | None]) -> RuleSet | None:
    """The one rule set of the scores; None for a closed panel or where rule sets meet, which then carry no bands."""
    found = [score for score in scores if score is not None]
    codes = {code for score in found for code in score.aturan}
    return RULE_SETS[codes.pop()] if len(codes) == 1 and not any(score.panel for score in found) else None


def excerpt(values: Sequence[Decimal | None], rules: RuleSet | None, *, unit: int = 1) -> Scale:
    """The part of the axis that shows the values and the nearest edges of their bands.

    The whole axis, without bands, where there is no value.
    """
    present = [float(value) * unit for value in values if value is not None]
    if not present:
        return Scale(25 / unit, 100 / unit, None, unit)
    low, high = min(present), max(present)
    edges = [float(grade.batas_bawah) for grade in rules.mutu] if rules else []
    below = [edge for edge in edges if low - REACH <= edge <= low]
    above = [edge for edge in edges if high <= edge <= high + REACH]
    low = max(25.0, min([low, *below]) - MARGIN)
    high = min(100.0, max([high, *above]) + MARGIN)
    return Scale(low / unit, high / unit, rules, unit)


def nrr_unit() -> int:
    """IKM points per NRR point."""
    return KONVERSI


def shapes(scale: Scale, axis: str) -> list[dict[str, Any]]:
    """The bands as plotly shapes across the other direction; `axis` is "x" or "y"."""
    other = "y" if axis == "x" else "x"
    return [
        {
            "type": "rect",
            "layer": "below",
            "line": {"width": 0},
            "fillcolor": MUTU[grade.huruf],
            "opacity": TINT,
            f"{axis}0": low,
            f"{axis}1": high,
            f"{other}ref": f"{other} domain" if other == "x" else "paper",
            f"{other}0": 0,
            f"{other}1": 1,
        }
        for grade, low, high in scale.bands()
    ]


def letters(scale: Scale, axis: str, *, smallest: float = 0.07) -> list[dict[str, Any]]:
    """The letter of each band as a plotly annotation: above the plot for x, inside at the left for y."""
    found = []
    for grade, low, high in scale.bands():
        if (high - low) / (scale.high - scale.low) < smallest:
            continue
        middle = (low + high) / 2
        words = grade.huruf if axis == "x" else f"{grade.huruf} · {grade.kinerja.lower()}"
        place = (
            {"x": middle, "y": 1, "yref": "paper", "xanchor": "center", "yanchor": "bottom"}
            if axis == "x"
            else {"x": 0, "xref": "paper", "y": high, "xanchor": "left", "yanchor": "top"}
        )
        found.append({"text": words, "showarrow": False, "font": {"size": 12, "color": MUTED}, **place})
    return found
