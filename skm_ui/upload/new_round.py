"""Making a periode right where a file needs it, its name and dates prefilled from its code."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from skm_core import registry, settings
from skm_core.errors import SkmError
from skm_core.intake.periods import new_periode
from skm_core.rules import PERMENPAN_14_2017
from skm_core.store import Store
from skm_core.terms import Periode
from skm_ui.settings.saving import WIDTH


def form(store: Store, code: str, *, usul: Periode | None = None, why: str = "", key: str = "") -> None:
    """Form of a new periode, with the sentence that led to it; after saving, the choice under `key` is set to it.

    `code` is what the file calls it and stays as it is; `usul` only fills the fields.
    """
    start = new_periode(code, PERMENPAN_14_2017.kode) if code else usul
    if start and not code and start.kode in registry.periode(store):
        start = None
    st.html(
        f'<h3 class="skm-form">{escape(f"Periode {code} belum ada. Buat sekarang?") if code else "Periode baru"}</h3>'
    )
    if why:
        st.html(f'<p class="skm-note">{escape(why)}</p>')
    given = code or (start.kode if start else "")
    with st.form(f"periode_baru_{given}", border=False, enter_to_submit=False, width=WIDTH):
        left, right = st.columns(2)
        kode = left.text_input("Kode", start.kode if start else "", disabled=bool(code), placeholder="2019-q3")
        nama = right.text_input("Nama", start.nama if start else "", placeholder="Juli–September 2019")
        left, right = st.columns(2)
        mulai = left.date_input("Mulai", start.mulai if start else None, format="DD/MM/YYYY")
        selesai = right.date_input("Selesai", start.selesai if start else None, format="DD/MM/YYYY")
        sent = st.form_submit_button("Buat periode", key=f"periode_baru_simpan_{given}")
    if not sent:
        return
    made = new_periode(kode, PERMENPAN_14_2017.kode)
    made = replace(
        made,
        kode=kode.strip(),
        nama=nama.strip() or made.nama,
        mulai=mulai or made.mulai,
        selesai=selesai or made.selesai,
    )
    try:
        if made.kode in registry.periode(store):
            raise SkmError(f"Periode {made.kode} sudah ada. Pilih dari daftar.")
        settings.save_periode(store, made)
    except SkmError as error:
        st.html(f'<p class="skm-error" role="alert">{escape(str(error))}</p>')
        return
    if key:
        st.session_state[f"{key}_dibuat"] = made.kode
    st.rerun()
