"""What the documents are about, from the filters and the date in the address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import streamlit as st

from skm_core.reports.scope import KECAMATAN, KELURAHAN, KOTA, LAYANAN, Scope
from skm_core.writing import WIB
from skm_ui.filters import Selection
from skm_ui.head import notice

DATE = "tanggal"


def scope_of(sel: Selection) -> Scope | None:
    """The scope of the filters; None without a periode. A place goes before a layanan."""
    if sel.periode is None:
        return None
    if sel.wilayah:
        jenis = KELURAHAN if sel.kelurahan else KECAMATAN
        return Scope(jenis, sel.wilayah.kode, sel.periode.kode, sel.pengumpul)
    if sel.layanan:
        return Scope(LAYANAN, sel.layanan.kode, sel.periode.kode, sel.pengumpul)
    return Scope(KOTA, "", sel.periode.kode, sel.pengumpul)


def dated(query: Mapping[str, str]) -> tuple[date, str]:
    """The date of the documents from the address, else today in Jakarta; and a message about one that means nothing."""
    asked, today = query.get(DATE), datetime.now(WIB).date()
    if not asked:
        return today, ""
    try:
        return date.fromisoformat(asked), ""
    except ValueError:
        return today, f'Tanggal "{asked}" tidak dikenal. Yang dipakai hari ini.'


def say(sel: Selection, message: str) -> None:
    """What the address asks for that a document cannot be: a date that is none, a place and a layanan at once."""
    if message:
        notice(message)
    if sel.wilayah and sel.layanan:
        notice(
            "Dokumen dibuat untuk satu layanan di seluruh kota, atau untuk satu tempat dengan semua layanannya. Yang "
            f"dipakai: {sel.wilayah.tingkat} {sel.wilayah.nama}."
        )


def draw_date(day: date) -> None:
    """The field for the date of the documents."""
    st.session_state["laporan_tanggal"] = day
    st.date_input("Tanggal dokumen", key="laporan_tanggal", format="DD/MM/YYYY", on_change=_changed, width=220)


def _changed() -> None:
    st.query_params[DATE] = st.session_state["laporan_tanggal"].isoformat()
