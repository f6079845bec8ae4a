"""Dots with their intervals on one common axis, one row per name, mutu bands behind, the figures in a column at right.

A dot is hollow where its mutu is not certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go

from skm_ui.charts import scale
from skm_ui.charts.canvas import Trace, canvas, scatter
from skm_ui.charts.marks import Mark
from skm_ui.charts.scale import Scale
from skm_ui.palette import CONTEXT, INK, MUTED, MUTU, PAPER

ROW, ABOVE, BELOW = 42, 26, 28
COLUMN = 88
"""Pixels at the right: the least room for the figures."""


def bars(values: Sequence[tuple[Decimal, tuple[Decimal, Decimal] | None]], color: str) -> Trace:
    """The intervals as error bars of plotly, clipped as they are published; invisible if there is none."""
    return {
        "type": "data",
        "symmetric": False,
        "array": [float(span[1] - value) if span else 0.0 for value, span in values],
        "arrayminus": [float(value - span[0]) if span else 0.0 for value, span in values],
        "visible": any(span for _, span in values),
        "color": color,
        "thickness": 1.5,
        "width": 0,
    }


def figure_of_dots(marks: Sequence[Mark], drawn: Scale, *, clickable: bool = False, beside: int = 7) -> go.Figure:
    """Rows from top to bottom in the order given. Every row can be hovered, and clicked for its `key`.

    beside: size of the grey dot of the earlier or other value.
    """
    if not marks:
        return canvas(height=ABOVE)
    traces: list[Trace] = []
    places = range(len(marks))
    for row, mark in zip(places, marks, strict=True):
        if mark.before is not None and mark.value is not None:
            _add_line(traces, [float(mark.before), float(mark.value)], row)
    _add_points(traces, [(row, mark.before) for row, mark in zip(places, marks, strict=True)], CONTEXT, beside)
    shown = [(row, mark) for row, mark in zip(places, marks, strict=True) if mark.value is not None]
    if shown:  # without a figure there is no axis that an aim could be read from
        _add_targets(traces, [(row, mark.target) for row, mark in zip(places, marks, strict=True)])
    traces.append(
        scatter(
            x=[float(mark.value or 0) for _, mark in shown],
            y=[row for row, _ in shown],
            mode="markers",
            marker={
                "size": 14,
                "opacity": 1,
                "color": [_fill(mark) for _, mark in shown],
                "line": {
                    "width": [1.25 if mark.sure else 3 for _, mark in shown],
                    "color": [INK if mark.sure or not mark.mutu else MUTU[mark.mutu.huruf] for _, mark in shown],
                },
            },
            error_x=bars([(mark.value, mark.rentang) for _, mark in shown if mark.value is not None], INK),
            hoverinfo="skip",
            meta=[mark.acuan for _, mark in shown],
        )
    )
    middle = (drawn.low + drawn.high) / 2
    traces.append(  # the whole row answers to the mouse and the finger
        scatter(
            x=[float(middle if mark.value is None else mark.value) for mark in marks],
            y=list(places),
            mode="markers",
            marker={"size": 30, "opacity": 0},
            selected={"marker": {"opacity": 0}},
            unselected={"marker": {"opacity": 0}},
            hovertext=[mark.hover + ("<br><i>Pilih untuk menyaring</i>" if clickable else "") for mark in marks],
            hoverinfo="text",
            customdata=[mark.key for mark in marks],
        )
    )
    return canvas(
        traces,
        height=ROW * len(marks) + ABOVE + BELOW,
        meta=[mark.ubah for mark in marks],
        margin={"l": 8, "r": column([mark.under for mark in marks]), "t": ABOVE, "b": BELOW, "pad": 6},
        hoverdistance=60,
        shapes=scale.shapes(drawn, "x"),
        annotations=[*scale.letters(drawn, "x"), *_values(marks)],
        xaxis={
            "range": [drawn.low, drawn.high],
            "nticks": 5,
            "showgrid": drawn.rules is None,
            "showticklabels": bool(shown),
            "automargin": False,
        },
        yaxis={
            "range": [len(marks) - 0.5, -0.5],
            "tickvals": list(places),
            "ticktext": [f"<b>{mark.name}</b>" if mark.strong else mark.name for mark in marks],
            "tickfont": {"size": 14, "color": INK},
            "showgrid": True,
        },
    )


def _fill(mark: Mark) -> str:
    if not mark.sure:
        return PAPER
    return MUTU[mark.mutu.huruf] if mark.mutu else INK


def _add_line(traces: list[Trace], x: list[float], row: int) -> None:
    traces.append(scatter(x=x, y=[row, row], mode="lines", line={"width": 2, "color": CONTEXT}, hoverinfo="skip"))


def _add_points(traces: list[Trace], points: list[tuple[int, Decimal | None]], color: str, size: int) -> None:
    found = [(row, float(value)) for row, value in points if value is not None]
    if found:
        traces.append(
            scatter(
                x=[value for _, value in found],
                y=[row for row, _ in found],
                mode="markers",
                marker={"size": size, "color": color, "line": {"width": 1, "color": PAPER}},
                hoverinfo="skip",
            )
        )


def _add_targets(traces: list[Trace], points: list[tuple[int, Decimal | None]]) -> None:
    found = [(row, float(value)) for row, value in points if value is not None]
    if found:
        traces.append(
            scatter(
                x=[value for _, value in found],
                y=[row for row, _ in found],
                mode="markers",
                marker={"symbol": "line-ns", "size": 18, "line": {"width": 2, "color": INK}},
                hoverinfo="skip",
            )
        )


def _values(marks: Sequence[Mark]) -> list[dict[str, object]]:
    return [
        {
            "text": f"{mark.text}<br>{small(mark.under)}" if mark.under else mark.text,
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 10,
            "y": row,
            "yanchor": "middle",
            "showarrow": False,
            "align": "left",
            "font": {"size": 14 if mark.value is not None else 12, "color": INK if mark.value is not None else MUTED},
        }
        for row, mark in enumerate(marks)
    ]


def column(under: Sequence[str]) -> int:
    """Room that the small words under the figures need."""
    return max(COLUMN, *(14 + 16 * len(text) // 3 for text in under))  # a small letter takes 5 pixels


def small(text: str) -> str:
    """± and n under a figure in a chart."""
    return f'<span style="font-size:11px;color:{MUTED}">{text}</span>'
