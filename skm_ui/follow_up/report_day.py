"""The day of the report, from which follow-up is timed."""

from __future__ import annotations

from datetime import date

import streamlit as st

from skm_core import follow_up
from skm_core.errors import InvalidSettingError
from skm_ui.cache import result
from skm_ui.follow_up import board, fields
from skm_ui.follow_up.choice import Choice
from skm_ui.settings import saving


def show(choice: Choice) -> None:
    """A small form; what was stated before stays in the database."""
    if choice.contoh:
        return
    known = result(choice, follow_up.report_day, choice.kode)
    with st.expander("Tanggal laporan hasil survei", type="compact"):
        with st.form("rtl_laporan", border=False, enter_to_submit=False, width=saving.WIDTH):
            day = st.date_input(
                "Laporan hasil survei disampaikan pada", known.tanggal if known.dicatat else None, format="DD/MM/YYYY",
                key=f"rtl_tanggal_laporan_{choice.kode}", width=240,
                help="Kecepatan tindak lanjut dihitung dari tanggal ini; tanpa tanggal ini dari akhir survei.",
            )  # fmt: skip
            who = fields.name_field("laporan")
            sent = st.form_submit_button("Simpan tanggal", key="rtl_simpan_laporan")
    if sent:
        fields.remember(who)
        saving.save(board.PART, lambda: _save(choice, day, who), "Tanggal laporan disimpan.")


def _save(choice: Choice, day: object, who: str) -> None:
    if not isinstance(day, date):
        raise InvalidSettingError("Pilih tanggal laporannya.")
    follow_up.state_report_day(choice.store, choice.kode, day, oleh=who)
