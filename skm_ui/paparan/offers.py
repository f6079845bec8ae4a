"""The story to take along: as one HTML file, and as slides."""

from __future__ import annotations

from functools import partial

import streamlit as st

from skm_core.reports.kinds import HTML, PPTX
from skm_core.reports.paparan.deck import deck
from skm_core.reports.slides.deck import pptx
from skm_core.story.steps import Story


def show(story: Story, tanpa: frozenset[str]) -> None:
    """One button per kind of file; made when pressed."""
    told = story.without(tanpa)
    for label, ending, media, make in (
        ("Unduh satu berkas HTML", "html", HTML, deck),
        ("Unduh PowerPoint", "pptx", PPTX, pptx),
    ):
        st.download_button(
            label,
            data=partial(make, told),
            file_name=story.file_name(ending),
            mime=media,
            key=f"paparan-unduh-{ending}",
            on_click="ignore",
        )
    st.html(
        '<p class="skm-note">Berkas HTML dibuka dengan klik dua kali di laptop mana pun, tanpa jaringan, dan sama '
        "persis dengan paparan ini. Di PowerPoint semua teks dan grafik dapat disunting.</p>"
    )
