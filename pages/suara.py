"""Apa yang ditulis warga, tentang apa, dan kalimat mana yang layak dikutip?"""

import streamlit as st

from skm_core import registry
from skm_core.voices import chosen, comments, matching
from skm_ui import quotes, voices_search
from skm_ui.cache import result
from skm_ui.filters import BOTH, NAMES
from skm_ui.guard import guard
from skm_ui.head import page_head, require_data, section, selection
from skm_ui.kept import built
from skm_ui.table import fold, show_tables, table_html
from skm_ui.views import suara as view

guard()
FILTERS = (*NAMES, BOTH)
sel = selection(names=FILTERS)
place = sel.wilayah.nama if sel.wilayah else "Jakarta Barat"
found = result(sel, comments, sel.pilihan) if sel.pilihan.periode else None
page_head(view.title(found, place) if found else "Suara warga", names=FILTERS)
require_data(sel)
if found is None or not found.suara:
    voices_search.nothing(sel, view.held_back(found) if found else "")
    st.stop()

picked = {one.asal: one for one in result(sel, chosen, sel.pilihan)}
now = voices_search.asked()
voices_search.draw(now, found, len(picked))
listed = tuple(one for one in found.suara if one.asal in picked) if now.kutipan else found.suara
fitting = matching(listed, cari=now.cari, pita=now.nilai)
matched = matching(fitting, tema=now.tema)

left, right = st.columns([5, 8], gap="large")
with left:
    section("Tema yang disebut", view.THEMES_NOTE)
    st.html(view.themes_html(fitting, now.tema))
    st.html(fold("Daftar kata tiap tema", table_html(view.lexicon_table())))
with right:
    section(view.counted(matched, found, voices_search.said(now)), view.held_back(found))
    choosing = quotes.switch(sel, on=now.pilih)
    shown = matched[: now.hal * voices_search.PAGE]
    names = result(sel, registry.layanan), result(sel, registry.wilayah)
    if not matched:
        voices_search.no_match(now)
    elif choosing:
        quotes.listed(sel, shown, picked, *names, now.cari)
    else:
        st.html(view.comments_html(shown, *names, cari=now.cari, quoted=picked))
    voices_search.more(now, len(matched))

section("Semua angka halaman ini")
show_tables(built(view.tables, found), "suara")
