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
PARTS = {
    "periode": ("Periode", rounds),
    "layanan": ("Layanan", services),
    "kuesioner": ("Kuesioner", questionnaires),
    "pemetaan": ("Pemetaan", kept),
    "instansi": ("Instansi", agency),
    "batas": ("Batas wilayah", boundaries),
}
asked = PARTS.get(st.query_params.get("bagian", ""), PARTS["periode"])[0]
tabs = st.tabs([title for title, _ in PARTS.values()], key="bagian", default=asked)
for tab, (_, part) in zip(tabs, PARTS.values(), strict=True):
    with tab:
        part.show(store)
