"""Siapa yang menjawab survei ini, dan apakah setiap kelompok warga dilayani sama baiknya?"""

import streamlit as st

from skm_core.results.responden import responden
from skm_ui.cache import result
from skm_ui.charts.picture import draw
from skm_ui.guard import guard
from skm_ui.head import nothing, page_head, require_data, section, selection
from skm_ui.kept import built
from skm_ui.recap import recap_line
from skm_ui.table import show_tables
from skm_ui.views import responden as view

guard()
sel = selection()
place = sel.wilayah.nama if sel.wilayah else "Jakarta Barat"
found = result(sel, responden, sel.pilihan) if sel.pilihan.periode else None
page_head(view.title(found, place) if found else "Responden")
require_data(sel)
if found is None:
    recap_line(sel)
    nothing(sel)
    st.stop()

with st.container(key="skm-awal"):
    left, right = st.columns([5, 7], gap="large")
    with left:
        section("Orang, bukan lembar isian", "Satu orang dihitung sekali, walau mengisi beberapa kuesioner.")
        st.html(built(view.facts, found))
        recap_line(sel)
    with right:
        section(view.gaps_title(found), view.gaps_note(found))
        st.html(view.gaps_html(found) or "<p></p>")

for field in found.bidang:
    if not field.golongan:
        continue
    with st.container(key=f"skm-sepasang-profil-{field.kunci}"):
        left, right = st.columns([5, 7], gap="large")
    with left:
        section(field.nama, view.people_note(field))
        st.html(built(view.people_html, field))
    with right:
        draw(built(view.index_picture, found, field.kunci), f"profil-{field.kunci}")

section("Semua angka halaman ini")
show_tables(built(view.tables, found), "responden")
