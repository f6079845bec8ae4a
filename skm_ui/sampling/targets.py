"""Changing the target of single kelurahan and layanan of the plan in force."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from skm_core import registry
from skm_core.errors import InvalidSettingError
from skm_core.sampling import Rencana, plan_progress, save_targets
from skm_ui.cache import result
from skm_ui.format import moment, whole
from skm_ui.sampling import proposal
from skm_ui.sampling.choice import Choice, last_day
from skm_ui.settings import saving
from skm_ui.upload.confirmation import NAME


def n_in(choice: Choice) -> int:
    """Questionnaires of the chosen periode and pengumpul so far."""
    day = last_day(choice.periode, choice.hari_ini)
    return result(choice, plan_progress, choice.kode, choice.pengumpul, day).n_kuesioner


def show(choice: Choice, found: Rencana) -> None:
    """An editable table, one row per kelurahan, one column per layanan."""
    layanan = list(dict.fromkeys(one.layanan for one in found.sasaran))
    names = {kode: result(choice, registry.layanan)[kode].nama for kode in layanan}
    target = found.target
    places = [(one.kelurahan, one.nama) for one in found.terpilih]
    frame = pd.DataFrame(
        [{"Kelurahan": name, **{names[kode]: target[key, kode] for kode in layanan}} for key, name in places]
    )
    changed = [one for one in found.sasaran if one.diubah_waktu and one.target != one.target_awal]
    if changed:
        last = max(changed, key=lambda one: str(one.diubah_waktu))
        assert last.diubah_waktu
        st.html(
            f'<p class="skm-note">{whole(len(changed))} target sudah diubah dari kuota, terakhir '
            f"{moment(last.diubah_waktu)} oleh {escape(str(last.diubah_oleh))}.</p>"
        )
    edited = st.data_editor(
        frame,
        key=f"target_{found.rencana_id}",
        hide_index=True,
        height="content",
        disabled=["Kelurahan"],
        column_config={
            name: st.column_config.NumberColumn(min_value=0, step=1, required=True) for name in names.values()
        },
        alt="Target kuesioner tiap kelurahan dan layanan; dapat diubah.",
    )
    with st.form("target_catat", border=False, enter_to_submit=False, width=saving.WIDTH):
        name = st.text_input(
            "Nama Anda (belum diverifikasi)", st.session_state.get(NAME, ""), key="target_nama", max_chars=80
        )
        sent = st.form_submit_button("Simpan target", key="target_tombol")
    if sent:
        saving.save(proposal.PART, lambda: _save(choice, found, edited, names, name), "Target disimpan.")


def _save(choice: Choice, found: Rencana, edited: pd.DataFrame, names: dict[str, str], name: str) -> None:
    wanted: dict[tuple[str, str], int] = {}
    for place, row in zip(found.terpilih, edited.to_dict("records"), strict=True):
        for kode, label in names.items():
            if pd.isna(row[label]):
                raise InvalidSettingError(f"Target {label} di {place.nama} kosong; tulis 0 bila tidak ada.")
            wanted[place.kelurahan, kode] = int(row[label])
    save_targets(choice.store, found, wanted, oleh=name)
