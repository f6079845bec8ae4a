"""Periode: the rounds of the survey, and the form that adds or changes one."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from skm_core import registry, settings
from skm_core.store import Store
from skm_core.terms import Periode
from skm_ui.format import span
from skm_ui.settings import closing, saving, words

PART = "periode"


def show(store: Store) -> None:
    """Table of all periode and the form."""
    known = registry.periode(store)
    saving.said(PART)
    st.html(table(known))
    st.html('<h3 class="skm-form">Tambah atau ubah periode</h3>')
    chosen = st.selectbox(
        "Periode yang diubah",
        [saving.NEW, *reversed(known)],
        format_func=lambda kode: known[kode].nama if kode else "Periode baru",
        key="periode_dipilih",
        width=saving.WIDTH,
    )
    _form(store, known.get(chosen))
    closing.show(store)


def table(known: Mapping[str, Periode]) -> str:
    """The periode as a table, newest first; on a phone each becomes a small block."""
    rows = "".join(
        f"<tr><td><b>{escape(item.nama)}</b><br><span class='skm-note'>{escape(item.kode)}</span></td>"
        f"<td data-label='Tanggal'>{span(item.mulai, item.selesai)}</td>"
        f"<td data-label='Aturan'>{escape(words.ATURAN[item.aturan])}</td>"
        f"<td data-label='Responden'>{words.CARA_PENDEK[item.cara_pemilihan]}</td>"
        f"<td data-label='Status'>{words.STATUS[item.status]}</td></tr>"
        for item in reversed(list(known.values()))
    )
    return (
        '<table class="skm-table skm-cards"><thead><tr><th>Periode</th><th>Tanggal</th><th>Aturan</th>'
        f"<th>Responden</th><th>Status</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _form(store: Store, old: Periode | None) -> None:
    name = old.kode if old else "baru"
    with st.form(f"periode_{name}", border=False, enter_to_submit=False, width=saving.WIDTH):
        left, right = st.columns(2)  # a row of columns each: on a phone they come in reading order
        nama = left.text_input(
            "Nama", old.nama if old else "", key=f"periode_nama_{name}", placeholder="Juli–September 2019"
        )
        kode = right.text_input(
            "Kode, dipakai di kolom periode berkas",
            old.kode if old else "",
            key=f"periode_kode_{name}",
            placeholder="2019-q3",
            disabled=old is not None,
        )
        left, right = st.columns(2)
        mulai = left.date_input("Mulai", old.mulai if old else None, format="DD/MM/YYYY", key=f"periode_mulai_{name}")
        selesai = right.date_input(
            "Selesai", old.selesai if old else None, format="DD/MM/YYYY", key=f"periode_selesai_{name}"
        )
        left, right = st.columns(2)
        aturan = left.selectbox(
            "Aturan mutu",
            list(words.ATURAN),
            list(words.ATURAN).index(old.aturan) if old else 0,
            format_func=words.ATURAN.__getitem__,
            key=f"periode_aturan_{name}",
        )
        cara = right.selectbox(
            "Cara memilih responden",
            list(words.CARA_PEMILIHAN),
            list(words.CARA_PEMILIHAN).index(old.cara_pemilihan) if old else 1,
            format_func=words.CARA_PEMILIHAN.__getitem__,
            key=f"periode_cara_{name}",
        )
        left, _ = st.columns(2)
        status = left.selectbox(
            "Status",
            list(words.STATUS),
            list(words.STATUS).index(old.status) if old else 0,
            format_func=words.STATUS.__getitem__,
            key=f"periode_status_{name}",
        )
        st.html(
            '<p class="skm-note">Aturan menentukan batas mutu. Responden yang tidak acak membuat rentang hanya '
            "indikatif; panel tertutup tidak mendapat mutu dan rentang.</p>"
        )
        sent = st.form_submit_button("Simpan periode", type="primary", key=f"periode_simpan_{name}")
    if sent:
        _save(store, Periode(kode.strip(), nama, mulai, selesai, aturan, cara, status), is_new=old is None)


def _save(store: Store, periode: Periode, *, is_new: bool) -> None:
    if is_new and periode.kode in registry.periode(store):
        saving.refused(f'Periode dengan kode "{periode.kode}" sudah ada. Pilih dari daftar di atas untuk mengubahnya.')
        return
    saving.save(PART, lambda: settings.save_periode(store, periode), f"Periode {periode.nama.strip()} disimpan.")
