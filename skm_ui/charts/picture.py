"""A chart as it stands on a page: what is seen, what is measured, the figure, and the same in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from skm_ui.charts.canvas import CONFIG, drawn_once
from skm_ui.format import unbroken
from skm_ui.head import section


@dataclass(frozen=True, slots=True)
class Picture:
    """`title` says what is seen, `note` what is measured, `alt` gives the figures to those who cannot see it.

    `legend` is HTML between note and figure, only where direct labels do not do.
    """

    title: str
    note: str
    figure: go.Figure
    alt: str
    legend: str = ""


def draw(picture: Picture, key: str, *, clicked: Callable[[str], None] | None = None) -> None:
    """Draw a picture under its title. `clicked` gets the key (`customdata`) of a mark that was clicked."""
    section(unbroken(picture.title), picture.note)
    if picture.legend:
        st.html(picture.legend)
    draw_bare(picture, key, clicked=clicked)


def draw_bare(picture: Picture, key: str, *, clicked: Callable[[str], None] | None = None) -> None:
    """Draw only the figure, under words that stand on the page already; nothing if it holds nothing."""
    if not picture.figure.data:
        return
    figure = drawn_once(picture.figure, clicks=clicked is not None)
    clicks: dict[str, Any] = {}
    if clicked is not None:
        clicks = {"selection_mode": "points", "on_select": lambda: _pass_on(key, clicked)}
    st.plotly_chart(figure, theme=None, config=CONFIG, alt=picture.alt, key=key, **clicks)


def _pass_on(key: str, clicked: Callable[[str], None]) -> None:
    """Hand the clicked mark on; a click beside every mark only clears the choice."""
    for point in st.session_state[key]["selection"]["points"]:
        if point.get("customdata"):
            found = point["customdata"]
            clicked(found if isinstance(found, str) else found[0])
            return
