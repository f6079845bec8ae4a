"""Pemetaan in Pengaturan: the kept mappings, with rename, delete, download, and reading one from a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape

import streamlit as st

from skm_core import registry
from skm_core.errors import InvalidMappingError
from skm_core.intake.headers import MEANING
from skm_core.intake.mapping import saved
from skm_core.intake.mapping.saved import Tersimpan
from skm_core.intake.mapping.value import Pemetaan, from_json
from skm_core.store import Store
from skm_core.terms import Instrumen
from skm_ui.format import moment, whole
from skm_ui.settings import saving
from skm_ui.upload.confirmation import NAME

PART = "pemetaan"
MAX_BYTES = 1024**2


def show(store: Store) -> None:
    """The list, the form for one of them, and the import."""
    found, asked = saved.kept(store), registry.instrumen(store)
    saving.said(PART)
    if not found:
        st.html(
            '<p class="skm-text">Belum ada pemetaan. Unggah berkas yang bentuknya belum dikenal, beri arti setiap '
            "kolomnya, lalu simpan dengan nama; lain kali berkas seperti itu dibaca sendiri.</p>"
        )
    else:
        st.html(table(found, asked))
        st.html('<h3 class="skm-form">Ubah pemetaan</h3>')
        name = st.selectbox("Pemetaan", list(found), key="pemetaan_dipilih", width=saving.WIDTH)
        _change(store, found[name])
    st.html('<h3 class="skm-form">Ambil pemetaan dari berkas</h3>')
    _import(store)


def table(found: Mapping[str, Tersimpan], asked: Mapping[str, Instrumen]) -> str:
    """The kept mappings by name; on a phone each becomes a small block."""
    rows = "".join(
        f"<tr><td><b>{escape(one.nama)}</b></td>"
        f"<td data-label='Kuesioner'>{escape(_instrumen(one, asked))}</td>"
        f"<td class='num' data-label='Kolom dipakai'>{whole(len(one.pemetaan.used))}</td>"
        f"<td data-label='Disimpan'>{escape(one.oleh)}, {moment(one.waktu)}</td></tr>"
        for one in found.values()
    )
    return (
        '<table class="skm-table skm-cards"><thead><tr><th>Pemetaan</th><th>Kuesioner</th>'
        '<th class="num">Kolom dipakai</th><th>Disimpan</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _instrumen(one: Tersimpan, asked: Mapping[str, Instrumen]) -> str:
    known = asked.get(one.pemetaan.instrumen)
    return known.nama if known else f"{one.pemetaan.instrumen} (tidak ada lagi)"


def _change(store: Store, one: Tersimpan) -> None:
    st.html(_contents(store, one))
    with st.form(f"pemetaan_ganti_{one.nama}", border=False, enter_to_submit=False, width=saving.WIDTH):
        name = st.text_input("Nama", one.nama, key=f"pemetaan_nama_{one.nama}", max_chars=saved.MAX_NAME)
        renamed = st.form_submit_button("Ganti nama", key=f"pemetaan_ganti_tombol_{one.nama}")
    with st.container(horizontal=True):
        st.download_button(
            "Unduh sebagai JSON",
            one.pemetaan.as_json(),
            f"pemetaan-{saving.code(one.nama, '-') or 'kolom'}.json",
            "application/json",
            key=f"pemetaan_unduh_{one.nama}",
            on_click="ignore",
        )
        with st.popover("Hapus", key=f"pemetaan_hapus_{one.nama}"):
            st.html('<p class="skm-text">Data yang sudah masuk dengan pemetaan ini tetap ada.</p>')
            gone = st.button("Hapus pemetaan ini", type="primary", key=f"pemetaan_hapus_tombol_{one.nama}")
    if renamed:
        wanted = " ".join(name.split())
        saving.save(PART, lambda: saved.rename(store, one.nama, name), f"Pemetaan kini bernama {wanted}.")
    if gone:
        saving.save(PART, lambda: saved.delete(store, one.nama), f"Pemetaan {one.nama} dihapus.")


def _contents(store: Store, one: Tersimpan) -> str:
    known = registry.instrumen(store).get(one.pemetaan.instrumen)
    items = {item.kolom: item for item in known.butir} if known else {}
    unsur = registry.unsur(store)
    rows = ""
    for column in one.pemetaan.used:
        item = items.get(column.target)
        meaning = MEANING.get(column.target, column.target)
        if item:
            meaning = unsur[item.unsur_kunci].nama if item.unsur_kunci else item.teks
        answers = ", ".join(f"{label} = {worth}" for label, worth in column.jawaban)
        if column.urutan:
            answers = f"{column.urutan} dahulu"
        rows += f"<tr><td>{escape(column.judul)}</td><td>{escape(meaning)}</td><td>{escape(answers)}</td></tr>"
    return (
        '<details class="skm-more alone"><summary><b>Isi pemetaan</b></summary>'
        '<div class="skm-scroll" tabindex="0" role="group" aria-label="Tabel">'
        '<table class="skm-table"><thead><tr><th>Judul kolom</th><th>Dibaca sebagai</th><th>Nilai jawaban</th></tr>'
        f"</thead><tbody>{rows}</tbody></table></div></details>"
    )


def _import(store: Store) -> None:
    with st.form("pemetaan_impor", border=False, enter_to_submit=False, width=saving.WIDTH):
        chosen = st.file_uploader("Berkas JSON yang diunduh dari sini", type=["json"], key="pemetaan_berkas")
        left, right = st.columns(2)
        name = left.text_input("Nama (kosong: seperti dalam berkas)", key="pemetaan_impor_nama", max_chars=80)
        who = right.text_input("Nama Anda (belum diverifikasi)", st.session_state.get(NAME, ""), key="pemetaan_oleh")
        sent = st.form_submit_button("Simpan pemetaan", type="primary", key="pemetaan_impor_tombol")
    if not sent:
        return
    if chosen is None or chosen.size > MAX_BYTES:
        saving.refused("Pilih berkas JSON pemetaan dahulu, paling besar 1 MB.")
        return
    try:
        mapping = from_json(chosen.getvalue())
    except InvalidMappingError as error:
        saving.refused(str(error))
        return
    mapping = replace(mapping, nama=name.strip() or mapping.nama)
    saving.save(PART, lambda: _keep(store, mapping, who), f"Pemetaan {mapping.nama} disimpan.")


def _keep(store: Store, mapping: Pemetaan, who: str) -> None:
    saved.keep(store, mapping, oleh=who)
