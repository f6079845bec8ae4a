"""What the documents are about, from the filters and the date in the address."""

from __future__ import annotations

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


def say_both(sel: Selection) -> None:
    """Say so where both a place and a layanan are chosen: a document is about one of them."""
    if sel.wilayah and sel.layanan:
        notice(
            f"Dokumen dibuat untuk satu layanan di seluruh kota, atau untuk satu tempat dengan semua layanannya. Yang "
            f"dipakai: {sel.wilayah.tingkat} {sel.wilayah.nama}."
        )


def dated(query: dict[str, str]) -> date:
    """The date of the documents: from the address, else today in Jakarta."""
    today = datetime.now(WIB).date()
    try:
        return date.fromisoformat(query.get(DATE, "")) if query.get(DATE) else today
    except ValueError:
        notice(f'Tanggal "{query[DATE]}" tidak dikenal. Yang dipakai hari ini.')
        return today


def draw_date(day: date) -> None:
    """The field for the date of the documents."""
    st.session_state["laporan_tanggal"] = day
    st.date_input("Tanggal dokumen", key="laporan_tanggal", format="DD/MM/YYYY", on_change=_changed, width=220)


def _changed() -> None:
    st.query_params[DATE] = st.session_state["laporan_tanggal"].isoformat()
