"""Puts the style sheets and the language on the page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
STYLES = [HERE / "look.css", *sorted(sheet for sheet in HERE.rglob("*.css") if sheet.name != "look.css")]
"""All of them on every page: a sheet that came with its page would come after the page. The look is first, the rest
may change it."""
LANGUAGE = '<script>document.documentElement.lang = "id"</script>'
"""Screen readers must read Indonesian; Streamlit has no setting for it."""


def apply() -> None:
    """Add the style sheets and the language of the page; takes no room.

    The sheets come with something to show, if only an empty mark: sheets alone are put aside by Streamlit, and its
    client then draws them a moment after the page, which jumps.
    """
    sheets = "\n".join(sheet.read_text(encoding="utf-8") for sheet in STYLES)
    st.html(f"<i></i><style>{sheets}</style>")
    with st.container(key="skm-bahasa"):
        st.html(LANGUAGE, unsafe_allow_javascript=True)
