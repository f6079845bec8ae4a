"""Step 4: who uploads, and the one button that stores, saying what it will do."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core import effect, intake
from skm_core.errors import ChangedMeanwhileError, SkmError
from skm_core.intake import Draft
from skm_core.store import Store
from skm_ui import stores
from skm_ui.format import whole
from skm_ui.upload import changes, effects, outcome, progress, revision
from skm_ui.upload.held import Held, finish
from skm_ui.upload.naming import contents

NOTICE = """<p class="skm-notice" role="alert">Data berubah sejak halaman ini ditampilkan, karena ada yang menyimpan
atau membatalkan unggahan. Belum ada yang disimpan. Periksa lagi pratinjau dan angka di bawah ini, lalu tekan tombolnya
sekali lagi.</p>"""
"""Said instead of storing what nobody has read."""
NAME = "unggah_nama"
"""Where the session keeps the typed name."""


def show(store: Store, file: Held, draft: Draft) -> None:
    """What will change, then name and button; stores on click, and says so on the next run."""
    take = changes.taken(file)
    n = len(draft.rekap) or draft.n_baru + (draft.n_berubah if take else 0)
    if not n:
        st.html(
            '<p class="skm-text">Tidak ada baris baru. Centang perubahan di langkah 3 bila isian yang baru harus '
            "menggantikan yang lama.</p>"
        )
        return
    found = file.effects(store, draft, take_changes=take)
    place, before = st.empty(), file.said
    if file.overtaken:
        file.overtaken = False
        place.html(NOTICE)
    file.said = said = (draft.n_baru, draft.n_berubah, take, effect.figures_of(found))
    new = {item.kode: item for item in draft.baru.periode}
    what = contents(store, draft.counts["layanan"], draft.counts["periode"], new)
    st.html('<h3 class="skm-form">Yang akan berubah</h3>' + effects.html(store, found, new))
    closed = () if draft.is_rekap else revision.fixed_rounds(store, draft.counts["periode"])
    unit = "baris rekap" if draft.is_rekap else "kuesioner"
    with st.form("unggah_simpan", border=False, enter_to_submit=False, width=560):
        name = st.text_input(
            "Nama Anda (belum diverifikasi)", st.session_state.get(NAME, ""), key="unggah_nama_diketik", max_chars=80
        )
        about = "_".join((file.file_id, *sorted(draft.counts["periode"])))  # what is said here is said of these only
        reason = revision.ask(closed, f"unggah_revisi_{about}") if closed else ""
        astray = any(one.kode == "TANGGAL_PERIODE_LAIN" for one in draft.temuan)
        meant = not astray or st.checkbox(
            "Periodenya memang itu, walaupun sebagian besar tanggalnya di luar periode itu",
            key=f"unggah_periode_memang_{about}",
        )
        sent = st.form_submit_button(f"Simpan {whole(n)} {unit} ke {what}", type="primary", key="unggah_simpan_tombol")
    if draft.n_ditolak:
        st.html(f'<p class="skm-note">{whole(draft.n_ditolak)} baris yang ditolak tidak ikut disimpan.</p>')
    if not sent:
        return
    if said != before:  # somebody else stored meanwhile: what is about to happen has not been read yet
        place.html(NOTICE)
        return
    if not meant:
        st.html(
            '<p class="skm-error" role="alert">Sebagian besar tanggal jatuh di luar periode yang dipilih. Pilih '
            "periode lain di atas, atau centang bahwa periodenya memang itu.</p>"
        )
        return
    if not name.strip():
        st.html('<p class="skm-error" role="alert">Ketik nama Anda dahulu. Nama itu dicatat dalam riwayat.</p>')
        return
    st.session_state[NAME] = name.strip()
    was_demo = stores.shown().contoh
    try:
        with progress.storing() as (stage, interruptions):
            receipt = intake.ingest(
                store, draft, pengunggah=name.strip(), take_changes=take, revisi=reason, as_seen=True, stage=stage
            )
    except ChangedMeanwhileError:
        file.overtaken = True
        st.rerun()
    except SkmError as error:
        st.html(f'<p class="skm-error" role="alert">{escape(str(error))}</p>')
        return
    outcome.keep(receipt, draft, what)
    finish()
    if was_demo:  # its periode mean nothing in the real data that is shown from now on
        st.query_params.clear()
    if interruptions:
        raise interruptions[0]
    st.rerun()
