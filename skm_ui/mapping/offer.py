"""What the upload says of mappings: by which one the file was read, and the way to the screen that changes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from html import escape

import streamlit as st

from skm_core.intake import Draft, Options
from skm_core.store import Store
from skm_core.writing import WIB
from skm_ui.format import day
from skm_ui.mapping import panel, state
from skm_ui.upload.held import Held

MENDED_BY_MAPPING = frozenset({
    "TATA_LETAK_TIDAK_DIKENAL", "JUMLAH_NOMOR_TIDAK_COCOK", "KOLOM_GANDA", "U8_TIDAK_JELAS", "TANPA_BARIS",
    "SKALA_BUKAN_EMPAT", "PEMETAAN_TIDAK_COCOK", "PEMETAAN_SALAH",
})  # fmt: skip
"""Reasons to refuse a file that a mapping of its columns may take away."""
UNKNOWN = frozenset({"TATA_LETAK_TIDAK_DIKENAL", "JUMLAH_NOMOR_TIDAK_COCOK"})
"""Reasons for which the screen opens by itself."""


def options(held: Held, made: Options) -> Options:
    """The choices of the file with its mapping, if a person made one."""
    mine = state.of(held.file_id)
    return replace(made, pemetaan=mine.used, tanpa_pemetaan=mine.without)


def show(store: Store, held: Held, draft: Draft) -> bool:
    """Say by which mapping the file is read. True while the screen is open: then nothing else of it is shown."""
    if not held.raw.lembar:
        return False
    mine = state.of(held.file_id)
    refused = {finding.kode for finding in draft.temuan if finding.tingkat == "berkas"}
    if mine.open or (refused & UNKNOWN and mine.used is None and panel.promising(store, held, mine)):
        panel.show(store, held, draft, mine, unknown=bool(refused & UNKNOWN))
        return True
    _say(draft, mine)
    return False


def change(held: Held, draft: Draft) -> None:
    """The way to the screen, under what was understood or why it was not; and back to reading without a mapping."""
    mine = state.of(held.file_id)
    refused = {finding.kode for finding in draft.temuan if finding.tingkat == "berkas"}
    if not held.raw.lembar or (draft.layout is None and not refused & MENDED_BY_MAPPING):
        return
    with st.container(key="pemetaan-tombol", horizontal=True):
        label = "Ubah arti kolom" if draft.layout else "Beri arti kolomnya"
        if st.button(label, key="pemetaan_buka", type="tertiary"):
            mine.open = True
            mine.n_dibuka += 1
            st.rerun()
        if (mine.used or draft.pemetaan) and st.button("Baca tanpa pemetaan", key="pemetaan_tanpa", type="tertiary"):
            mine.used, mine.without = None, True
            st.rerun()


def _say(draft: Draft, mine: state.State) -> None:
    if kept := draft.pemetaan:
        sentence = (
            f"Dibaca dengan pemetaan “{kept.nama}”, disimpan {date(kept.waktu)} oleh {kept.oleh}, "
            "karena judul kolomnya sama."
        )
    elif mine.used:
        name = f" “{mine.used.nama}”" if mine.used.nama else ", yang tidak disimpan dengan nama"
        sentence = f"Dibaca dengan pemetaan Anda{name}."
    else:
        return
    st.html(f'<p class="skm-notice" role="status">{escape(sentence)}</p>')


def date(moment: datetime) -> str:
    """Day of a moment of the store (UTC) in Jakarta: "12 Mei 2019"."""
    return day(moment.replace(tzinfo=UTC).astimezone(WIB).date())
