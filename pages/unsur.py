"""Unsur mana yang harus dibenahi lebih dahulu, di mana, dan berapa poin IKM yang didapat?"""

import streamlit as st

from skm_core.results.unsur import unsur_page
from skm_ui.cache import result
from skm_ui.charts.picture import draw
from skm_ui.flagged import flagged_line
from skm_ui.guard import guard
from skm_ui.head import nothing, notice, page_head, require_data, section, selection
from skm_ui.kept import built
from skm_ui.navigation import change
from skm_ui.recap import recap_line
from skm_ui.table import show_tables
from skm_ui.views import unsur as view
from skm_ui.views.unsur_heat import heat_html
from skm_ui.views.unsur_tables import tables

guard()
sel = selection()
place = sel.wilayah.nama if sel.wilayah else "Jakarta Barat"
found = result(sel, unsur_page, sel.pilihan) if sel.pilihan.periode else None
page_head(view.title(found, place, sel.layanan.nama if sel.layanan else "") if found else "Unsur")
require_data(sel)
if found is None:
    recap_line(sel)
    nothing(sel)
    st.stop()

dimensi = found.dimensi
by_key = {row.part.kunci: row for row in found.baris}
asked = st.query_params.get("unsur")
chosen = by_key.get(asked or "", found.baris[0])
if asked and asked not in by_key:
    notice(f'Unsur "{asked}" tidak dikenal di sini. Yang ditampilkan {view.unsur_name(chosen)}.')


def choose_unsur(kunci: str) -> None:
    """Make a clicked unsur the one whose details are shown."""
    change(unsur=kunci)


def choose_column(kode: str) -> None:
    """Make a clicked layanan or place the filter of the page."""
    change(**{dimensi: kode})


with st.container(key="skm-awal"):
    left, right = st.columns([6, 6], gap="large")
    with left:
        draw(built(view.unsur_picture, found, chosen.part.kunci), "unsur", clicked=choose_unsur)
        flagged_line(sel, found.score)
        recap_line(sel)
    with right:
        section(view.priorities_title(found), view.priorities_note(found))
        st.html(view.priorities_html(found) or "<p></p>")

if len(found.kolom) > 1:  # a single column says what the first picture says
    section(view.heat_title(found), view.heat_note(found))
    st.html(built(heat_html, found, chosen.part.kunci))

left, right = st.columns(2, gap="large")
with left:
    if found.kolom:
        draw(built(view.columns_picture, found, chosen.part.kunci), "unsur-kolom", clicked=choose_column)
with right:
    if "" in found.tanpa_biaya:
        section(view.biaya_title(found), view.BIAYA_NOTE)
        st.html(built(view.biaya_html, found))

section("Semua angka halaman ini")
show_tables(built(tables, found), "unsur")
