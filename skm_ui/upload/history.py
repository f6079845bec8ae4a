"""Every upload with its number, who and when, and the two buttons that take it out and bring it back."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core import uploads
from skm_core.errors import SkmError
from skm_core.store import Store
from skm_core.uploads import Unggahan
from skm_ui.format import moment, whole
from skm_ui.upload import register
from skm_ui.upload.confirmation import NAME
from skm_ui.upload.naming import contents

FIRST = 20


def show(store: Store) -> None:
    """The newest uploads; the others behind one switch."""
    found = register.history(store)
    if not found:
        st.html('<p class="skm-text">Belum ada unggahan. Berkas yang disimpan akan tercatat di sini.</p>')
        return
    everything = len(found) <= FIRST or st.toggle(f"Tampilkan semua {whole(len(found))} unggahan", key="riwayat_semua")
    for item in found if everything else found[:FIRST]:
        with st.container(key=f"riwayat-{item.unggahan_id}", horizontal=True, vertical_alignment="center"):
            st.html(_line(store, item))
            if item.aktif:
                if st.button("Batalkan", key=f"batalkan_{item.unggahan_id}"):
                    _ask(store, item)
            elif st.button("Pulihkan", key=f"pulihkan_{item.unggahan_id}"):
                _ask(store, item)


def _line(store: Store, item: Unggahan) -> str:
    refused = f", {whole(item.n_ditolak)} ditolak" if item.n_ditolak else ""
    status = "" if item.aktif else f" · dibatalkan oleh {item.status_oleh}, {moment(item.status_waktu)}"
    return (
        f'<div class="skm-upload{"" if item.aktif else " undone"}"><b>{item.unggahan_id}</b><p>'
        f"{escape(contents(store, item.layanan, item.periode))} · {whole(item.n_diterima)} kuesioner{refused}</p>"
        f'<p class="skm-note">{escape(item.berkas_nama)} · {escape(item.pengunggah)} (belum diverifikasi) · '
        f"{moment(item.waktu)}{escape(status)}</p></div>"
    )


def _ask(store: Store, item: Unggahan) -> None:
    title = f"Batalkan unggahan {item.unggahan_id}?" if item.aktif else f"Pulihkan unggahan {item.unggahan_id}?"
    st.dialog(title)(_confirm)(store, item)


def _confirm(store: Store, item: Unggahan) -> None:
    what = f"{whole(item.n_diterima)} kuesioner {contents(store, item.layanan, item.periode)}"
    if item.aktif:
        st.html(
            f"<p>{escape(what)} tidak dihitung lagi dalam semua angka. Tidak ada yang dihapus; unggahan ini dapat "
            "dipulihkan kapan saja.</p>"
        )
    else:
        st.html(f"<p>{escape(what)} dihitung lagi dalam semua angka.</p>")
    name = st.text_input("Nama Anda (belum diverifikasi)", st.session_state.get(NAME, ""), key="riwayat_nama")
    label = "Batalkan unggahan" if item.aktif else "Pulihkan unggahan"
    if not st.button(label, type="primary", key="riwayat_ya"):
        return
    if not name.strip():
        st.html('<p class="skm-error" role="alert">Ketik nama Anda dahulu.</p>')
        return
    st.session_state[NAME] = name.strip()
    try:
        (uploads.undo if item.aktif else uploads.restore)(store, item.unggahan_id, oleh=name.strip())
    except SkmError as error:
        st.html(f'<p class="skm-error" role="alert">{escape(str(error))}</p>')
        return
    st.rerun()
