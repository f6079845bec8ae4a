"""Apa yang berlaku: periode, layanan, kuesioner, dan instansi yang mana?"""

import streamlit as st

from skm_ui import stores
from skm_ui.guard import guard
from skm_ui.head import notice, page_head
from skm_ui.mapping import kept
from skm_ui.settings import agency, boundaries, questionnaires, rounds, services

guard()
shown = page_head("Pengaturan", names=())
if shown.contoh:
    notice(
        "Layar sedang menampilkan data contoh. Yang diatur di sini adalah data nyata; data contoh tidak dapat diubah."
    )
store = stores.real()
tabs = st.tabs(["Periode", "Layanan", "Kuesioner", "Pemetaan", "Instansi", "Batas wilayah"], key="bagian")
for tab, part in zip(tabs, (rounds, services, questionnaires, kept, agency, boundaries), strict=True):
    with tab:
        part.show(store)
