"""Which comments the letter to a kelurahan quotes: none, unless a person chooses them."""

from __future__ import annotations

import streamlit as st

from skm_core.reports.content import Content
from skm_core.reports.quotes import MOST_QUOTED, quotable, save_quotes
from skm_core.reports.scope import KELURAHAN
from skm_core.results import showing
from skm_ui.filters import Selection
from skm_ui.head import section
from skm_ui.reports.passages import NAME
from skm_ui.settings import saving

PART = "kutipan"


def show(sel: Selection, c: Content) -> None:
    """The choice, for a kelurahan with comments that may be shown; nothing for other scopes."""
    offered = quotable(c.saran)
    if c.scope.jenis != KELURAHAN or not offered or showing.visible(c.score) is None:
        return
    section(
        "Saran yang dikutip dalam surat",
        f"Pilih paling banyak {MOST_QUOTED}. Tanpa pilihan, surat ke kelurahan tidak mengutip apa pun. Jangan pilih "
        "saran yang menunjuk orang.",
    )
    saving.said(PART)
    with st.form("laporan_kutipan", border=False, enter_to_submit=False):
        chosen = st.multiselect(
            "Saran warga",
            offered,
            default=c.kutipan,
            key=f"kutipan_{c.scope.berkas}_{len(c.kutipan)}",
            max_selections=MOST_QUOTED,
            placeholder="Pilih saran",
        )
        name = st.text_input(
            "Nama Anda (belum diverifikasi)",
            st.session_state.get(NAME, ""),
            key="kutipan_nama",
            max_chars=80,
            width=420,
        )
        sent = st.form_submit_button("Simpan pilihan", key="kutipan_simpan")
    if sent:
        _save(sel, c, chosen, name)


def _save(sel: Selection, c: Content, chosen: list[str], name: str) -> None:
    def action() -> None:
        save_quotes(sel.store, c.scope, c.pilihan.pengumpul or "", chosen, c.saran, oleh=name)
        st.session_state[NAME] = name.strip()

    saving.save(PART, action, f"{len(chosen)} saran akan dikutip dalam surat." if chosen else "Surat tanpa kutipan.")
