"""Every upload with its number, who and when, and the two buttons that take it out and bring it back."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core import effect, uploads
from skm_core.errors import SkmError
from skm_core.store import Store
from skm_core.uploads import Unggahan
from skm_ui.cache import result
from skm_ui.format import moment, whole
from skm_ui.stores import Shown
from skm_ui.upload import effects, refused_rows, register, revision
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
            if item.n_ditolak > item.n_diperbaiki and item.aktif and item.koreksi_dari is None and not item.n_rekap:
                refused_rows.download(store, item.unggahan_id, f"ditolak_{item.unggahan_id}", "Baris ditolak")
            if item.aktif:
                if st.button("Batalkan", key=f"batalkan_{item.unggahan_id}"):
                    _ask(store, item)
            elif st.button("Pulihkan", key=f"pulihkan_{item.unggahan_id}"):
                _ask(store, item)


def _line(store: Store, item: Unggahan) -> str:
    status = "" if item.aktif else f" · dibatalkan oleh {item.status_oleh}, {moment(item.status_waktu)}"
    again = item.aktif and item.status_waktu > item.waktu
    status = f" · dipulihkan oleh {item.status_oleh}, {moment(item.status_waktu)}" if again else status
    revised = "".join(f'<p class="skm-note">Revisi sejak publikasi: {escape(reason)}</p>' for reason in item.revisi)
    return (
        f'<div class="skm-upload{"" if item.aktif else " undone"}"><b>{item.unggahan_id}</b><p>'
        f"{escape(contents(store, item.layanan, item.periode))} · {_amount(item)}{_rows(item)}</p>"
        f'<p class="skm-note">{escape(item.berkas_nama)} · {escape(item.pengunggah)} (belum diverifikasi) · '
        f"{moment(item.waktu)}{escape(status)}</p>{_decided(item)}{revised}</div>"
    )


def _decided(item: Unggahan) -> str:
    """What the uploader decided about single cells and rows; several behind one click."""
    if len(item.catatan) < 2:
        return "".join(f'<p class="skm-note">{escape(sentence)}</p>' for sentence in item.catatan)
    lines = "".join(f"<li>{escape(sentence)}</li>" for sentence in item.catatan)
    title = f"{whole(len(item.catatan))} keputusan pengunggah tentang isi berkas"
    return f"<details class='skm-all'><summary>{title}</summary><ul class='skm-decided'>{lines}</ul></details>"


def _amount(item: Unggahan) -> str:
    if item.n_rekap:
        return f"{whole(item.n_rekap)} baris rekap tanpa data responden, tidak masuk hitungan"
    return f"{whole(item.n_diterima)} kuesioner"


def _rows(item: Unggahan) -> str:
    """What happened to the rows that are not simply new."""
    parts = []
    if item.koreksi_dari:
        parts.append(f"memperbaiki unggahan {item.koreksi_dari}")
    if item.n_ditolak:
        mended = f" ({whole(item.n_diperbaiki)} sudah diperbaiki)" if item.n_diperbaiki else ""
        parts.append(f"{whole(item.n_ditolak)} ditolak{mended}")
    if item.n_sama:
        parts.append(f"{whole(item.n_sama)} sudah ada")
    if item.n_diganti:
        parts.append(f"{whole(item.n_diganti)} menggantikan yang lama")
    if item.n_berubah:
        parts.append(f"{whole(item.n_berubah)} perubahan tidak diambil")
    return "".join(f", {part}" for part in parts)


def _ask(store: Store, item: Unggahan) -> None:
    title = f"Batalkan unggahan {item.unggahan_id}?" if item.aktif else f"Pulihkan unggahan {item.unggahan_id}?"
    st.dialog(title)(_confirm)(store, item)


def _confirm(store: Store, item: Unggahan) -> None:
    held = contents(store, item.layanan, item.periode)
    what = f"{_amount(item)}: {held}" if item.n_rekap else f"{_amount(item)} {held}"
    if item.n_rekap:
        again = "tidak ditampilkan lagi" if item.aktif else "ditampilkan lagi"
        st.html(f"<p>{escape(what)}. Rekap ini {again}.</p>")
    elif item.aktif:
        st.html(
            f"<p>{escape(what)} tidak dihitung lagi dalam semua angka. Tidak ada yang dihapus; unggahan ini dapat "
            "dipulihkan kapan saja.</p>"
        )
    else:
        st.html(f"<p>{escape(what)} dihitung lagi dalam semua angka.</p>")
    try:
        act = effect.of_undo if item.aktif else effect.of_restore
        found = result(Shown(store, store.data_version, contoh=False), act, item.unggahan_id)
    except SkmError as error:
        st.html(f'<p class="skm-error" role="alert">{escape(str(error))}</p>')
        return
    st.html(effects.html(store, found))
    if item.aktif and (later := [one for one in register.history(store) if _leans_on(one, item)]):
        numbers = ", ".join(str(one.unggahan_id) for one in later)
        st.html(
            f'<p class="skm-notice">Unggahan {numbers} melewati baris yang sudah tersimpan. Bila baris itu hanya ada '
            "di sini, unggah lagi berkasnya sesudah membatalkan ini.</p>"
        )
    closed = () if item.n_rekap else revision.fixed_rounds(store, item.periode)
    reason = revision.ask(closed, "riwayat_revisi") if closed else ""
    name = st.text_input("Nama Anda (belum diverifikasi)", st.session_state.get(NAME, ""), key="riwayat_nama")
    label = "Batalkan unggahan" if item.aktif else "Pulihkan unggahan"
    if not st.button(label, type="primary", key="riwayat_ya"):
        return
    if not name.strip():
        st.html('<p class="skm-error" role="alert">Ketik nama Anda dahulu.</p>')
        return
    st.session_state[NAME] = name.strip()
    try:
        (uploads.undo if item.aktif else uploads.restore)(store, item.unggahan_id, oleh=name.strip(), revisi=reason)
    except SkmError as error:
        st.html(f'<p class="skm-error" role="alert">{escape(str(error))}</p>')
        return
    st.rerun()


def _leans_on(later: Unggahan, item: Unggahan) -> bool:
    """Whether a later upload passed over rows that may be those of `item`."""
    return (
        later.aktif
        and later.unggahan_id > item.unggahan_id
        and bool(later.n_sama)
        and not set(later.periode).isdisjoint(item.periode)
    )
