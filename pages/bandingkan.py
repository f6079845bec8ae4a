"""Apakah dua pilihan ini sungguh berbeda, dan pada unsur apa?"""

import streamlit as st

from skm_core.results.bandingkan import bandingkan
from skm_ui import second
from skm_ui.cache import result
from skm_ui.charts.marks import what_of
from skm_ui.charts.picture import draw
from skm_ui.figure import show_ikm
from skm_ui.guard import guard
from skm_ui.head import empty, notice, page_head, require_data, section, selection
from skm_ui.kept import built
from skm_ui.table import show_tables
from skm_ui.views import bandingkan as view

guard()
sel = selection()
other = second.second(sel) if sel.pilihan.periode else sel
found = result(sel, bandingkan, sel.pilihan, other.pilihan) if sel.pilihan.periode else None
said = view.names(found, sel, other) if found else ("", "")
page_head(view.title(found, said) if found else "Bandingkan")
require_data(sel)
st.html(f'<p class="skm-versus">dibandingkan dengan <b>{other.kalimat}</b></p>')
second.draw(sel)
for message in other.pesan:
    notice(message)
if found is None:
    empty(
        "Salah satu pilihan tidak berisi kuesioner.",
        "Pilih semua layanan, wilayah yang lebih luas, atau pengumpul data otomatis pada keduanya.",
    )
    st.stop()

with st.container(key="skm-awal"):
    st.html(built(view.verdict_html, found, said))
with st.container(key="skm-dua-sisi"):
    for column, side, name in zip(st.columns(2, gap="large"), (found.pertama, found.kedua), said, strict=True):
        with column:
            show_ikm(side.score, label=f"{what_of(side.score)} {name}")
            st.html(view.facts(side))

if found.unsur:
    draw(built(view.unsur_picture, found, said), "banding-unsur")

section("Semua angka halaman ini")
show_tables(built(view.tables, found, said), "bandingkan")
