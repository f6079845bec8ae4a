"""Draws the filters as one quiet row; a change writes the new key into the address."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import streamlit as st

from skm_ui.catalogue import Catalogue
from skm_ui.filters import BOTH, PENGUMPUL, Keys, automatic

ALL = ""
"""Option of a filter that does not restrict; it takes the key out of the address."""


def draw(known: Catalogue, keys: Keys, names: Collection[str]) -> None:
    """One select per filter in `names`. On a phone the row folds behind "Ubah pilihan"."""
    fold = '<details class="skm-fold"><summary>Ubah pilihan</summary></details>'
    st.html(fold)
    with st.container(key="skm-saring", horizontal=True, gap="small"):
        if "periode" in names:
            listed = {kode: known.periode[kode].nama for kode in known.periode_ada()}
            _select("periode", "Periode", listed, keys.periode, known)
        if "layanan" in names:
            listed = {kode: known.layanan[kode].nama for kode in known.layanan_ada(keys.periode)}
            _select("layanan", "Layanan", {ALL: "Semua layanan", **listed}, keys.layanan, known)
        if "kecamatan" in names:
            listed = {kode: known.wilayah[kode].nama for kode in known.kecamatan()}
            _select("kecamatan", "Kecamatan", {ALL: "Semua kecamatan", **listed}, keys.kecamatan, known)
        if "kelurahan" in names:
            listed = {kode: known.wilayah[kode].nama for kode in known.kelurahan(keys.kecamatan)}
            _select("kelurahan", "Kelurahan", {ALL: "Semua kelurahan", **listed}, keys.kelurahan, known)
        if "pengumpul" in names:
            either = "Kedua pengumpul data" if BOTH in names else f"Otomatis: {automatic(known, keys)}"
            listed = {ALL: either, **PENGUMPUL}
            _select("pengumpul", "Pengumpul data", listed, keys.pengumpul, known)


def _select(name: str, label: str, listed: Mapping[str, str], chosen: str | None, known: Catalogue) -> None:
    widget = f"saring_{name}"
    st.session_state[widget] = chosen or ALL
    st.selectbox(
        label,
        list(listed),
        format_func=lambda kode: listed.get(kode, kode),
        key=widget,
        label_visibility="collapsed",
        on_change=_changed,
        args=(name, known),
    )


def _changed(name: str, known: Catalogue) -> None:
    """Write the key into the address in one step, together with the keys that no longer fit it."""
    value = st.session_state[f"saring_{name}"]
    address = {key: kept for key, kept in st.query_params.items() if key != name}
    if value != ALL:
        address[name] = value
    if name == "kecamatan":
        address.pop("kelurahan", None)
    if name == "kelurahan" and value != ALL:
        address["kecamatan"] = str(known.wilayah[value].kecamatan_kode)
    if name == "periode" and address.get("layanan") not in known.layanan_ada(value):
        address.pop("layanan", None)
    st.query_params.from_dict(address)
