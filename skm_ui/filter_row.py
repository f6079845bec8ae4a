"""Draws the filters as one quiet row; a change writes the new key into the address.

A page that compares has two rows: the keys of the second stand in the address behind a prefix.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import streamlit as st

from skm_ui.catalogue import Catalogue
from skm_ui.filters import BOTH_WORDS, NAMES, PENGUMPUL, Keys, unchosen

ALL = ""
"""Option of a filter that does not restrict; it takes the key out of the address."""


@dataclass(frozen=True, slots=True)
class _Row:
    known: Catalogue
    keys: Keys
    prefix: str


def draw(known: Catalogue, keys: Keys, names: Collection[str], prefix: str = "") -> None:
    """One select per filter in `names`. On a phone all rows fold behind one "Ubah pilihan"."""
    if not prefix:
        st.html('<details class="skm-fold"><summary>Ubah pilihan</summary></details>')
    row = _Row(known, keys, prefix)
    with st.container(key=f"skm-saring{prefix}", horizontal=True, gap="small"):
        if "periode" in names:
            listed = {kode: known.periode[kode].nama for kode in known.periode_ada()}
            _select("periode", "Periode", listed, row)
        if "layanan" in names:
            listed = {kode: known.layanan[kode].nama for kode in known.layanan_ada(keys.periode)}
            _select("layanan", "Layanan", {ALL: "Semua layanan", **listed}, row)
        if "kecamatan" in names:
            listed = {kode: known.wilayah[kode].nama for kode in known.kecamatan()}
            _select("kecamatan", "Kecamatan", {ALL: "Semua kecamatan", **listed}, row)
        if "kelurahan" in names:
            listed = {kode: known.wilayah[kode].nama for kode in known.kelurahan(keys.kecamatan)}
            _select("kelurahan", "Kelurahan", {ALL: "Semua kelurahan", **listed}, row)
        if "pengumpul" in names:
            said = unchosen(known, keys, names)
            listed = {ALL: said.capitalize() if said == BOTH_WORDS else f"Otomatis: {said}", **PENGUMPUL}
            _select("pengumpul", "Pengumpul data", listed, row)


def _select(name: str, label: str, listed: Mapping[str, str], row: _Row) -> None:
    widget = f"saring_{row.prefix}{name}"
    st.session_state[widget] = row.keys.of(name) or ALL
    st.selectbox(
        f"{label}, pilihan kedua" if row.prefix else label,
        list(listed),
        format_func=lambda kode: listed.get(kode, kode),
        key=widget,
        label_visibility="collapsed",
        on_change=_changed,
        args=(name, row, frozenset(listed)),
    )


def _changed(name: str, row: _Row, listed: Collection[str]) -> None:
    """Write the key into the address in one step, together with the keys that no longer fit it.

    A click that meets a page switch brings back the labels of the other page, which are no keys here: not a choice.
    """
    value = st.session_state[f"saring_{row.prefix}{name}"]
    if value not in listed:
        return
    query = dict(st.query_params.items())
    if row.prefix:  # what the row shows without being asked is written down, so that the link means the same later
        mine = {key: kept for key in NAMES if (kept := row.keys.of(key))}
    else:
        mine = {key: query[key] for key in NAMES if key in query}
    mine.pop(name, None)
    if value != ALL:
        mine[name] = value
    if name == "kecamatan":
        mine.pop("kelurahan", None)
    if name == "kelurahan" and value != ALL:
        mine["kecamatan"] = str(row.known.wilayah[value].kecamatan_kode)
    if name == "periode" and mine.get("layanan") not in row.known.layanan_ada(value):
        mine.pop("layanan", None)
    rest = {key: kept for key, kept in query.items() if key not in {row.prefix + one for one in NAMES}}
    st.query_params.from_dict({**rest, **{row.prefix + key: kept for key, kept in mine.items()}})
