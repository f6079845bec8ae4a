"""The time axis: where a periode stands, and its years as labels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from skm_core.terms import Periode
from skm_core.writing import BULAN
from skm_ui.palette import LINE, MUTED

MOST_LABELS = 6


def positions(periode: Sequence[Periode]) -> dict[str, float]:
    """Place of each periode by code: the middle of its days in years, or its number where a date is missing."""
    if any(item.mulai is None or item.selesai is None for item in periode):
        return {item.kode: float(number) for number, item in enumerate(periode)}
    return {
        item.kode: (_years(item.mulai) + _years(item.selesai)) / 2 for item in periode if item.mulai and item.selesai
    }


def axis(periode: Sequence[Periode], place: dict[str, float]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Settings of the x axis with at most six labels, and thin lines between the years."""
    first, last = min(place.values()), max(place.values())
    pad = max((last - first) * 0.04, 0.12)
    low, high = first - pad, last + pad
    if any(item.mulai is None or item.selesai is None for item in periode):
        ticks = [(place[item.kode], short(item.nama)) for item in periode]
        lines: list[float] = []
    else:
        years = range(int(low), int(high) + 1)
        ticks = [
            ((max(low, year) + min(high, year + 1)) / 2, str(year))
            for year in years
            if min(high, year + 1) - max(low, year) > 0.2
        ]
        lines = [float(year) for year in years if low < year < high]
    step = -(-len(ticks) // MOST_LABELS)
    ticks = ticks[::-1][::step][::-1]
    settings = {
        "range": [low, high],
        "tickvals": [at for at, _ in ticks],
        "ticktext": [text for _, text in ticks],
        "showgrid": False,
        "tickfont": {"size": 13, "color": MUTED},
    }
    rules = [
        {
            "type": "line",
            "layer": "below",
            "x0": at,
            "x1": at,
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "line": {"width": 1, "color": LINE},
        }
        for at in lines
    ]
    return settings, rules


def short(name: str) -> str:
    """Januari–Maret 2021 → Jan–Mar 2021."""
    for month in BULAN:
        name = name.replace(month, month[:3])
    return name


def _years(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 0.5) / 365.25
