"""Dokumen apa yang siap ditandatangani dan diterbitkan, dan kalimat apa yang ada di dalamnya?"""

import streamlit as st

from skm_core.errors import NoDataError
from skm_core.reports.content import content
from skm_ui.cache import result
from skm_ui.guard import guard
from skm_ui.head import empty, page_head, require_data, section, selection
from skm_ui.reports import choice, offers, overview, passages, quotes

guard()
sel = selection()
scope, missing, found = choice.scope_of(sel), "", None
day, message = choice.dated(st.query_params)
if scope:
    try:
        found = result(sel, content, scope, tanggal=day)
    except NoDataError as error:
        missing = str(error)
page_head(f"Laporan SKM {found.judul}" if found else "Laporan")
require_data(sel)
choice.say(sel, message)
if found is None:
    what, _, step = missing.partition(". ")
    empty(f"{what}.", step)
    st.stop()

with st.container(key="skm-awal"):
    left, right = st.columns([7, 5], gap="large")
    with left:
        overview.show(found)
    with right:
        section("Unduh", "Semua dokumen memakai angka yang sama dengan layar.")
        choice.draw_date(day)
        offers.show(sel, found)
        offers.show_batch(sel, found)

overview.preview(found)
section(
    "Kalimat laporan",
    "Disusun dari data. Sunting sebelum diunduh: satu paragraf per baris, baris berawalan - menjadi butir daftar. Yang "
    "dikosongkan kembali mengikuti data.",
)
passages.show(sel, found)
quotes.show(sel, found)
