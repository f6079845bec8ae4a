"""Apakah kepuasan warga membaik dari periode ke periode, dan pada layanan, kecamatan, serta unsur yang mana?"""

import streamlit as st

from skm_core import registry
from skm_core.results import statements
from skm_core.results.tren import tren
from skm_ui.cache import result
from skm_ui.charts.picture import draw
from skm_ui.figure import show_ikm
from skm_ui.flagged import flagged_line
from skm_ui.format import unbroken
from skm_ui.guard import guard
from skm_ui.head import empty, page_head, require_data, section, selection
from skm_ui.kept import built
from skm_ui.navigation import change
from skm_ui.table import show_tables
from skm_ui.views import tren as view

guard()
FILTERS = ("layanan", "kecamatan", "kelurahan", "pengumpul")
sel = selection(names=FILTERS)
found = result(sel, tren, sel.pilihan)
page_head(unbroken(statements.course(found)) if found else "Tren", names=FILTERS)
require_data(sel)
if found is None:
    empty(
        "Belum ada periode dengan kuesioner untuk pilihan ini.",
        "Pilih semua layanan, wilayah yang lebih luas, atau pengumpul data otomatis.",
    )
    st.stop()

layanan = view.named(result(sel, registry.layanan))
kecamatan = view.named(result(sel, registry.wilayah))
unsur = view.unsur_named(result(sel, registry.unsur))

with st.container(key="skm-awal"):
    left, right = st.columns([4, 8], gap="large")
    with left:
        newest = found.semua[-1]
        show_ikm(newest.score, label=f"IKM {newest.periode.nama}")
        flagged_line(sel, newest.score)
        st.html(view.facts(found))
    with right:
        draw(built(view.whole_picture, found), "tren-semua")

with st.container(key="skm-sejajar", horizontal=True, gap="large"):
    if len(found.layanan) > 1:
        with st.container():
            picture = built(view.lines_picture, found, "layanan", layanan)
            draw(picture, "tren-layanan", clicked=lambda kode: change(layanan=kode))
    if len(found.kecamatan) > 1:
        with st.container():
            picture = built(view.lines_picture, found, "kecamatan", kecamatan)
            draw(picture, "tren-kecamatan", clicked=lambda kode: change(kecamatan=kode, kelurahan=None))
    with st.container():
        draw(built(view.unsur_picture, found, unsur), "tren-unsur")

section("Semua angka halaman ini", "Satu baris per periode.")
show_tables(built(view.tables, found, layanan, kecamatan, unsur), "tren")
