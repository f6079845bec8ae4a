"""Steps 2 to 4 for the file that was chosen."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core.intake import Draft
from skm_core.store import Store
from skm_ui.head import section
from skm_ui.mapping import offer
from skm_ui.upload import (
    choices,
    confirmation,
    finding_list,
    new_round,
    preview,
    recap,
    recognised,
    register,
    repairs,
)
from skm_ui.upload.held import Held
from skm_ui.upload.titles import on_screen


def show(store: Store, held: Held) -> None:
    """What was understood and asked, then the preview and the button once nothing is open."""
    choices.keep(held)
    made = offer.options(held, choices.options(held))
    draft = held.draft(store, repairs.options(held, made))
    while repairs.settle(held, draft):
        draft = held.draft(store, repairs.options(held, made))
    if known := _nothing_new(store, draft):
        st.html(f'<p class="skm-notice" role="status">{escape(known)} Tidak ada yang perlu disimpan lagi.</p>')
        return
    if offer.show(store, held, draft):
        return
    refusals = finding_list.refusals(draft)
    if draft.layout is None:
        finding_list.show_refusals(refusals)
        offer.change(held, draft)
        return
    section("2 · Yang dikenali", "Belum ada yang disimpan")
    if draft.koreksi:
        st.html(
            f'<p class="skm-notice" role="status">Ini perbaikan baris yang ditolak dari unggahan '
            f"{draft.koreksi.unggahan_id} ({escape(draft.koreksi.berkas_nama)}). Hanya baris itu yang diisi.</p>"
        )
    unknown = [one for one in refusals if one.kode == "PERIODE_TIDAK_DIKENAL" and one.nilai]
    if len(unknown) == len(refusals):  # nothing stands against the file but a periode that can be made here
        recognised.show(store, draft)
        for finding in unknown:
            new_round.form(store, str(finding.nilai), why=on_screen(finding.pesan))
        choices.ask(store, held, draft)
    else:
        finding_list.show_refusals(refusals)
        if all(one.kode == "TANPA_BARIS" for one in refusals):  # what was chosen may be why no row can stand
            choices.ask(store, held, draft)
    recognised.show_columns(store, draft)
    if not draft.is_rekap:
        offer.change(held, draft)
    waiting = choices.still_open(held)
    if not draft.refused:
        section("3 · Pratinjau", "Baca sebelum menyimpan")
        (recap.show if draft.is_rekap else preview.show)(store, held, draft)
        section("4 · Simpan")
        if waiting:
            st.html(f'<p class="skm-text">Pilih dahulu di langkah 2: {waiting}.</p>')
        else:
            confirmation.show(store, held, draft)
    elif draft.n_ditolak and draft.cursor:  # every single row is refused
        repairs.show(held, draft)
        finding_list.show(store, draft)
    elif waiting and not refusals:
        st.html(f'<p class="skm-text">Pratinjau muncul setelah ini dipilih: {waiting}.</p>')


def _nothing_new(store: Store, draft: Draft) -> str:
    """Why there is nothing to store; empty if there is something, or if that cannot be said yet."""
    if draft.refused or draft.is_rekap:
        same = register.active_twin(store, draft.sha256)
        return f"Berkas ini sama persis dengan unggahan {same.unggahan_id}, yang masih aktif." if same else ""
    if draft.n_baru or draft.n_berubah or not draft.n_diterima:
        return ""
    if draft.koreksi:
        return "Semua baris di berkas ini sudah terisi."
    if draft.n_terisi == draft.n_diterima:
        return f"Berkas ini sama persis dengan unggahan {draft.unggahan_lama}, yang masih aktif."
    return f"Semua isian berkas ini sudah tersimpan, yang pertama dalam unggahan {draft.unggahan_lama}."
