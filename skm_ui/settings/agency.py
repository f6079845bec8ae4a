"""Instansi: who publishes the survey and signs it, where it is published, and the city's target."""

from __future__ import annotations

import streamlit as st

from skm_core import registry, settings
from skm_core.errors import InvalidSettingError
from skm_core.store import Store
from skm_ui.settings import saving

PART = "instansi"
FIELDS = {
    "instansi_nama": ("Nama instansi", ""),
    "unit_nama": ("Unit penanggung jawab", ""),
    "penanda_tangan_nama": ("Nama penanda tangan laporan", "beserta gelar"),
    "penanda_tangan_jabatan": ("Jabatan dan pangkat penanda tangan", ""),
    "penanda_tangan_nip": ("NIP penanda tangan", "18 angka"),
    "tautan_publikasi": ("Tautan publikasi hasil", "https://"),
    "target_ikm": ("Target IKM kota", "82,50"),
}
"""Setting → what the person reads, and an example."""


def show(store: Store) -> None:
    """The form with what is set now."""
    now = registry.settings(store)
    saving.said(PART)
    with st.form("instansi", border=False, enter_to_submit=False, width=saving.WIDTH):
        typed: dict[str, str] = {}
        for number, (key, (label, example)) in enumerate(FIELDS.items()):
            shown = now.get(key, "").replace(".", ",") if key == "target_ikm" else now.get(key, "")
            if number % 2 == 0:
                pair = st.columns(2)
            typed[key] = pair[number % 2].text_input(label, shown, key=f"instansi_{key}", placeholder=example)
        st.html(
            '<p class="skm-note">Nama instansi, unit, dan penanda tangan dipakai di laporan dan lembar publikasi.</p>'
        )
        sent = st.form_submit_button("Simpan instansi", type="primary", key="instansi_simpan")
    if not sent:
        return
    try:
        target = saving.index("Target IKM kota", typed["target_ikm"])
        settings.check_target("IKM kota", target)
    except InvalidSettingError as error:
        saving.refused(str(error))
        return
    typed["target_ikm"] = "" if target is None else str(target)
    saving.save(PART, lambda: settings.save_settings(store, typed), "Pengaturan instansi disimpan.")
