"""What every chart shares: type, hairlines, margins, Indonesian separators, and how it comes on the page.

Charts use the constants of `palette`; the style sheet turns INK, MUTED, LINE, WASH and PAPER in dark mode.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import plotly.graph_objects as go

from skm_ui.palette import INK, LINE, MUTED, PAPER

FONT = '"Source Sans", "Source Sans Pro", sans-serif'
CONFIG = {"displayModeBar": False, "displaylogo": False, "responsive": True, "doubleClick": False, "showTips": False}
AXIS: dict[str, Any] = {
    "gridcolor": LINE,
    "gridwidth": 1,
    "linecolor": LINE,
    "zeroline": False,
    "showline": False,
    "ticks": "",
    "tickfont": {"color": MUTED, "size": 13},
    "title": {"font": {"color": MUTED, "size": 13}},
    "fixedrange": True,
    "automargin": True,
}


LAYOUT: dict[str, Any] = {
    "template": "none",
    "margin": {"l": 8, "r": 8, "t": 8, "b": 8, "pad": 4},
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "font": {"family": FONT, "size": 14, "color": INK},
    "separators": ",.",
    "showlegend": False,
    "hovermode": "closest",
    "dragmode": False,
    "hoverlabel": {
        "bgcolor": PAPER,
        "bordercolor": MUTED,
        "font": {"family": FONT, "size": 14, "color": INK},
        "align": "left",
    },
    "xaxis": AXIS,
    "yaxis": AXIS,
}
Trace = dict[str, Any]
"""A trace as plain values: a figure put together at once is built twenty times faster than one updated in steps."""


def scatter(**settings: Any) -> Trace:
    """Points, lines or words, for `canvas`."""
    return {"type": "scatter", **settings}


def canvas(traces: Sequence[Trace] = (), *, height: int = 320, **layout: Any) -> go.Figure:
    """A figure in the look of the product. `layout` is laid over the common settings, one level deep."""
    whole: dict[str, Any] = {**LAYOUT, "height": height}
    for name, value in layout.items():
        whole[name] = {**whole[name], **value} if isinstance(value, dict) and name in whole else value
    return go.Figure(data=list(traces), layout=whole)


def drawn_once(figure: go.Figure, *, clicks: bool = False) -> go.Figure:
    """The same figure with what keeps the browser from drawing it anew a moment after it was drawn.

    Streamlit's client copies a figure after its first drawing. Only a revision of its own tells Plotly that the copied
    arrays hold what they held; and a chart that takes clicks gets the settings for them afterwards, unless it has them.
    """
    layout = figure.layout
    if layout.datarevision is None:
        layout.template = None
        if clicks:
            layout.update(clickmode="event+select", dragmode="pan")
        layout.datarevision = crc32(figure.to_json().encode())
    return figure
