"""Reads the file of a session, recounts it and lets it go: nothing of it is stored, only the outcome is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from skm_core import intake
from skm_core.findings import BERKAS
from skm_core.intake import Options
from skm_core.recount import Pemeriksaan
from skm_core.store import Store
from skm_ui.upload.held import MAX_MEGABYTES, TOO_LARGE, TYPES, still_here, too_large
from skm_ui.upload.titles import on_screen

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

NOT_READ = ("LEMBAR_DIABAIKAN", "LEMBAR_DIPUTAR", "SEL_TERSEMBUNYI")
"""Warnings that bear on which figures were looked at."""
_KEPT, _CHOOSER = "periksa_hasil", "periksa_berkas"


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome for one file: a recount per sheet, why it could not be read, and what was left out."""

    file_id: str
    nama: str
    lembar: tuple[Pemeriksaan, ...]
    ditolak: tuple[str, ...]
    catatan: tuple[str, ...]


def choose(store: Store) -> Checked | None:
    """Draw the file chooser; the outcome for the chosen file, or None.

    Back from another page it is the outcome seen before, and a button for another file.
    """
    kept: Checked | None = st.session_state.get(_KEPT)
    if kept is not None and _CHOOSER not in st.session_state:
        still_here(kept.nama, _forget)
        return kept
    chosen = st.file_uploader(
        "Lembar pengolahan",
        type=list(TYPES),
        key=_CHOOSER,
        max_upload_size=MAX_MEGABYTES,
        label_visibility="collapsed",
    )
    if chosen is None:
        _forget()
        return None
    if too_large(chosen.size):
        _forget()
        st.html(f'<p class="skm-error" role="alert">{TOO_LARGE}</p>')
        return None
    if kept is None or kept.file_id != chosen.file_id:
        with st.spinner("Menghitung ulang."):
            kept = _checked(store, chosen)
        st.session_state[_KEPT] = kept
    return kept


def _forget() -> None:
    st.session_state.pop(_KEPT, None)


def _checked(store: Store, chosen: UploadedFile) -> Checked:
    raw = intake.read_file(chosen.getvalue(), chosen.name)
    try:
        draft = intake.prepare(store, raw, Options(), open_world=True)
        refused = () if draft.hitungan else tuple(on_screen(one.pesan) for one in draft.temuan if one.tingkat == BERKAS)
        notes = tuple(one.pesan for one in draft.temuan if one.kode in NOT_READ)
        return Checked(chosen.file_id, chosen.name, draft.hitungan, refused, notes)
    finally:
        raw.close()
