"""Dots on one common axis, one row per name, mutu bands behind, the values in a column at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import plotly.graph_objects as go

from skm_core.rules import Mutu
from skm_core.scoring import Score, UnsurScore
from skm_ui.charts import scale
from skm_ui.charts.canvas import Trace, canvas, scatter
from skm_ui.charts.scale import Scale
from skm_ui.figure import ikm_text, nrr_text, visible, visible_nrr
from skm_ui.format import decimal
from skm_ui.palette import CONTEXT, INK, MUTED, MUTU, PAPER

ROW, ABOVE, BELOW = 34, 26, 28
WITHHELD = "n < 10"
ABSENT = "tanpa data"


@dataclass(frozen=True, slots=True)
class Mark:
    """One row. `value` None = nothing may be shown, `text` says why.

    `interval` is the half width in axis units; `before` an earlier value, `target` an aim, both drawn as context.
    """

    name: str
    value: Decimal | None
    text: str
    hover: str
    mutu: Mutu | None = None
    key: str = ""
    before: Decimal | None = None
    target: Decimal | None = None
    interval: Decimal | None = None
    strong: bool = False


def ikm_mark(
    name: str,
    score: Score | None,
    *,
    key: str = "",
    before: Score | None = None,
    target: Decimal | None = None,
    interval: Decimal | None = None,
    strong: bool = False,
) -> Mark:
    """The row of an IKM; the value is withheld below ten questionnaires."""
    value = visible(score)
    grade = score.mutu if score and value is not None else None
    text = ABSENT if score is None or score.ikm is None else WITHHELD
    if value is not None:
        text = f"<b>{decimal(value)}</b>" + (f" {grade.huruf}" if grade else "")
    return Mark(
        name=name,
        value=value,
        text=text,
        hover=f"<b>{name}</b><br>{what_of(score)} {ikm_text(score, interval=interval)}",
        mutu=grade,
        key=key,
        before=visible(before),
        target=target,
        interval=interval,
        strong=strong,
    )


def what_of(score: Score | None) -> str:
    """What a figure is called: a closed panel gives no IKM."""
    return "Nilai panel" if score and score.panel else "IKM"


def nrr_mark(
    name: str, unsur: UnsurScore | None, *, full: str = "", key: str = "", interval: Decimal | None = None
) -> Mark:
    """The row of an NRR (1 to 4); `full` is the whole name for the hover."""
    value = visible_nrr(unsur)
    text = f"<b>{decimal(value)}</b>" if value is not None else ABSENT if unsur is None or not unsur.nrr else WITHHELD
    return Mark(name, value, text, f"<b>{full or name}</b><br>NRR {nrr_text(unsur)}", key=key, interval=interval)


def figure_of_dots(marks: Sequence[Mark], drawn: Scale, *, clickable: bool = False) -> go.Figure:
    """Rows from top to bottom in the order given. Every row can be hovered, and clicked for its `key`."""
    if not marks:
        return canvas(height=ABOVE)
    traces: list[Trace] = []
    places = range(len(marks))
    for row, mark in zip(places, marks, strict=True):
        if mark.before is not None and mark.value is not None:
            _add_line(traces, [float(mark.before), float(mark.value)], row)
    _add_points(traces, [(row, mark.before) for row, mark in zip(places, marks, strict=True)], CONTEXT, 7)
    _add_targets(traces, [(row, mark.target) for row, mark in zip(places, marks, strict=True)])
    shown = [(row, mark) for row, mark in zip(places, marks, strict=True) if mark.value is not None]
    margins = [float(mark.interval or 0) for _, mark in shown]
    traces.append(
        scatter(
            x=[float(mark.value or 0) for _, mark in shown],
            y=[row for row, _ in shown],
            mode="markers",
            marker={
                "size": 14,
                "opacity": 1,
                "color": [MUTU[mark.mutu.huruf] if mark.mutu else INK for _, mark in shown],
                "line": {"width": 1.25, "color": INK},
            },
            error_x={
                "type": "data",
                "array": margins,
                "visible": any(margins),
                "color": INK,
                "thickness": 1.5,
                "width": 0,
            },
            hoverinfo="skip",
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
            hovertext=[mark.hover + ("<br><i>Klik untuk memilih</i>" if clickable else "") for mark in marks],
            hoverinfo="text",
            customdata=[mark.key for mark in marks],
        )
    )
    return canvas(
        traces,
        height=ROW * len(marks) + ABOVE + BELOW,
        margin={"l": 8, "r": 78, "t": ABOVE, "b": BELOW, "pad": 6},
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
            "text": mark.text,
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


def in_words(marks: Sequence[Mark], what: str) -> str:
    """The alternative text of the rows: "IKM: PKK 84,22; Posyandu 86,06."."""
    rows = "; ".join(f"{mark.name} {decimal(mark.value) if mark.value is not None else mark.text}" for mark in marks)
    return f"{what}: {rows}."


def spread(marks: Sequence[Mark]) -> list[Decimal | None]:
    """All values of the rows that must lie within the drawn excerpt, intervals included."""
    found: list[Decimal | None] = []
    for mark in marks:
        found += [mark.value, mark.before, mark.target if mark.value is not None else None]
        if mark.value is not None and mark.interval is not None:
            found += [mark.value - mark.interval, mark.value + mark.interval]
    return found
