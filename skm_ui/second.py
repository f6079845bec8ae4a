"""The second side of a comparison: its keys stand in the address behind `b_`, next to those of the first."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from skm_core.results.bandingkan import suggestions
from skm_core.terms import Pilihan
from skm_ui import filter_row, filters
from skm_ui.cache import result
from skm_ui.catalogue import Catalogue, catalogue
from skm_ui.filters import NAMES, Keys, Selection
from skm_ui.navigation import change

PREFIX = "b_"
WORDS = {
    "lalu": "Periode sebelumnya",
    "setahun": "Setahun sebelumnya",
    "pengumpul": "Pengumpul lain",
    "wilayah": "Seluruh Jakarta Barat",
    "layanan": "Semua layanan",
}


def second(first: Selection) -> Selection:
    """The other selection: as asked in the address, else what the first is most naturally compared with."""
    known = result(first, catalogue)
    keys = _keys(first, known)
    return filters.select((first.store, first.version, first.contoh), known, keys, filters.sentence(known, keys))


def draw(first: Selection) -> None:
    """The second row of filters, what it is naturally compared with, and the exchange of both sides."""
    known = result(first, catalogue)
    keys = _keys(first, known)
    filter_row.draw(known, keys, NAMES, PREFIX)
    with st.container(key="skm-banding", horizontal=True):
        st.button("Tukar kedua pilihan", type="tertiary", on_click=_exchange, args=(first, keys), key="tukar")
        for name, other in result(first, suggestions, first.pilihan):
            asked = _address(known, other)
            st.button(WORDS[name], type="tertiary", on_click=change, kwargs=asked, key=f"banding-{name}")


def _keys(first: Selection, known: Catalogue) -> Keys:
    query = {key: st.query_params[PREFIX + key] for key in NAMES if st.query_params.get(PREFIX + key)}
    if query:
        return filters.read(known, query)
    offered = result(first, suggestions, first.pilihan)
    return _of(known, offered[0][1] if offered else first.pilihan)


def _of(known: Catalogue, pilihan: Pilihan) -> Keys:
    """A selection as the keys of the filters."""
    query = {"periode": pilihan.periode[0], "pengumpul": pilihan.pengumpul or ""}
    query["layanan"] = pilihan.layanan[0] if pilihan.layanan else ""
    if pilihan.wilayah:
        query[known.wilayah[pilihan.wilayah].tingkat] = pilihan.wilayah
    return filters.read(known, query)


def _address(known: Catalogue, pilihan: Pilihan) -> dict[str, str | None]:
    keys = _of(known, pilihan)
    return {PREFIX + name: keys.of(name) for name in NAMES}


def _exchange(first: Selection, keys: Keys) -> None:
    """Each side takes the keys of the other, written out in full."""
    known = result(first, catalogue)
    here = _of(known, replace(first.pilihan, pengumpul=first.pengumpul))
    change(**{name: keys.of(name) for name in NAMES}, **{PREFIX + name: here.of(name) for name in NAMES})
