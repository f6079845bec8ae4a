"""Small lines under one another on one time axis: a row per subject, all others grey behind it, last value at right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import plotly.graph_objects as go

from skm_core.rules import Mutu
from skm_core.terms import Periode
from skm_ui.charts import time
from skm_ui.charts.canvas import Trace, canvas, scatter
from skm_ui.charts.dots import bars, column, small
from skm_ui.charts.scale import TINT, Scale
from skm_ui.charts.trend import symbol
from skm_ui.format import decimal
from skm_ui.palette import CONTEXT, INK, LINE, MUTED, MUTU, PAPER

ROW, GAP, BELOW = 74, 0.16, 26


@dataclass(frozen=True, slots=True)
class Spot:
    """One point of a line: what may be shown, the sentence at it, the stretch it is comparable within.

    `rentang` is its interval, `sure` whether its mutu is certain, `under` its ± and n, `acuan` which figure it is.
    """

    periode: Periode
    value: Decimal
    hover: str
    rangkaian: int
    pengumpul: str = "kota"
    sure: bool = True
    rentang: tuple[Decimal, Decimal] | None = None
    under: str = ""
    acuan: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: name, points oldest first, the grade of the last figure if it has one, how it moved in words and which
    change that is.
    """

    name: str
    spots: tuple[Spot, ...]
    mutu: Mutu | None = None
    key: str = ""
    change: str = ""
    ubah: str = ""


def figure_of_sparks(lines: Sequence[Line], drawn: Scale) -> go.Figure:
    """Rows from top to bottom in the order given, all on the same scale."""
    by_code = {spot.periode.kode: spot.periode for line in lines for spot in line.spots}
    if not by_code:
        return canvas(height=ROW)
    periode = sorted(by_code.values(), key=lambda item: (item.mulai is None, item.mulai, item.kode))
    place = time.positions(periode)
    xaxis, years = time.axis(periode, place)
    traces: list[Trace] = []
    _add_context(traces, lines, drawn, place)
    _add_subjects(traces, lines, drawn, place)
    spots = [(row, spot) for row, line in enumerate(lines) for spot in line.spots]
    last = {(row, line.spots[-1].periode.kode) for row, line in enumerate(lines) if line.spots}
    traces.append(
        scatter(
            x=[place[spot.periode.kode] for _, spot in spots],
            y=[_height(row, spot.value, drawn) for row, spot in spots],
            mode="markers",
            marker={
                "opacity": 1,
                "size": [9 if (row, spot.periode.kode) in last else 5 for row, spot in spots],
                "symbol": [symbol(spot.pengumpul) for _, spot in spots],
                "color": [INK if spot.sure else PAPER for _, spot in spots],
                "line": {"width": 1.5, "color": INK},
            },
            error_y=_bars(spots, drawn),
            hovertext=[spot.hover for _, spot in spots],
            hoverinfo="text",
            customdata=[lines[row].key for row, _ in spots],
            meta=[spot.acuan for _, spot in spots],
        )
    )
    return canvas(
        traces,
        height=ROW * len(lines) + BELOW,
        meta=[line.ubah for line in lines],
        margin={
            "l": 128,
            "r": column([line.spots[-1].under for line in lines if line.spots]),
            "t": 2,
            "b": BELOW,
            "pad": 4,
        },
        hoverdistance=40,
        shapes=[*_bands(lines, drawn), *years],
        annotations=_words(lines),
        xaxis=xaxis,
        yaxis={"range": [len(lines), 0], "showgrid": False, "showticklabels": False, "automargin": False},
    )


def _bars(spots: Sequence[tuple[int, Spot]], drawn: Scale) -> Trace:
    """The intervals in units of the rows; the axis runs downward, so that up is minus."""
    unit = (1 - GAP) / (drawn.high - drawn.low)
    found = bars([(spot.value, spot.rentang) for _, spot in spots], MUTED)
    up, down = found["array"], found["arrayminus"]
    return {**found, "array": [part * unit for part in down], "arrayminus": [part * unit for part in up]}


def _height(row: int, value: Decimal | float, drawn: Scale) -> float:
    """Place of a value within its row; the axis runs downward, one unit a row."""
    share = (float(value) - drawn.low) / (drawn.high - drawn.low)
    return row + 1 - GAP / 2 - share * (1 - GAP)


def _path(line: Line, row: int, drawn: Scale, place: dict[str, float]) -> tuple[list[float | None], list[float | None]]:
    """Points of one line, with a break wherever a new stretch begins."""
    x: list[float | None] = []
    y: list[float | None] = []
    before: Spot | None = None
    for spot in line.spots:
        if before is not None and before.rangkaian != spot.rangkaian:
            x.append(None)
            y.append(None)
        x.append(place[spot.periode.kode])
        y.append(_height(row, spot.value, drawn))
        before = spot
    return [*x, None], [*y, None]


def _add_context(traces: list[Trace], lines: Sequence[Line], drawn: Scale, place: dict[str, float]) -> None:
    x: list[float | None] = []
    y: list[float | None] = []
    for row in range(len(lines)):
        for number, line in enumerate(lines):
            if number != row:
                along, up = _path(line, row, drawn, place)
                x += along
                y += up
    traces.append(scatter(x=x, y=y, mode="lines", line={"width": 1, "color": CONTEXT}, opacity=0.55, hoverinfo="skip"))


def _add_subjects(traces: list[Trace], lines: Sequence[Line], drawn: Scale, place: dict[str, float]) -> None:
    x: list[float | None] = []
    y: list[float | None] = []
    for row, line in enumerate(lines):
        along, up = _path(line, row, drawn, place)
        x += along
        y += up
    traces.append(scatter(x=x, y=y, mode="lines", line={"width": 2, "color": INK}, hoverinfo="skip"))


def _bands(lines: Sequence[Line], drawn: Scale) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for row in range(len(lines)):
        frame = {"type": "rect", "layer": "below", "xref": "paper", "x0": 0, "x1": 1, "line": {"width": 0}}
        bands = [(MUTU[grade.huruf], low, high) for grade, low, high in drawn.bands()]
        for color, low, high in bands or [(LINE, drawn.low, drawn.high)]:
            ends = {"y0": _height(row, low, drawn), "y1": _height(row, high, drawn)}
            found.append({**frame, **ends, "fillcolor": color, "opacity": TINT if bands else 0.4})
    return found


def _words(lines: Sequence[Line]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for row, line in enumerate(lines):
        place = {"y": row + 0.5, "yanchor": "middle", "xref": "paper", "showarrow": False}
        words = _wrapped(line.name) + (f"<br>{small(line.change)}" if line.change else "")
        name = {"text": words, "x": 0, "xanchor": "right", "xshift": -10, "align": "right"}
        found.append({**place, **name, "font": {"size": 14, "color": INK}})
        text = "n < 10"
        if line.spots:
            last = line.spots[-1]
            grade = f" {line.mutu.huruf}{'' if last.sure else '?'}" if line.mutu else ""
            text = f"<b>{decimal(last.value)}</b>{grade}<br>{small(last.under)}"
        value = {"text": text, "x": 1, "xanchor": "left", "xshift": 8, "align": "left"}
        found.append({**place, **value, "font": {"size": 14, "color": INK if line.spots else MUTED}})
    return found


def _wrapped(name: str) -> str:
    """A name of more than one word on two lines, so that the column stays narrow."""
    first, _, rest = name.partition(" ")
    return f"{first}<br>{rest}" if rest and len(name) > 12 else name
