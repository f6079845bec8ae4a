"""The small form for an unsur that neither rule lists."""

from __future__ import annotations

import streamlit as st

from skm_core import settings
from skm_core.store import Store
from skm_ui.settings import saving

PART = "kuesioner"


def show(store: Store) -> None:
    """Form; after saving, the unsur can be chosen in a new questionnaire."""
    st.html(
        '<p class="skm-note">Permenpan RB 14/2017 mengizinkan unsur tambahan. Setelah disimpan, unsur ini dapat '
        "dipilih dalam kuesioner baru dan ikut membentuk IKM kuesioner itu.</p>"
    )
    with st.form("unsur", border=False, enter_to_submit=False, width=saving.WIDTH):
        left, right = st.columns(2)
        nama = left.text_input("Nama unsur", key="unsur_nama", placeholder="Keamanan Lingkungan")
        pendek = right.text_input("Nama pendek, paling panjang 14 huruf", key="unsur_pendek", placeholder="Keamanan")
        uraian = st.text_input("Apa yang ditanyakan", key="unsur_uraian")
        sent = st.form_submit_button("Simpan unsur", key="unsur_simpan")
    if sent:
        saving.save(
            PART,
            lambda: settings.add_unsur(store, saving.code(nama, "_"), nama, pendek, uraian),
            f"Unsur {nama.strip()} disimpan.",
        )
