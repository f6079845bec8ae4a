"""Where the story is shown: on the page as a preview, or over the whole window for the hall.

The deck is the same document as the file. It runs in the browser alone, so that a step never waits for the server.
"""

from __future__ import annotations

import streamlit as st

from skm_core.reports.paparan.deck import deck
from skm_core.story.steps import Story
from skm_ui.kept import built
from skm_ui.navigation import change


def document(story: Story, tanpa: frozenset[str]) -> str:
    """The deck without the parts that are switched off, made once per story and choice."""
    return built(_document, story, tanpa)


def _document(story: Story, tanpa: frozenset[str]) -> str:
    return deck(story.without(tanpa)).decode()


def preview(story: Story, tanpa: frozenset[str]) -> None:
    """The button that starts, and the deck in small."""
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        st.button("Mulai paparan", type="primary", key="paparan-mulai", on_click=change, kwargs={"layar": "penuh"})
        st.html(
            '<p class="skm-note skm-paparan-papan">Panah, spasi, atau alat presenter: langkah. N: catatan. P: jendela '
            "pembicara. G: gelap. F: layar penuh. Esc: selesai.</p>"
            '<p class="skm-note skm-paparan-jari">Geser ke kiri atau ke kanan: langkah. Tombol di bawah: catatan, '
            "gelap, tutup.</p>"
        )
    with st.container(key="paparan-pratinjau"):
        st.iframe(document(story, tanpa), height=560, alt=f"Pratinjau {story.judul}")


def full(story: Story, tanpa: frozenset[str]) -> None:
    """The deck over the whole window, and the button that ends it."""
    with st.container(key="paparan-penuh"):
        st.iframe(document(story, tanpa), height=800, alt=story.judul)
        st.button("Tutup", key="paparan-tutup", type="tertiary", on_click=change, kwargs={"layar": None})
