"""What every chart shares: type, hairlines, margins, Indonesian separators, and how it comes on the page.

Charts use the constants of `palette`; the style sheet turns INK, MUTED, LINE, WASH and PAPER in dark mode.
"""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import streamlit as st

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


def canvas(*, height: int = 320, **layout: Any) -> go.Figure:
    """An empty figure in the look of the product. `layout` is added on top; style axes with `AXIS`."""
    figure = go.Figure()
    figure.update_layout(
        template="none",
        height=height,
        margin={"l": 8, "r": 8, "t": 8, "b": 8, "pad": 4},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT, "size": 14, "color": INK},
        separators=",.",
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        hoverlabel={
            "bgcolor": PAPER,
            "bordercolor": MUTED,
            "font": {"family": FONT, "size": 14, "color": INK},
            "align": "left",
        },
        xaxis=AXIS,
        yaxis=AXIS,
    )
    if layout:
        figure.update_layout(**layout)
    return figure


def show(figure: go.Figure, *, alt: str, key: str, select: bool = False) -> list[dict[str, Any]]:
    """Draw a figure. `alt` says in one sentence what is seen. With `select`, returns the points that were clicked."""
    if not select:
        st.plotly_chart(figure, theme=None, config=CONFIG, alt=alt, key=key)
        return []
    event = st.plotly_chart(
        figure, theme=None, config=CONFIG, alt=alt, key=key, on_select="rerun", selection_mode="points"
    )
    return list(event["selection"]["points"])
