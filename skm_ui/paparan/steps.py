"""The parts of the story for the presenter: which are shown, which leave themselves out and why, and the script."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core.story.steps import Story
from skm_ui.navigation import change


def choose(story: Story, tanpa: frozenset[str]) -> None:
    """A tick for every part that has something to show, and the reason for every part that has not."""
    for key, name in story.bagian.items():
        widget = f"paparan-bagian-{key}"
        st.session_state[widget] = key not in tanpa
        last = len(story.bagian) - len(tanpa & story.bagian.keys()) == 1 and key not in tanpa
        st.checkbox(name, key=widget, on_change=_switched, args=(key, tanpa), disabled=last)
    if story.absen:
        rows = "".join(f"<dt>{escape(one.nama)}</dt><dd>{escape(one.alasan)}</dd>" for one in story.absen)
        st.html(f'<div class="skm-paparan-absen"><p class="skm-note">Tidak ikut:</p><dl>{rows}</dl></div>')


def _switched(key: str, tanpa: frozenset[str]) -> None:
    kept = tanpa - {key} if st.session_state[f"paparan-bagian-{key}"] else tanpa | {key}
    change(tanpa=",".join(sorted(kept)) or None)


def script(story: Story, tanpa: frozenset[str]) -> None:
    """All messages with what the speaker may say, to read beforehand or to print."""
    with st.expander("Naskah pembicara", type="compact"):
        for number, step in enumerate(story.without(tanpa).langkah, 1):
            note = escape(step.catatan).replace("\n", "<br>")
            st.html(f'<h3 class="skm-form">{number}. {escape(step.judul)}</h3><p class="skm-note">{note}</p>')
