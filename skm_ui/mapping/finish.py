"""The end of the screen: what is wrong or still asked, and the button that uses the mapping and keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape

import streamlit as st

from skm_core.errors import SkmError
from skm_core.intake.mapping import check, saved
from skm_core.intake.mapping.value import Pemetaan
from skm_core.store import Store
from skm_ui.format import whole
from skm_ui.head import section
from skm_ui.mapping.state import State
from skm_ui.upload.confirmation import NAME


def undecided(worth: Mapping[str, Mapping[str, str]], order: str | None, ambiguous: bool) -> list[str]:
    """What is still to be decided, in words."""
    missing = len({(label, target) for target, each in worth.items() for label, value in each.items() if not value})
    found = [f"nilai {whole(missing)} jawaban"] if missing else []
    return [*found, "urutan tanggal"] if ambiguous and not order else found


def show(
    store: Store,
    mapping: Pemetaan,
    found: list[check.Masalah],
    waiting: list[str],
    mine: State,
    key: str,
    *,
    closable: bool,
) -> None:
    """What is wrong or asked, the names, and the button; a mapping that is used closes the screen."""
    section("Pakai pemetaan ini", "Setelah ini pratinjau muncul; isinya belum disimpan")
    for one in found:
        if one.salah:
            st.html(f'<p class="skm-error" role="alert">{escape(one.pesan)}</p>')
    asked = [one for one in found if one.tanya]
    unanswered = [
        one for one in asked if not st.checkbox(one.pesan, key=f"{key}_tanya_{one.pesan}", persist_state="session")
    ]
    for one in found:
        if not one.salah and not one.tanya:
            st.html(f'<p class="skm-mapped">{escape(one.pesan)}</p>')
    if waiting:
        st.html(f'<p class="skm-text">Tentukan dahulu: {escape(" dan ".join(waiting))}.</p>')
    blocked = bool(waiting or unanswered or any(one.salah for one in found))
    with st.container(key="pemetaan-simpan"):
        left, right = st.columns(2)
        name = left.text_input(
            "Simpan dengan nama, supaya lain kali dibaca sendiri (boleh kosong)",
            mine.used.nama if mine.used else "",
            key=f"{key}_nama",
            persist_state="session",
            max_chars=saved.MAX_NAME,
            placeholder="Formulir RW 2020",
        )
        who = right.text_input(
            "Nama Anda (belum diverifikasi)",
            st.session_state.get(NAME, ""),
            key=f"{key}_oleh",
            max_chars=80,
            persist_state="session",
        )
    with st.container(horizontal=True):
        use = st.button("Pakai pemetaan ini", type="primary", disabled=blocked, key="pemetaan_pakai")
        if closable and st.button("Batal", key="pemetaan_batal"):
            mine.open = False
            st.rerun()
    if not use:
        return
    if name.strip():
        try:
            mapping = saved.keep(store, replace(mapping, nama=name), oleh=who).pemetaan
        except SkmError as error:
            st.html(f'<p class="skm-error" role="alert">{escape(str(error))}</p>')
            return
        st.session_state[NAME] = who.strip()
    mine.used, mine.without, mine.open = mapping, False, False
    st.rerun()
