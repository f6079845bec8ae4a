"""One line over the periode with intervals, the mutu bands behind it, the chosen periode named at its point.

Square = collected by the kelurahan; hollow = mutu not certain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

import plotly.graph_objects as go

from skm_core.results.showing import ikm_text, margin, visible
from skm_core.results.tren import Point
from skm_ui.charts import scale, time
from skm_ui.charts.canvas import Trace, canvas, scatter
from skm_ui.charts.dots import bars
from skm_ui.figure import letter
from skm_ui.filters import PENGUMPUL
from skm_ui.format import decimal, whole
from skm_ui.palette import INK, MUTED, MUTU, PAPER


def figure_of_trend(
    points: Sequence[Point],
    chosen: str | None = None,
    *,
    height: int = 260,
) -> go.Figure:
    """The line of one selection. `chosen` is the periode to name (else the last).

    The line is broken where periode are not comparable.
    """
    shown = [(point, value) for point in points if (value := visible(point.score)) is not None]
    if not shown:
        return canvas(height=height)
    drawn = scale.excerpt(reach(shown), scale.rules_of(point.score for point, _ in shown))
    periode = [point.periode for point, _ in shown]
    place = time.positions(periode)
    xaxis, years = time.axis(periode, place)
    traces: list[Trace] = []
    for stretch in dict.fromkeys(point.rangkaian for point, _ in shown):
        part = [(point, value) for point, value in shown if point.rangkaian == stretch]
        traces.append(
            scatter(
                x=[place[point.periode.kode] for point, _ in part],
                y=[float(value) for _, value in part],
                mode="lines",
                line={"width": 2, "color": INK},
                hoverinfo="skip",
            )
        )
    named = chosen if chosen in place else periode[-1].kode
    traces.append(
        scatter(
            x=[place[point.periode.kode] for point, _ in shown],
            y=[float(value) for _, value in shown],
            mode="markers",
            marker={
                "size": [13 if point.periode.kode == named else 8 for point, _ in shown],
                "symbol": [symbol(point.pengumpul) for point, _ in shown],
                "color": [_fill(point, named) for point, _ in shown],
                "line": {"width": 1.5, "color": INK},
                "opacity": 1,
            },
            error_y=bars([(value, point.score.rentang) for point, value in shown], MUTED),
            hovertext=[hover(point) for point, _ in shown],
            hoverinfo="text",
            meta=[point.score.acuan for point, _ in shown],
        )
    )
    return canvas(
        traces,
        height=height,
        margin={"l": 34, "r": 14, "t": 10, "b": 26, "pad": 4},
        hoverdistance=60,
        shapes=[*scale.shapes(drawn, "y"), *years, *breaks(shown, place)],
        annotations=[*scale.letters(drawn, "y", smallest=0.1), *_name(shown, place, named, xaxis["range"])],
        xaxis=xaxis,
        yaxis={"range": [drawn.low, drawn.high], "nticks": 5, "showgrid": False, "automargin": False},
    )


def hover(point: Point, name: str = "") -> str:
    """The sentence at a point."""
    head = f"<b>{name}</b>, {point.periode.nama}" if name else f"<b>{point.periode.nama}</b>"
    return f"{head}<br>IKM {ikm_text(point.score)}<br>{PENGUMPUL[point.pengumpul]}"


def breaks(shown: Sequence[tuple[Point, Decimal]], place: Mapping[str, float]) -> list[dict[str, object]]:
    """A dotted line between two stretches that cannot be compared."""
    found: list[dict[str, object]] = []
    for (before, _), (after, _) in pairwise(shown):
        if before.rangkaian != after.rangkaian:
            at = (place[before.periode.kode] + place[after.periode.kode]) / 2
            line = {"width": 1.5, "color": MUTED, "dash": "dot"}
            found.append({"type": "line", "x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": 1, "line": line})
    return found


def symbol(pengumpul: str) -> str:
    """A square for what a kelurahan collected, a circle for the city's sample."""
    return "square" if pengumpul == "kelurahan" else "circle"


def reach(shown: Sequence[tuple[Point, Decimal]]) -> list[Decimal | None]:
    """All values that must lie within the drawn excerpt, intervals included."""
    found: list[Decimal | None] = []
    for point, value in shown:
        found += [value, *(point.score.rentang or ())]
    return found


def _fill(point: Point, named: str) -> str:
    if not point.score.mutu_pasti:
        return PAPER
    grade = point.score.mutu
    return MUTU[grade.huruf] if grade and point.periode.kode == named else INK


def _name(
    shown: Sequence[tuple[Point, Decimal]], place: Mapping[str, float], named: str, x_range: list[float]
) -> list[dict[str, object]]:
    """The value and periode of the named point, beside it on the side with more room."""
    ((point, value),) = [(point, value) for point, value in shown if point.periode.kode == named]
    right_half = place[named] > sum(x_range) / 2
    text = f"<b>{decimal(value)}</b> {margin(point.score)} {letter(point.score)}".rstrip()
    width = 0.24 * (x_range[1] - x_range[0])
    under = [
        float(item.score.rentang[1] if item.score.rentang else other)
        for item, other in shown
        if 0 <= (place[named] - place[item.periode.kode]) * (1 if right_half else -1) < width
    ]
    return [
        {
            "text": f"{text}<br>{time.short(point.periode.nama)} · n {whole(point.score.n_kuesioner)}",
            "x": place[named],
            "y": max(under),
            "xanchor": "right" if right_half else "left",
            "yanchor": "bottom",
            "align": "right" if right_half else "left",
            "xshift": 8 if right_half else -8,
            "yshift": 9,
            "showarrow": False,
            "font": {"size": 14, "color": INK},
            "bgcolor": PAPER,  # on a phone the interval of an earlier point may stand behind it
        }
    ]
