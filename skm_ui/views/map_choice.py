"""The map of the page Wilayah: equal hexagons, or the agency's own boundaries where it has put them in."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from skm_core.boundaries import Lapis
from skm_core.results.wilayah import Peta
from skm_ui import boundaries
from skm_ui.charts.boundaries import figure_of_boundaries
from skm_ui.charts.picture import Picture, draw_bare
from skm_ui.filters import Selection
from skm_ui.head import notice
from skm_ui.kept import built
from skm_ui.navigation import change, page_link
from skm_ui.views.wilayah import legend_html, map_picture, map_words

PARAMETER, HEXAGONS, OWN = "peta", "heksagon", "batas"
LABELS = {HEXAGONS: "Segi enam", OWN: "Batas wilayah"}


def draw(sel: Selection, found: Peta, clicked: Callable[[str], None]) -> None:
    """Legend, switch if there are boundaries, and the map that the address asks for."""
    layer = boundaries.layer(sel.store)
    usable = layer is not None and bool(layer.kelurahan)
    st.html(legend_html(found, part=sel.wilayah is not None))
    asked = st.query_params.get(PARAMETER, HEXAGONS)
    if usable:
        _switch(asked if asked in LABELS else HEXAGONS)
    _said(asked, layer)
    own = usable and asked == OWN
    picture = (
        built(own_picture, found, layer, sel.pilihan.wilayah) if own else built(map_picture, found, sel.pilihan.wilayah)
    )
    with st.container(key="skm-peta"):
        draw_bare(picture, "peta-batas" if own else "peta", clicked=clicked)
    if picture.note:
        st.html(f'<p class="skm-note">{escape(picture.note)}</p>')


def own_picture(found: Peta, layer: Lapis, chosen: str | None) -> Picture:
    """The map in own boundaries, with whose they are and what is missing under it."""
    drawn = [item for item in found.petak if item.wilayah.kode in layer.kelurahan]
    absent = len(found.petak) - len(drawn)
    source = layer.sumber or f"Batas wilayah: berkas {', '.join(layer.berkas)}"
    missing = f" Batas {absent} kelurahan tidak ada di berkas itu." if absent else ""
    return Picture(
        title="",
        note=f"{source.rstrip('.')}.{missing} Garisnya disederhanakan.",
        figure=figure_of_boundaries(found.petak, layer, chosen),
        alt=f"Peta batas {len(drawn)} kelurahan. {map_words(drawn)}.",
    )


def _switch(shown: str) -> None:
    st.session_state["pilih_peta"] = shown
    st.segmented_control(
        "Jenis peta",
        list(LABELS),
        format_func=LABELS.__getitem__,
        key="pilih_peta",
        label_visibility="collapsed",
        required=True,
        on_change=_switched,
    )


def _switched() -> None:
    chosen = st.session_state["pilih_peta"]
    change(**{PARAMETER: None if chosen == HEXAGONS else chosen})


def _said(asked: str, layer: Lapis | None) -> None:
    """What is not as the address or the folder promises, and where it is explained."""
    if asked not in LABELS:
        notice(f'Jenis peta "{asked}" tidak dikenal. Yang ada: {HEXAGONS} atau {OWN}.')
    elif layer is None and asked == OWN:
        notice("Batas wilayah belum dipasang. Cara memasangnya ada di Pengaturan, bagian Batas wilayah.")
    elif layer is not None and not layer.kelurahan:
        notice(layer.temuan[0].pesan if layer.temuan else "Berkas batas wilayah tidak memuat kelurahan.")
    if layer is not None and layer.temuan and asked == OWN:
        with st.container(key="skm-tautan-batas"):
            page_link("pengaturan", f"{len(layer.temuan)} catatan tentang berkas batas wilayah", bagian="batas")
