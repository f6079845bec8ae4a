"""Tetapkan hasil: freezes the figures of a periode, and says what was fixed when and by whom."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core import publication, registry
from skm_core.results.measured import measure
from skm_core.store import Store
from skm_core.terms import Pilihan
from skm_ui.figure import ikm_html
from skm_ui.filters import PENGUMPUL
from skm_ui.format import moment
from skm_ui.settings import saving

PART = "penetapan"


def show(store: Store) -> None:
    """What is fixed, and the form that fixes a periode."""
    known = registry.periode(store)
    st.html(
        '<h3 class="skm-form">Tetapkan hasil</h3>'
        '<p class="skm-text">Sesudah ditetapkan, data periode itu hanya dapat berubah sebagai revisi beralasan, dan '
        "angka yang ditetapkan tetap dapat dibaca.</p>"
    )
    saving.said(PART)
    lines = "".join(
        f"<li><b>{escape(known[one.periode].nama)}</b> ditetapkan oleh {escape(one.oleh)} (belum diverifikasi), "
        f"{moment(one.waktu)}{f', penetapan ke-{one.ke}' if one.ke > 1 else ''}"
        f"{f': {escape(one.catatan)}' if one.catatan else ''}</li>"
        for one in reversed(publication.history(store))
        if one.periode in known
    )
    if lines:
        st.html(f'<ul class="skm-fixed">{lines}</ul>')
    chosen = st.selectbox(
        "Periode yang hasilnya ditetapkan",
        list(reversed(known)),
        index=None,
        format_func=lambda kode: known[kode].nama,
        placeholder="Pilih periode",
        key="penetapan_periode",
        width=saving.WIDTH,
    )
    if chosen:
        _form(store, chosen)


def _form(store: Store, kode: str) -> None:
    found = measure(store, Pilihan((kode,)), unsur=False)
    name = registry.periode(store)[kode].nama
    if not found:
        st.html('<p class="skm-text">Belum ada data dalam periode ini.</p>')
        return
    lines = "".join(f"<li>{escape(PENGUMPUL[one.pengumpul])}: {ikm_html(one, size='s')}</li>" for one in found)
    again = publication.latest(store, kode)
    lead = "Yang dibekukan sekarang, bersama semua angka layanan, kecamatan dan kelurahan:"
    if again:
        lead = "Hasil ini sudah ditetapkan. Penetapan ulang membekukan angka sekarang; yang lama tetap tersimpan:"
    st.html(f'<p class="skm-text">{lead}</p><ul class="skm-fixed">{lines}</ul>')
    with st.form(f"penetapan_{kode}", border=False, enter_to_submit=False, width=saving.WIDTH):
        left, right = st.columns(2)
        oleh = left.text_input("Nama Anda (belum diverifikasi)", key=f"penetapan_oleh_{kode}", max_chars=80)
        catatan = right.text_input("Catatan, misalnya nomor surat", key=f"penetapan_catatan_{kode}", max_chars=200)
        sent = st.form_submit_button(f"Tetapkan hasil {name}", type="primary", key=f"penetapan_simpan_{kode}")
    if sent:
        saving.save(
            PART,
            lambda: _fix(store, kode, oleh, catatan),
            f"Hasil {name} ditetapkan.",
        )


def _fix(store: Store, kode: str, oleh: str, catatan: str) -> None:
    publication.fix(store, kode, oleh=oleh, catatan=catatan)
