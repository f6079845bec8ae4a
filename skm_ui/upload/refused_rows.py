"""The refused rows of a stored upload, to take away and mend."""

from __future__ import annotations

import streamlit as st

from skm_core import uploads
from skm_core.store import Store

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(store: Store, unggahan_id: int, key: str, label: str = "Unduh baris yang ditolak") -> None:
    """The button; the workbook is made when it is pressed."""
    st.download_button(
        label,
        data=lambda: uploads.refused_workbook(store, unggahan_id),
        file_name=f"ditolak-unggahan-{unggahan_id}.xlsx",
        mime=XLSX,
        on_click="ignore",
        key=key,
    )
