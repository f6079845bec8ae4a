"""Apa isi berkas ini, dan apa yang akan berubah bila disimpan?"""

import streamlit as st

from skm_ui import stores
from skm_ui.guard import guard
from skm_ui.head import notice, page_head, section
from skm_ui.upload import history, outcome, steps
from skm_ui.upload.held import MAX_MEGABYTES, choose

guard()
shown = page_head("Unggah", names=())
if shown.contoh:
    notice("Layar sedang menampilkan data contoh. Berkas yang diunggah di sini masuk ke data nyata.")
store = stores.real()
top = st.container()
section("1 · Pilih berkas", f"CSV, Excel, ODS, atau ZIP, seperti yang diekspor; paling besar {MAX_MEGABYTES} MB")
held = choose()
if held:
    outcome.forget()
    steps.show(store, held)
else:
    with top:
        outcome.show(store)
section("Riwayat unggahan", "Setiap unggahan dapat dibatalkan dan dipulihkan seutuhnya")
history.show(store)
