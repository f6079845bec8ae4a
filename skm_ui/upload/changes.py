"""Rows that are stored with other content: old and new side by side, and the tick that takes the new ones."""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from skm_core import registry
from skm_core.intake import Draft
from skm_core.intake.draft import Changed
from skm_core.store import Store
from skm_core.terms import Butir
from skm_ui.format import NO_DATA, day, whole
from skm_ui.upload.held import Held
from skm_ui.upload.naming import place

SHOWN = 50
NAMES = {
    "wilayah_kode": "Tempat",
    "tanggal": "Tanggal",
    "jenis_kelamin": "Jenis kelamin",
    "usia": "Usia",
    "pendidikan": "Pendidikan",
    "pekerjaan": "Pekerjaan",
    "saran": "Saran",
}


def taken(held: Held) -> bool:
    """Whether the person ticked that changed rows are to be taken."""
    return bool(st.session_state.get(_key(held), False))


def show(store: Store, held: Held, draft: Draft) -> None:
    """The changed rows and the tick; nothing where there are none."""
    if not draft.n_berubah:
        return
    st.html(f'<h3 class="skm-form">{whole(draft.n_berubah)} baris berubah sejak diunggah</h3>{_table(store, draft)}')
    st.checkbox(
        f"Ambil {whole(draft.n_berubah)} perubahan ini. Isian yang lama tidak dihitung lagi, tetapi tetap tersimpan.",
        key=_key(held),
        persist_state="session",
    )


def _table(store: Store, draft: Draft) -> str:
    items = {item.kolom: item for item in draft.instrumen.butir} if draft.instrumen else {}
    rows = ""
    for one in draft.perubahan[:SHOWN]:
        for number, (column, old, new) in enumerate(one.isi):
            rows += (
                f"<tr><td class='num'>{_where(one) if number == 0 else ''}</td>"
                f"<td>{escape(_name(store, items, column))}</td>"
                f"<td>{escape(_value(store, items, column, old))} → "
                f"<b>{escape(_value(store, items, column, new))}</b></td></tr>"
            )
    more = f"<p class='skm-note'>dan {whole(draft.n_berubah - SHOWN)} baris lain</p>" if draft.n_berubah > SHOWN else ""
    return (
        '<div class="skm-scroll skm-changes" tabindex="0" role="group" aria-label="Tabel">'
        '<table class="skm-table"><thead><tr><th class="num">Baris</th>'
        f"<th>Isi</th><th>Tersimpan → di berkas ini</th></tr></thead><tbody>{rows}</tbody></table></div>{more}"
    )


def _where(one: Changed) -> str:
    return f"{escape(one.lembar)} {one.baris}" if one.lembar else str(one.baris)


def _name(store: Store, items: dict[str, Butir], column: str) -> str:
    item = items.get(column)
    if item is None:
        return NAMES.get(column, column)
    return registry.unsur(store)[item.unsur_kunci].nama if item.unsur_kunci else item.teks


def _value(store: Store, items: dict[str, Butir], column: str, value: Any) -> str:
    if value is None:
        return NO_DATA
    if item := items.get(column):
        return f"{value} {item.label[value - 1]}"
    if column == "tanggal":
        return day(value)
    places = registry.wilayah(store)
    return place(places, value) if column == "wilayah_kode" and value in places else str(value)


def _key(held: Held) -> str:
    return f"unggah_ambil_{held.file_id}"
