"""Berapa responden dan kelurahan mana yang disurvei, sudah sejauh mana, dan apa hasilnya bila rencananya lain?"""

import streamlit as st

from skm_ui.guard import guard
from skm_ui.head import empty
from skm_ui.navigation import page_link
from skm_ui.sampling import plan_part, progress_part, size_part, what_if_part
from skm_ui.sampling.choice import chosen, head

guard()
choice = chosen()
if choice.periode is None:
    head(choice, "Sampel")
    empty("Belum ada periode survei.", "Tambahkan dahulu di Pengaturan, bagian Periode.")
    page_link("pengaturan", "Buka Pengaturan")
    st.stop()
part = {"rencana": plan_part, "ukuran": size_part, "kemajuan": progress_part, "andai": what_if_part}[choice.bagian]
head(choice, part.title(choice))
part.show(choice)
