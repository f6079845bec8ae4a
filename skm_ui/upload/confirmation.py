"""Step 4: who uploads, and the one button that stores, saying what it will do."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core import intake
from skm_core.errors import SkmError
from skm_core.intake import Draft
from skm_core.store import Store
from skm_ui import stores
from skm_ui.format import whole
from skm_ui.upload import held, outcome
from skm_ui.upload.naming import contents

NAME = "unggah_nama"
"""Where the session keeps the typed name."""


def show(store: Store, draft: Draft) -> None:
    """Name and button; stores on click, and says so on the next run."""
    new = {item.kode: item for item in draft.baru.periode}
    what = contents(store, draft.counts["layanan"], draft.counts["periode"], new)
    with st.form("unggah_simpan", border=False, width=560):
        name = st.text_input(
            "Nama Anda (belum diverifikasi)", st.session_state.get(NAME, ""), key="unggah_nama_diketik", max_chars=80
        )
        sent = st.form_submit_button(
            f"Simpan {whole(draft.n_diterima)} kuesioner ke {what}", type="primary", key="unggah_simpan_tombol"
        )
    if draft.n_ditolak:
        st.html(f'<p class="skm-note">{whole(draft.n_ditolak)} baris yang ditolak tidak ikut disimpan.</p>')
    if not sent:
        return
    if not name.strip():
        st.html('<p class="skm-error" role="alert">Ketik nama Anda dahulu. Nama itu dicatat dalam riwayat.</p>')
        return
    st.session_state[NAME] = name.strip()
    was_demo = stores.shown().contoh
    try:
        with st.spinner("Menyimpan."):
            receipt = intake.ingest(store, draft, pengunggah=name.strip())
    except SkmError as error:
        st.html(f'<p class="skm-error" role="alert">{escape(str(error))}</p>')
        return
    outcome.keep(receipt, draft, what)
    held.finish()
    if was_demo:  # its periode mean nothing in the real data that is shown from now on
        st.query_params.clear()
    st.rerun()
