"""The downloads: what each is for, its button, and what to do with it in three steps."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import partial
from html import escape

import streamlit as st

from skm_core import forms
from skm_core.forms import Blank
from skm_ui.kept import built


@dataclass(frozen=True, slots=True)
class Offer:
    """One download of the page."""

    jenis: str
    judul: str
    untuk: str
    tombol: str
    langkah: tuple[str, str, str]


OFFERS = (
    Offer(
        "pdf",
        "Kuesioner cetak",
        "Untuk responden yang mengisi di kertas.",
        "Unduh PDF",
        (
            "Cetak di kertas A4, satu lembar untuk satu responden.",
            "Minta responden menyilang jawabannya; yang tidak dapat dijawab dikosongkan.",
            "Ketik hasilnya di lembar isian Excel di bawah: angka di kotak adalah angka yang diketik.",
        ),
    ),
    Offer(
        "excel",
        "Lembar isian Excel",
        "Untuk memasukkan kuesioner kertas, satu baris per kuesioner.",
        "Unduh lembar isian",
        (
            "Ketik satu kuesioner per baris; pilihan lain tersedia sebagai daftar.",
            "Lihat kolom Periksa: isinya Lengkap, atau apa yang masih kurang.",
            "Simpan, lalu unggah berkasnya apa adanya di halaman Unggah.",
        ),
    ),
    Offer(
        "xlsform",
        "KoboToolbox dan ODK",
        "Untuk mengisi lewat ponsel atau tablet, juga tanpa sinyal.",
        "Unduh XLSForm",
        (
            "Di KoboToolbox pilih Buat proyek, Unggah XLSForm, lalu Deploy.",
            "Kumpulkan jawaban dengan KoboCollect atau tautan formulirnya.",
            "Ekspor sebagai CSV atau XLS, lalu unggah apa adanya di halaman Unggah.",
        ),
    ),
    Offer(
        "skrip",
        "Google Forms",
        "Untuk responden yang mengisi sendiri lewat tautan.",
        "Unduh skrip",
        (
            "Buka script.new, tempel skrip di bawah, tekan Jalankan, lalu izinkan aksesnya.",
            "Sebarkan tautan responden dari log: periode, layanan, dan kelurahan yang tetap sudah terisi di dalamnya.",
            "Unduh tanggapan sebagai CSV, lalu unggah apa adanya di halaman Unggah.",
        ),
    ),
)
HOW_TO_PASTE = (
    "Tempel judul pertanyaan, lalu tempel semua pilihannya sekaligus di kotak pilihan pertama: Google Forms membuat "
    "satu pilihan per baris. Jangan mengubah kata-katanya."
)


def preview(form: Blank) -> None:
    """The pages of the PDF as pictures."""
    st.html(built(_preview, form))


def _preview(form: Blank) -> str:
    pages = forms.pages(form, ppi=92)
    what = f"Kuesioner cetak: {form.kalimat}"
    return "".join(
        f'<img class="skm-page" alt="{escape(what)}, halaman {number} dari {len(pages)}" '
        f'src="data:image/png;base64,{b64encode(page).decode()}">'
        for number, page in enumerate(pages, 1)
    )


def show(form: Blank) -> None:
    """All downloads of a form."""
    for offer in OFFERS:
        kind = forms.KINDS[offer.jenis]
        steps = "".join(f"<li>{escape(step)}</li>" for step in offer.langkah)
        st.html(
            f'<h3 class="skm-form">{escape(offer.judul)}</h3><p class="skm-note">{escape(offer.untuk)}</p>'
            f'<ol class="skm-prose skm-steps">{steps}</ol>'
        )
        st.download_button(
            offer.tombol,
            data=partial(kind.make, form),
            file_name=kind.file_name(form),
            mime=kind.media,
            key=f"unduh-{offer.jenis}",
            on_click="ignore",
        )
        if offer.jenis == "skrip":
            with st.expander("Skrip untuk script.new", type="compact"):
                st.code(built(forms.google_script, form), language="javascript", height=320)
            with st.expander("Tanpa skrip: teks untuk ditempel satu per satu", type="compact"):
                st.html(f'<p class="skm-note">{HOW_TO_PASTE}</p>')
                st.code(built(forms.google_text, form), language=None, height=320)
