"""The sentences of the report, to be read and rewritten before it is downloaded."""

from __future__ import annotations

import zlib
from html import escape

import streamlit as st

from skm_core.reports import texts
from skm_core.reports.content import Content
from skm_core.reports.parts import Teks
from skm_ui.filters import Selection
from skm_ui.settings import saving

PART = "laporan"
NAME = "unggah_nama"
"""Where the session keeps the typed name, shared with the page Unggah."""


def show(sel: Selection, c: Content) -> None:
    """One text field per passage, in one form with one button."""
    saving.said(PART)
    with st.form("laporan_teks", border=False, enter_to_submit=False):
        typed = {one.kunci: _field(c, one) for one in c.teks}
        name = st.text_input(
            "Nama Anda (belum diverifikasi)",
            st.session_state.get(NAME, ""),
            key="laporan_nama",
            max_chars=80,
            width=420,
        )
        sent = st.form_submit_button("Simpan kalimat", type="primary", key="laporan_simpan")
    if sent:
        _save(sel, c, typed, name)


def _field(c: Content, one: Teks) -> str:
    if one.usang:
        note = "Data berubah sesudah teks ini disunting. Kalimat dari data sekarang: " + one.bawaan.replace("\n", " ")
        st.html(f'<p class="skm-notice" role="status">{escape(note)}</p>')
    mark = " (disunting)" if one.diubah else ""
    typed: str = st.text_area(f"{one.judul}{mark}", one.teks, key=_widget(c, one), height="content")
    return typed


def _widget(c: Content, one: Teks) -> str:
    """A key that changes with the stored text: the field shows what is stored, never what stood there before."""
    return f"laporan_teks_{c.scope.berkas}_{one.kunci}_{zlib.crc32(one.teks.encode())}"


def _save(sel: Selection, c: Content, typed: dict[str, str], name: str) -> None:
    changed = [one for one in c.teks if typed[one.kunci].strip() != one.teks]
    if not changed:
        saving.refused("Tidak ada kalimat yang berubah.")
        return

    def action() -> None:
        for one in changed:
            texts.save_text(sel.store, c.scope, c.pilihan.pengumpul or "", one, typed[one.kunci], oleh=name)
        st.session_state[NAME] = name.strip()

    saving.save(PART, action, f"{len(changed)} bagian disimpan. Dokumen yang diunduh sekarang memakainya.")
