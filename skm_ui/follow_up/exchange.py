"""The official table: out as a workbook, and in from one, with what it would change before anything is stored."""

from __future__ import annotations

from html import escape
from itertools import groupby

import streamlit as st

from skm_core.findings import BARIS, BERKAS, PERINGATAN
from skm_core.follow_up import Isian, Rtl, save
from skm_core.follow_up.sheet_in import Draf, read_workbook
from skm_core.follow_up.sheet_out import workbook
from skm_ui.follow_up import board, fields
from skm_ui.follow_up.choice import Choice
from skm_ui.format import whole
from skm_ui.head import notice_html, section
from skm_ui.settings import saving
from skm_ui.upload.titles import TITLES

LISTED = 100
_TIMES = "rtl_impor_ke"
"""How many tables this session stored: a stored one leaves the field for the next."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(choice: Choice) -> None:
    """Download, and below it the upload."""
    section(
        "Tabel resmi di Excel",
        "No, prioritas unsur, program/kegiatan, waktu TW I–IV, dan penanggung jawab; satu lembar tiap layanan.",
    )
    st.download_button(
        "Unduh tabel" if choice.items else "Unduh tabel kosong",
        data=lambda: workbook(choice.store, choice.kode, choice.items, contoh=choice.contoh),
        file_name=f"rtl-{choice.kode}{f'-{choice.layanan.kode}' if choice.layanan else ''}.xlsx",
        mime=XLSX,
        on_click="ignore",
        key="rtl_unduh",
    )
    if choice.contoh:
        return
    file = st.file_uploader(
        "Baca tabel yang sudah diisi (XLSX, XLS, ODS)", type=["xlsx", "xls", "ods"],
        key=f"rtl_baca_{choice.kode}_{st.session_state.get(_TIMES, 0)}", width=saving.WIDTH,
    )  # fmt: skip
    if file is None:
        return
    end = choice.periode.selesai if choice.periode and choice.periode.selesai else choice.hari_ini
    year = end.year + (end.month > 9)
    layanan = choice.layanan.kode if choice.layanan else None
    draf = read_workbook(choice.store, file.getvalue(), choice.kode, layanan=layanan, tahun=year)
    _show_findings(draf)
    if draf.ditolak:
        return
    _preview(choice, draf)
    if draf.simpan:
        _store(choice, draf)


def _show_findings(draf: Draf) -> None:
    for one in (one for one in draf.temuan if one.tingkat == BERKAS):
        st.html(f'<p class="skm-error" role="alert">{escape(one.pesan)}</p>')
    for one in (one for one in draf.temuan if one.tingkat == PERINGATAN):
        st.html(notice_html(one.pesan))
    rows = sorted((one for one in draf.temuan if one.tingkat == BARIS), key=lambda one: one.kode)
    groups = ""
    for kode, group in groupby(rows, key=lambda one: one.kode):
        found = list(group)
        lines = "".join(f"<li>{escape(one.pesan)}</li>" for one in found[:LISTED])
        more = f"<li>dan {whole(len(found) - LISTED)} lainnya</li>" if len(found) > LISTED else ""
        groups += f"<section><h4>{TITLES[kode]}</h4><ul>{lines}{more}</ul></section>"
    if groups:
        st.html(f'<h3 class="skm-form">Baris yang ditolak</h3><div class="skm-findings">{groups}</div>')


def _preview(choice: Choice, draf: Draf) -> None:
    st.html(
        f'<p class="skm-lead rtl-lead"><b>{whole(len(draf.baru))} rencana baru, {whole(len(draf.berubah))} berubah</b>'
        f", {whole(draf.n_sama)} sudah tercatat sama, {whole(draf.n_ditolak)} ditolak.</p>"
    )
    if not draf.simpan:
        return
    rows = "".join(_row(choice, before, isian) for before, isian in draf.simpan[:LISTED])
    heads = "".join(
        f"<th scope='col'>{name}</th>" for name in ("Unsur", "Program/kegiatan", "Waktu", "Penanggung jawab", "")
    )
    st.html(
        f'<table class="skm-table skm-cards rtl-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _row(choice: Choice, before: Rtl | None, isian: Isian) -> str:
    what = f"mengubah nomor {before.rtl_id}" if before else "baru"
    return (
        f"<tr><td><b>{escape(choice.unsur[isian.unsur].pendek)}</b><br>"
        f"<span class='skm-note'>{escape(choice.service(isian.layanan))}</span></td>"
        f"<td data-label='Program'>{escape(isian.program)}</td><td data-label='Waktu'>{escape(isian.waktu)}</td>"
        f"<td data-label='Penanggung jawab'>{escape(isian.penanggung_jawab)}</td><td data-label=''>{what}</td></tr>"
    )


def _store(choice: Choice, draf: Draf) -> None:
    with st.form("rtl_impor", border=False, enter_to_submit=False, width=saving.WIDTH):
        who = fields.name_field("impor")
        sent = st.form_submit_button(
            f"Simpan {whole(len(draf.simpan))} tindak lanjut", type="primary", key="rtl_simpan_impor"
        )
    if sent:
        fields.remember(who)
        saving.save(
            board.PART,
            lambda: _save(choice, draf, who),
            f"{whole(len(draf.baru))} rencana baru dicatat, {whole(len(draf.berubah))} diubah.",
        )


def _save(choice: Choice, draf: Draf, who: str) -> None:
    save(choice.store, draf.simpan, oleh=who)
    st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1
