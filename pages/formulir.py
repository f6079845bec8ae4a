"""Formulir apa yang dapat dipakai mengumpulkan jawaban, sehingga hasilnya dapat diunggah apa adanya?"""

import streamlit as st

from skm_core import forms
from skm_core.errors import SkmError
from skm_ui import stores
from skm_ui.cache import result
from skm_ui.forms import choices, offers
from skm_ui.guard import guard
from skm_ui.head import empty, notice, page_head, section
from skm_ui.stores import Shown

guard()
shown = page_head("Formulir yang hasilnya dapat diunggah apa adanya", names=())
if shown.contoh:
    notice("Layar sedang menampilkan data contoh. Formulir di sini memakai periode dan layanan dari data nyata.")
store = stores.real()
source = Shown(store, store.data_version, contoh=False)
offered = result(source, choices.offered)
wanted = choices.read(offered, st.query_params, result(source, choices.several))
if wanted is None:
    empty("Belum ada periode atau layanan untuk dibuatkan formulir.", "Tambahkan dahulu di halaman Pengaturan.")
    st.stop()
for message in wanted.pesan:
    notice(message)
choices.draw(offered, wanted)
try:
    form = result(
        source,
        forms.blank,
        instrumen=wanted.instrumen,
        periode=wanted.periode,
        layanan=wanted.layanan,
        cara=wanted.cara,
        kelurahan=wanted.kelurahan,
        pengumpul=wanted.pengumpul,
    )
except SkmError as error:
    notice(str(error))
    st.stop()
section(
    form.kalimat.replace(" ·", "\N{NO-BREAK SPACE}·"),
    "Keempat bentuk ini menanyakan hal yang sama dan dikenali sendiri saat diunggah.",
)
left, right = st.columns([6, 6], gap="large")
with left:
    offers.preview(form)
with right:
    offers.show(form)
