"""Seberapa puas warga pada periode ini, dengan layanan apa, di mana, dan apa yang perlu diperbaiki?"""

import streamlit as st

from skm_core.results import statements
from skm_core.results.ringkasan import ringkasan
from skm_core.results.tren import tren
from skm_ui import against
from skm_ui.cache import result
from skm_ui.charts.picture import draw
from skm_ui.figure import show_ikm
from skm_ui.flagged import flagged_line
from skm_ui.guard import guard
from skm_ui.head import nothing, page_head, require_data, section, selection
from skm_ui.heat import heat_html
from skm_ui.kept import built
from skm_ui.navigation import go, page_link
from skm_ui.recap import recap_line
from skm_ui.table import show_tables
from skm_ui.views import ringkasan as view

guard()
sel = selection()
place = sel.wilayah.nama if sel.wilayah else "Jakarta Barat"
found = result(sel, ringkasan, sel.pilihan, against.asked()) if sel.pilihan.periode else None
page_head(statements.summary(found, place, sel.layanan.nama if sel.layanan else "") if found else "Ringkasan")
require_data(sel)
if found is None:
    recap_line(sel)
    nothing(sel)
    st.stop()

over_time = None if found.score.panel else result(sel, tren, sel.pilihan, rincian=False)
several, cells = len(found.layanan) > 1, (statements.cells(found), view.heat_note(found))


def services() -> None:
    """The services of the round; a click leads to the one."""
    draw(built(view.services_picture, found), "layanan", clicked=lambda kode: go("layanan", layanan=kode))


def where() -> None:
    """Where the services are judged how: a heat table, or dots if there is one service."""
    if several:
        section(*cells)
        st.html(built(heat_html, found))
    else:
        draw(built(view.places_picture, found), "tempat")


def unsur() -> None:
    """The unsur, weakest first."""
    draw(built(view.unsur_picture, found), "unsur")


with st.container(key="skm-awal"):
    left, right = st.columns([5, 7], gap="large")
    with left:
        show_ikm(found.score, label=view.label(found, place))
        flagged_line(sel, found.score)
        recap_line(sel)
        st.html(view.moved(found))
        against.choose(found)
        for title, name, sentences in view.to_act_and_to_praise(found):
            section(title, "" if sentences else "Tidak ada yang menonjol pada pilihan ini.")
            with st.container(key=f"skm-{name}"):
                for sentence in sentences:
                    page_link(sentence.halaman, sentence.teks, **sentence.kunci)
        st.html(view.facts(found))
    with right:
        if over_time:
            draw(built(view.trend_picture, over_time, found.susunan.periode.kode), "tren")
        if several or not over_time:
            services()

parts = [*([where] if len(found.baris) > 1 else []), unsur]
for column, part in zip(st.columns([7, 5][: len(parts)], gap="large"), parts, strict=True):
    with column:
        part()

section("Semua angka halaman ini")
show_tables(built(view.tables, found), "ringkasan")
