"""Evidence of one item: what there is, and the forms that add a link or a file."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core.follow_up import Bukti, Rtl, attach_file, attach_link, read_file, withdraw
from skm_core.follow_up.evidence import KINDS, MAX_BYTES, has_file, mime
from skm_ui.follow_up import board, fields
from skm_ui.follow_up.choice import Choice
from skm_ui.follow_up.words import plain
from skm_ui.format import moment
from skm_ui.settings import saving


def show(choice: Choice, one: Rtl) -> None:
    """Links and files, each with who added it."""
    st.html('<h3 class="skm-form">Bukti</h3>')
    if not one.bukti:
        st.html('<p class="skm-note">Belum ada bukti. Berita acara, foto, atau tautan berita sudah cukup.</p>')
    for bukti in one.bukti:
        _line(choice, bukti)
    if choice.contoh:
        return
    with st.expander("Tambah bukti", type="compact"):
        _add(choice, one)
    if one.bukti:
        with st.expander("Tarik bukti yang keliru", type="compact"):
            _withdraw(choice, one)


def _line(choice: Choice, bukti: Bukti) -> None:
    with st.container(key=f"rtl-bukti-{bukti.bukti_id}", horizontal=True, vertical_alignment="center", gap="small"):
        if bukti.jenis == "tautan":
            st.html(
                f'<a href="{escape(bukti.alamat)}" target="_blank" rel="noopener noreferrer">{escape(bukti.nama)}</a>',
                width="content",
            )
        else:
            _download(choice, bukti)
        st.html(f'<span class="skm-note">{escape(bukti.oleh)}, {moment(bukti.waktu)}</span>', width="content")


def _download(choice: Choice, bukti: Bukti) -> None:
    if not has_file(choice.store, bukti):
        st.html(f'<span class="skm-notice">Berkas “{escape(bukti.nama)}” tidak ada lagi di folder bukti.</span>')
        return
    st.download_button(
        plain(bukti.nama), data=lambda: read_file(choice.store, bukti), file_name=bukti.nama, mime=mime(bukti),
        on_click="ignore", key=f"rtl_unduh_{bukti.bukti_id}", type="tertiary",
    )  # fmt: skip


def _add(choice: Choice, one: Rtl) -> None:
    name = f"bukti_{one.rtl_id}_{len(one.bukti)}"
    with st.form(f"rtl_{name}", border=False, enter_to_submit=False, width=saving.WIDTH):
        link = st.text_input("Tautan", key=f"rtl_tautan_{name}", placeholder="https://…", max_chars=500)
        title = st.text_input(
            "Keterangan tautan", key=f"rtl_ket_{name}", max_chars=120, placeholder="Berita acara pemasangan"
        )
        file = st.file_uploader(
            f"atau berkas ({', '.join(kind.upper() for kind in KINDS if kind != 'jpeg')}; paling besar "
            f"{MAX_BYTES // 1024**2} MB)",
            type=list(KINDS), max_upload_size=MAX_BYTES // 1024**2, key=f"rtl_berkas_{name}",
        )  # fmt: skip
        who = fields.name_field(name)
        sent = st.form_submit_button("Simpan bukti", key="rtl_simpan_bukti")
    if not sent:
        return
    fields.remember(who)

    def store() -> None:
        if file is not None:
            attach_file(choice.store, one.rtl_id, file.name, file.getvalue(), oleh=who)
        if link.strip() or file is None:
            attach_link(choice.store, one.rtl_id, link, nama=title, oleh=who)

    saving.save(board.PART, store, "Bukti disimpan.")


def _withdraw(choice: Choice, one: Rtl) -> None:
    name = f"tarik_{one.rtl_id}_{len(one.bukti)}"
    known = {bukti.bukti_id: bukti for bukti in one.bukti}
    with st.form(f"rtl_{name}", border=False, enter_to_submit=False, width=saving.WIDTH):
        number = st.selectbox(
            "Bukti", list(known), format_func=lambda key: known[key].nama, key=f"rtl_bukti_{name}",
            help="Bukti yang ditarik tidak tampil lagi, tetapi tetap tercatat dalam riwayat.",
        )  # fmt: skip
        who = fields.name_field(name)
        sent = st.form_submit_button("Tarik bukti", key="rtl_tarik_bukti")
    if sent:
        fields.remember(who)
        saving.save(board.PART, lambda: withdraw(choice.store, known[number], oleh=who), "Bukti ditarik.")
