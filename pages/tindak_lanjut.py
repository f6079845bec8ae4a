"""Apa yang dikerjakan atas hasil survei, sudah sejauh mana, dan apakah unsurnya membaik pada survei berikutnya?"""

import streamlit as st

from skm_ui.follow_up import board, detail, effect, exchange, new_item, proposal, report_day
from skm_ui.follow_up.choice import chosen, head
from skm_ui.guard import guard
from skm_ui.head import empty
from skm_ui.navigation import page_link

guard()
choice = chosen()
if choice.periode is None:
    head(choice, "Tindak lanjut")
    empty("Belum ada periode survei.", "Tambahkan dahulu di Pengaturan, bagian Periode.")
    page_link("pengaturan", "Buka Pengaturan")
    st.stop()
head(choice, board.title(choice))
board.counts(choice)
detail.show(choice)
new_item.show(choice)
board.show(choice)
effect.show(choice)
proposal.show(choice)
exchange.show(choice)
report_day.show(choice)
