"""The fields of an item, the same for a new one and for one that is changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from skm_core import registry
from skm_core.follow_up import JENIS, STATUS, Isian
from skm_core.follow_up.item import ROMAWI
from skm_core.follow_up.recording import FIRST_YEAR, LAST_YEAR, MAX_NAME, MAX_NOTE, MAX_PROGRAM
from skm_core.terms import Unsur
from skm_ui.cache import result
from skm_ui.follow_up.choice import Choice
from skm_ui.upload.confirmation import NAME

NONE = ""
"""Choice of a list before anything was chosen, and of all layanan."""


def plan_fields(choice: Choice, start: Isian, name: str) -> Isian:
    """What is to be done, by whom and when; `name` tells the widgets of several forms apart."""
    services = {kode: item.nama for kode, item in result(choice, registry.layanan).items() if item.aktif}
    services = {NONE: "Semua layanan", **services}
    unsur = {key: one.nama for key, one in choice.unsur.items() if _offered(choice, one) or key == start.unsur}
    listed = list(unsur) if start.unsur else [NONE, *unsur]
    first = start.layanan if start.layanan in services else NONE
    left, right = st.columns(2)
    layanan = left.selectbox(
        "Layanan", list(services), list(services).index(first or NONE),
        format_func=services.__getitem__, key=f"rtl_layanan_{name}",
    )  # fmt: skip
    chosen = right.selectbox(
        "Unsur yang diperbaiki", listed, listed.index(start.unsur), key=f"rtl_unsur_{name}",
        format_func=lambda key: unsur.get(key, "Pilih unsur"),
    )  # fmt: skip
    program = st.text_area(
        "Program/kegiatan", start.program, key=f"rtl_program_{name}", max_chars=MAX_PROGRAM, height=88,
        placeholder="Apa yang akan dikerjakan, di mana, dan berapa banyak",
    )  # fmt: skip
    left, right = st.columns(2)
    jenis = left.selectbox(
        "Jenis", list(JENIS), list(JENIS).index(start.jenis), format_func=JENIS.__getitem__, key=f"rtl_jenis_{name}"
    )
    who = right.text_input(
        "Penanggung jawab", start.penanggung_jawab, key=f"rtl_pj_{name}", max_chars=MAX_NAME,
        placeholder="Suku dinas, bagian, kelurahan, atau jabatan",
    )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"rtl-waktu-{name}"):
        year = st.number_input("Tahun", FIRST_YEAR, LAST_YEAR, start.tahun, key=f"rtl_tahun_{name}", width=140)
        tw = tuple(
            number
            for number, roman in enumerate(ROMAWI, 1)
            if st.checkbox(f"TW {roman}", number in start.tw, key=f"rtl_tw{number}_{name}")
        )
    return replace(
        start, layanan=layanan or None, unsur=str(chosen), program=program, jenis=str(jenis), penanggung_jawab=who,
        tahun=int(year), tw=tw,
    )  # fmt: skip


def progress_fields(start: Isian, name: str, today: date) -> Isian:
    """How far it is. Status decides: done means 100 percent, and today where no day was given."""
    with st.container(horizontal=True, key=f"rtl-kemajuan-{name}"):
        status = st.selectbox(
            "Keadaan", list(STATUS), list(STATUS).index(start.status), format_func=STATUS.__getitem__,
            key=f"rtl_status_{name}", width=180,
        )  # fmt: skip
        percent = st.number_input(
            "Kemajuan (%)", 0, 100, start.kemajuan_pct, step=5, key=f"rtl_persen_{name}", width=140
        )
        done = st.date_input(
            "Selesai pada", start.selesai_pada, max_value=max(today, start.selesai_pada or today), format="DD/MM/YYYY",
            key=f"rtl_selesai_{name}", width=180,
        )  # fmt: skip
    note = st.text_area(
        "Catatan kemajuan; untuk yang dibatalkan, alasannya", start.catatan, key=f"rtl_catatan_{name}",
        max_chars=MAX_NOTE, height=88,
    )  # fmt: skip
    day = done if isinstance(done, date) else None
    if status == "selesai":
        return replace(start, status="selesai", kemajuan_pct=100, catatan=note, selesai_pada=day or today)
    left_over = day if day != start.selesai_pada else None  # a day that was typed is refused, not dropped in silence
    percent = 0 if status == "rencana" and start.status != "rencana" else int(percent)
    return replace(start, status=str(status), kemajuan_pct=percent, catatan=note, selesai_pada=left_over)


def name_field(name: str) -> str:
    """Who does it; the session remembers the name."""
    return st.text_input(  # type: ignore[no-any-return]
        "Nama Anda (belum diverifikasi)",
        st.session_state.get(NAME, ""),
        key=f"rtl_nama_{name}",
        max_chars=80,
        width=360,
    )


def remember(name: str) -> None:
    """Keep the typed name for the next form."""
    if name.strip():
        st.session_state[NAME] = name.strip()


def _offered(choice: Choice, unsur: Unsur) -> bool:
    return unsur.aturan in (None, choice.periode.aturan if choice.periode else None)
