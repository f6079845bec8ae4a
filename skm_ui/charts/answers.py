"""How the answers spread: diverging bars, 1 and 2 to the left of the line, 3 and 4 to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from skm_core.results.layanan import Sebaran
from skm_core.rules import N_SEMBUNYI
from skm_ui.charts.canvas import Trace, canvas
from skm_ui.format import decimal, share, whole
from skm_ui.palette import INK, MUTED, NILAI, ON_MUTU

ROW, ABOVE = 34, 26
ROOM = 0.19
"""Room for the words left of the bars, of the length of the longest bars: as much as a phone needs."""
WIDE_ENOUGH = 12
"""Percent a part of a bar must have to carry its own figure."""
TEXT = {4: ON_MUTU["A"], 3: ON_MUTU["B"], 2: ON_MUTU["C"], 1: ON_MUTU["D"]}


@dataclass(frozen=True, slots=True)
class Answers:
    """One row: the short name, the counts of 1 to 4 and what the four answers are called."""

    name: str
    spread: Sebaran
    label: tuple[str, str, str, str]

    @property
    def shown(self) -> bool:
        """False where so few answered that nothing is shown."""
        return self.spread.n_jawaban >= N_SEMBUNYI


def figure_of_answers(rows: Sequence[Answers]) -> go.Figure:
    """Rows from top to bottom in the order given; lengths are percent of the answers to the unsur."""
    traces: list[Trace] = []
    places = list(range(len(rows)))
    for value in (2, 1, 3, 4):
        percent = [float(row.spread.pct[value - 1]) if row.shown else 0.0 for row in rows]
        traces.append(
            {
                "type": "bar",
                "y": places,
                "x": [-part if value < 3 else part for part in percent],
                "orientation": "h",
                "marker": {"color": NILAI[value], "line": {"width": 0}},
                "text": [_percent(row, value) for row in rows],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "textfont": {"color": TEXT[value], "size": 13},
                "constraintext": "none",
                "hovertext": [_hover(row, value) for row in rows],
                "hoverinfo": "text",
            }
        )
    left = max([float(row.spread.pct[0] + row.spread.pct[1]) for row in rows if row.shown] or [10.0])
    return canvas(
        traces,
        height=ROW * len(rows) + ABOVE + 8,
        barmode="relative",
        bargap=0.28,
        margin={"l": 8, "r": 50, "t": ABOVE, "b": 8, "pad": 6},
        hoverdistance=30,
        xaxis={"range": [-left - ROOM * (left + 100), 100], "showgrid": False, "showticklabels": False},
        yaxis={
            "range": [len(rows) - 0.5, -0.5],
            "tickvals": places,
            "ticktext": [row.name for row in rows],
            "tickfont": {"size": 14, "color": INK},
            "showgrid": False,
        },
        shapes=[
            {"type": "line", "x0": 0, "x1": 0, "yref": "paper", "y0": 0, "y1": 1, "line": {"width": 1.5, "color": INK}}
        ],
        annotations=[*_sides(), *_totals(rows)],
    )


def _percent(row: Answers, value: int) -> str:
    """The share in whole percent, where the part of the bar is wide enough to carry it."""
    if not row.shown or row.spread.pct[value - 1] < WIDE_ENOUGH:
        return ""
    return share(row.spread.n[value - 1], row.spread.n_jawaban, 0).removesuffix("%")


def _hover(row: Answers, value: int) -> str:
    n = row.spread.n[value - 1]
    total = row.spread.n_jawaban
    return (
        f"<b>{row.name}</b>: {row.label[value - 1]} (nilai {value})<br>"
        f"{share(n, total)} atau {whole(n)} dari {whole(total)} jawaban"
    )


def _sides() -> list[dict[str, object]]:
    words = {"yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False, "font": {"size": 12, "color": MUTED}}
    return [
        {**words, "text": "1 dan 2", "x": 0, "xanchor": "right", "xshift": -6},
        {**words, "text": "3 dan 4", "x": 0, "xanchor": "left", "xshift": 6},
    ]


def _totals(rows: Sequence[Answers]) -> list[dict[str, object]]:
    """Left of a bar the share of 1 and 2, right of the plot the share of 3 and 4."""
    found: list[dict[str, object]] = []
    for place, row in enumerate(rows):
        one, two, three, four = row.spread.n
        total = row.spread.n_jawaban
        words = {"y": place, "yanchor": "middle", "showarrow": False}
        if not row.shown:
            text = {"text": "n < 10", "x": 0, "xanchor": "left", "xshift": 6}
            found.append({**words, **text, "font": {"size": 12, "color": MUTED}})
            continue
        low = {"text": share(one + two, total, 0), "x": -float(row.spread.pct[0] + row.spread.pct[1])}
        found.append({**words, **low, "xanchor": "right", "xshift": -4, "font": {"size": 13, "color": MUTED}})
        high = {
            "text": f"<b>{share(three + four, total, 0)}</b>",
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 6,
        }
        found.append({**words, **high, "font": {"size": 14, "color": INK}})
    return found


def answers_in_words(rows: Sequence[Answers]) -> str:
    """The alternative text: share of 3 and 4 per unsur."""
    parts = [
        f"{row.name} {decimal(row.spread.pct[2])} persen nilai 3 dan {decimal(row.spread.pct[3])} persen nilai 4"
        for row in rows
        if row.shown
    ]
    return f"Bagian jawaban per unsur: {'; '.join(parts)}."
