"""Choosing quotes: staff mark comments for public use, and take them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from skm_core.terms import Layanan, Wilayah
from skm_core.voices import Asal, Kutipan, Suara, choose, withdraw
from skm_ui import access
from skm_ui.filters import Selection
from skm_ui.navigation import change
from skm_ui.settings import saving
from skm_ui.views import suara as view
from skm_ui.voices_search import ONLY

PART = "kutipan"
NAME = "kutipan_nama"


def switch(sel: Selection, *, on: bool) -> bool:
    """Draw the switch into choosing and the name field; True if comments are to carry buttons."""
    saving.said(PART)
    if not access.may_write():
        return False
    if sel.contoh:
        st.html('<p class="skm-note">Kutipan untuk umum hanya dapat dipilih dari data nyata, bukan data contoh.</p>')
        return False
    with st.container(key="skm-tautan"):
        label = "Selesai memilih kutipan" if on else "Pilih kutipan untuk umum"
        st.button(label, type="tertiary", on_click=change, kwargs={"pilih": None if on else ONLY}, key="kutipan_ubah")
    if not on:
        return False
    st.html(
        '<p class="skm-note">Kutipan pilihan boleh dipakai di laporan, poster, dan paparan. Pilih yang tidak menyebut '
        "nama atau alamat orang.</p>"
    )
    st.session_state.setdefault(NAME, "")
    st.text_input("Nama Anda (belum diverifikasi)", key=NAME, max_chars=80, width=360)
    return True


def listed(
    sel: Selection,
    shown: Sequence[Suara],
    quotes: Mapping[Asal, Kutipan],
    layanan: Mapping[str, Layanan],
    places: Mapping[str, Wilayah],
    cari: str,
) -> None:
    """The comments, each with its button."""
    for one in shown:
        quote = quotes.get(one.asal)
        html = view.comment_html(one, layanan, places, cari=cari, quoted=quote is not None)
        st.html(f'<div class="skm-quotes" style="--columns:1">{html}</div>')
        name = "-".join(str(part) for part in (one.asal.unggahan_id, one.asal.lembar, one.asal.baris, one.layanan))
        label = "Tarik kutipan ini" if quote else "Pilih sebagai kutipan"
        if st.button(label, key=f"kutip-{name}", type="tertiary"):
            _save(sel, one.asal, quote)


def _save(sel: Selection, asal: Asal, quote: Kutipan | None) -> None:
    who = st.session_state[NAME]
    if quote:
        saving.save(PART, lambda: withdraw(sel.store, quote.kutipan_id, oleh=who), "Kutipan ditarik.")
    else:
        saving.save(PART, lambda: _choose(sel, asal, who), "Saran ini sekarang kutipan pilihan.")


def _choose(sel: Selection, asal: Asal, who: str) -> None:
    choose(sel.store, asal, oleh=who)
