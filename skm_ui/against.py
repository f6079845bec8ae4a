"""What the front page compares its figure with: chosen by the reader, kept in the address."""

from __future__ import annotations

import streamlit as st

from skm_core.results.ringkasan import LALU, TAHUN, TARGET, Ringkasan
from skm_ui.navigation import change

PARAMETER, WIDGET = "banding", "banding_dipilih"
WORDS = {LALU: "Survei sebelumnya", TAHUN: "Setahun lalu", TARGET: "Target"}


def asked() -> str:
    """What the address asks for; anything unknown is the last comparable periode."""
    wanted = st.query_params.get(PARAMETER)
    return wanted if wanted in WORDS else LALU


def choose(found: Ringkasan) -> None:
    """Offer what exists here, if there is a choice."""
    if len(found.banding_ada) < 2:
        return
    st.session_state[WIDGET] = found.banding
    st.segmented_control(
        "Dibandingkan dengan",
        found.banding_ada,
        format_func=WORDS.__getitem__,
        key=WIDGET,
        on_change=_changed,
    )


def _changed() -> None:
    chosen = st.session_state[WIDGET]
    change(**{PARAMETER: None if chosen in (None, LALU) else chosen})
