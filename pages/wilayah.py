"""Bagaimana kepuasan warga di tiap kelurahan, siapa yang mengumpulkan datanya, dan di mana data belum ada?"""

from dataclasses import replace

import streamlit as st

from skm_core import registry
from skm_core.results import statements
from skm_core.results.wilayah import peta, rincian
from skm_ui.cache import result
from skm_ui.charts.picture import draw
from skm_ui.filters import BOTH, NAMES
from skm_ui.flagged import flagged_line
from skm_ui.guard import guard
from skm_ui.head import nothing, page_head, require_data, section, selection
from skm_ui.kept import built
from skm_ui.navigation import change, page_link
from skm_ui.recap import recap_line
from skm_ui.table import show_tables, table_html
from skm_ui.views import map_choice
from skm_ui.views import wilayah as view

guard()
FILTERS = (*NAMES, BOTH)
sel = selection(names=FILTERS)
found = result(sel, peta, replace(sel.pilihan, wilayah=None)) if sel.pilihan.periode else None
kecamatan = sel.kecamatan.kode if sel.kecamatan else ""
item = next((item for item in found.petak if item.wilayah == sel.kelurahan), None) if found else None
if item:
    page_head(statements.place(item), names=FILTERS)
else:
    page_head(statements.places(found, kecamatan) if found else "Wilayah", names=FILTERS)
require_data(sel)
if found is None:
    recap_line(sel)
    nothing(sel)
    st.stop()


def choose(kode: str) -> None:
    """Make a clicked place the filter of the page."""
    place = result(sel, registry.wilayah)[kode]
    change(kecamatan=kode[: len("31.73.01")], kelurahan=kode if place.tingkat == "kelurahan" else None)


with st.container(key="skm-awal"):
    left, right = st.columns([11, 9], gap="large")
    with left:
        map_choice.draw(sel, found, choose)
    with right:
        if item:
            section("Dua jenis data, tidak digabung", f"Kelurahan {item.wilayah.nama}, Kecamatan {item.kecamatan.nama}")
            st.html(view.two_figures_html(item, found.banding.get(item.wilayah.kode)))
            flagged_line(sel, item.tampil)
            recap_line(sel)
            detail = result(sel, rincian, sel.pilihan)
            unsur = tuple(result(sel, registry.unsur).items())
            if detail and (picture := built(view.unsur_picture, detail, item.wilayah, unsur)):
                draw(picture, "unsur-kelurahan")
        elif kecamatan:
            draw(built(view.kelurahan_picture, found, kecamatan), "kelurahan", clicked=choose)
            flagged_line(sel, next((score for place, score in found.kecamatan if place.kode == kecamatan), None))
            recap_line(sel)
        else:
            draw(built(view.kecamatan_picture, found), "kecamatan", clicked=choose)
            if not found.susunan.periode.panel:
                st.html(view.facts(found))
            recap_line(sel)
        with st.container(key="skm-tautan"):
            if sel.wilayah:
                page_link("layanan", f"Unsur, jawaban, dan saran di {sel.wilayah.nama}")
            if item:
                all_here = f"Semua kelurahan di {item.kecamatan.nama}"
                st.button(all_here, type="tertiary", on_click=change, kwargs={"kelurahan": None})
            if sel.wilayah:
                both = {"kecamatan": None, "kelurahan": None}
                st.button("Semua kecamatan", type="tertiary", on_click=change, kwargs=both)

if compared := built(view.both_kinds, found):
    section(
        view.both_kinds_title(found, compared),
        "Kelurahan yang juga disampel kota, selisih terbesar dahulu; ujinya dikoreksi untuk semua kelurahan bersama.",
    )
    st.html(table_html(compared, cards=True, short="kelurahan"))

section("Semua angka halaman ini", "Kumpulan kelurahan dan sampel kota tidak pernah digabung.")
show_tables(built(view.tables, found), "wilayah")
