"""Puts the style sheets on the page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

STYLES = [
    Path(__file__).parent / name for name in ("look.css", "charts.css", "quality.css", "mapping.css", "voices.css")
]


LANGUAGE = '<script>document.documentElement.lang = "id"</script>'
"""Screen readers must read Indonesian; Streamlit has no setting for it."""


def apply() -> None:
    """Add the style sheets and the language of the page; takes no room."""
    for sheet in STYLES:
        st.html(sheet)
    with st.container(key="skm-bahasa"):
        st.html(LANGUAGE, unsafe_allow_javascript=True)
