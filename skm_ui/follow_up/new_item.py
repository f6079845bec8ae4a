"""The form of a new item, filled in as far as the proposal says."""

from __future__ import annotations

import streamlit as st

from skm_core.errors import InvalidSettingError
from skm_core.follow_up import Isian, add, next_quarter
from skm_ui.follow_up import board, fields
from skm_ui.follow_up.choice import Choice
from skm_ui.head import section
from skm_ui.navigation import change
from skm_ui.settings import saving


def show(choice: Choice) -> None:
    """The form; the demo cannot be written to."""
    if choice.contoh or choice.baru is None:
        return
    layanan, unsur = choice.baru
    year, quarter = next_quarter(choice.periode.selesai if choice.periode else None, choice.hari_ini)
    about = f" untuk {choice.unsur[unsur].pendek.lower()}, {choice.service(layanan)}" if unsur else ""
    section(f"Rencana baru{about}", "Semua yang dicatat tersimpan bersama nama dan waktunya.")
    start = Isian(choice.kode, layanan, unsur, "", year, (quarter,), "")
    name = f"baru_{layanan or 'semua'}_{unsur or 'kosong'}"
    with st.form(f"rtl_{name}", border=False, enter_to_submit=False, width=saving.WIDTH):
        wanted = fields.plan_fields(choice, start, name)
        who = fields.name_field(name)
        sent = st.form_submit_button("Catat rencana", type="primary", key="rtl_catat")
    st.button("Tutup tanpa mencatat", on_click=change, kwargs={"baru": None}, key="rtl_tutup_baru", type="tertiary")
    if sent:
        fields.remember(who)
        saving.save(board.PART, lambda: _add(choice, wanted, who), "Rencana dicatat.")


def _add(choice: Choice, wanted: Isian, who: str) -> None:
    if not wanted.unsur:
        raise InvalidSettingError("Pilih unsur yang diperbaiki.")
    add(choice.store, wanted, oleh=who)
    change(baru=None)
