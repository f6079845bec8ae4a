"""Dapatkah data ini dipercaya: di mana ada tanda yang menyimpang, dan seberapa besar pengaruhnya pada indeks?"""

import streamlit as st

from skm_core.results.kualitas import headline, kualitas
from skm_ui.cache import result
from skm_ui.charts.picture import draw
from skm_ui.filters import BOTH, NAMES
from skm_ui.guard import guard
from skm_ui.head import empty, page_head, require_data, section, selection
from skm_ui.kept import built
from skm_ui.navigation import change
from skm_ui.quality import funnel, index, places, reliability, sign
from skm_ui.table import show_tables

guard()
FILTERS = (*NAMES, BOTH)
sel = selection(names=FILTERS)
found = result(sel, kualitas, sel.pilihan) if sel.pilihan.periode else None
page_head(headline(found, sel.wilayah.nama if sel.wilayah else "") if found else "Kualitas data", names=FILTERS)
require_data(sel)
if found is None:
    empty(
        "Tidak ada kuesioner untuk pilihan ini.", "Pilih wilayah yang lebih luas, layanan lain, atau kedua pengumpul."
    )
    st.stop()

here = sel.wilayah.kode if sel.wilayah else None
named = found.tempat_bernama


def choose_place(kode: str) -> None:
    """Make a clicked place the filter of the page."""
    place = named[kode]
    change(kecamatan=place.kecamatan_kode or kode, kelurahan=kode if place.tingkat == "kelurahan" else None)


with st.container(key="skm-awal"):
    left, right = st.columns([7, 5], gap="large")
    with left:
        section(*places.heading(found))
        places.show(found)
        if sel.kelurahan:
            st.html(built(places.every_sign_html, found, sel.kelurahan.kode))
        if sel.wilayah:
            with st.container(key="skm-tautan"):
                both = {"kecamatan": None, "kelurahan": None}
                st.button("Semua kecamatan", type="tertiary", on_click=change, kwargs=both)
    with right:
        section(index.title(found), index.NOTE)
        st.html(built(index.whole_html, found))

if funnel.several_places(found):
    section("Setiap tanda, setiap tempat", "Makin sedikit respondennya, makin jauh satu tempat boleh menyimpang.")
    kunci = sign.choose(found)
    st.html(sign.explained_html(kunci))
    kinds = funnel.shown(found, kunci)
    with st.container(key="skm-sepasang-corong"):
        columns = st.columns(max(len(kinds), 1), gap="large")
    for column, kind in zip(columns, kinds, strict=False):
        with column:
            draw(built(funnel.picture, found, kunci, kind, here), f"corong-{'-'.join(kind)}", clicked=choose_place)

if pengumpul := index.with_several_layanan(found):
    with st.container(key="skm-sepasang-layanan"):
        columns = st.columns(len(pengumpul), gap="large")
    for column, who in zip(columns, pengumpul, strict=True):
        with column:
            draw(built(index.layanan_picture, found, who), f"layanan-{who}")

if found.keandalan:
    section("Validitas dan reliabilitas", reliability.CAUTION)
    st.html(built(reliability.tiles_html, found))

section("Semua angka halaman ini")
show_tables(built(index.tables, found), "kualitas")
