"""Pada unsur apa layanan ini kuat dan lemah, di mana, dan apa kata warga?"""

import streamlit as st

from skm_core import registry
from skm_core.results import statements
from skm_core.results.layanan import layanan_detail
from skm_core.results.ringkasan import ringkasan
from skm_core.results.wording import inside
from skm_ui.cache import result
from skm_ui.charts.marks import what_of
from skm_ui.charts.picture import draw
from skm_ui.figure import show_ikm
from skm_ui.flagged import flagged_line
from skm_ui.guard import guard
from skm_ui.head import nothing, page_head, require_data, section, selection
from skm_ui.kept import built
from skm_ui.navigation import change
from skm_ui.recap import recap_line
from skm_ui.table import show_tables
from skm_ui.views import layanan as view
from skm_ui.views.ringkasan import services_picture

guard()
sel = selection()
place = sel.wilayah.nama if sel.wilayah else "Jakarta Barat"
found = result(sel, layanan_detail, sel.pilihan) if sel.pilihan.periode else None
layanan = view.judged(found, sel.layanan, result(sel, registry.layanan))
name = layanan.nama if layanan else ""
page_head(statements.service(found, name, place) if found else "Layanan")
require_data(sel)
if found is None:
    recap_line(sel)
    nothing(sel)
    st.stop()

chosen = sel.kelurahan.kode if sel.kelurahan else None
several = sel.layanan is None and len(found.susunan.layanan) > 1


def choose_place(kode: str) -> None:
    """Make a clicked kecamatan or kelurahan the filter of the page."""
    change(**{"kelurahan" if sel.kecamatan else "kecamatan": kode})


with st.container(key="skm-awal"):
    left, right = st.columns([5, 7], gap="large")
    with left:
        show_ikm(found.score, label=f"{what_of(found.score)} {inside(name) or 'semua layanan'}, {place}")
        flagged_line(sel, found.score)
        recap_line(sel)
        st.html(view.facts(found, layanan))
    with right:
        if several:
            picture = built(services_picture, result(sel, ringkasan, sel.pilihan))
            draw(picture, "layanan", clicked=lambda kode: change(layanan=kode))
        else:
            draw(built(view.places_picture, found, chosen), "tempat-pilih", clicked=choose_place)

left, right = st.columns(2, gap="large")
with left:
    draw(built(view.unsur_picture, found), "unsur")
with right:
    draw(built(view.answers_picture, found), "jawaban")

beside = st.container()
if several:
    left, beside = st.columns(2, gap="large")
    with left:
        draw(built(view.places_picture, found, chosen), "tempat-pilih", clicked=choose_place)
with beside:
    section("Kata warga", view.comments_note(found))
    if found.saran:
        columns = 1 if several else 2
        st.html(view.comments_html(found, result(sel, registry.layanan), result(sel, registry.wilayah), columns))

section("Semua angka halaman ini")
show_tables(built(view.tables, found), "layanan")
