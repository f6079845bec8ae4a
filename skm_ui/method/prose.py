"""How the sentences of the page are set."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st


def text(sentence: str) -> None:
    """A paragraph."""
    st.html(f'<p class="skm-text">{escape(sentence)}</p>')


def bullets(sentences: Iterable[str], *, ordered: bool = False) -> None:
    """A list of sentences."""
    tag = "ol" if ordered else "ul"
    st.html(f"<{tag} class='skm-prose'>{''.join(f'<li>{escape(one)}</li>' for one in sentences)}</{tag}>")


def terms(pairs: Iterable[tuple[str, str]]) -> None:
    """A list of cases, each with its rule."""
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(rule)}</dd>" for name, rule in pairs)
    st.html(f"<dl class='skm-terms'>{rows}</dl>")
