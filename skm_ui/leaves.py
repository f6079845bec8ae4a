"""Turns the page: the one before stays on the screen, whole, until the next is drawn, whole.

Two leaves lie behind each other. A page that was switched to is drawn on the hidden one; when it is complete the leaves
change places. A change of filters draws on the leaf that is seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import StopException

from skm_ui import trouble

_SEEN = "_lembar"
"""In the session: name of the page on the screen, and its leaf."""
PLACE = (Path(__file__).parent / "place.js").read_text()


@contextmanager
def turned(name: str) -> Iterator[None]:
    """Draw the page `name`, errors included, and turn to it. A run that is broken off by the next one turns nothing."""
    seen: tuple[str, int] | None = st.session_state.get(_SEEN)
    leaf = 0 if seen is None else seen[1] if seen[0] == name else 1 - seen[1]
    both = st.container(key="skm-lembaran", gap=None)
    leaves = [both.container(key=f"skm-lembar-{number}") for number in (0, 1)]
    sign = st.container(key="skm-tanda")
    try:
        with leaves[leaf], trouble.shown():
            yield
    except StopException:
        _turn(sign, name, leaf)
        raise
    _turn(sign, name, leaf)


def _turn(sign: st.delta_generator.DeltaGenerator, name: str, leaf: int) -> None:
    st.session_state[_SEEN] = name, leaf
    sign.html(
        f"<script>document.documentElement.dataset.lembar = {leaf}; {PLACE}</script>", unsafe_allow_javascript=True
    )
