"""The parts of the page: what each is called, what it says, and where it begins."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_ui.head import section

PARTS: dict[str, tuple[str, str]] = {
    "indeks": ("Dari jawaban menjadi indeks", "Permenpan RB 14/2017, Lampiran, pengolahan data"),
    "contoh": ("Contoh hitungan", "Dua belas kuesioner buatan, tiga jawaban kosong; dihitung oleh program yang sama"),
    "mutu": ("Mutu", "Batas menurut kedua aturan"),
    "bobot": ("Bobot yang dibulatkan", "Mengapa angka instansi lain dapat berbeda"),
    "khusus": ("Keadaan khusus", ""),
    "nomor": ("Nomor 8 dan 9", "Pengaduan atau sarana?"),
    "pengumpul": ("Sampel kota, kumpulan kelurahan, dan panel", ""),
    "rentang": ("Rentang: seberapa pasti sebuah angka", "Apa arti ±, dan dari mana asalnya"),
    "periode": ("Membandingkan periode", ""),
    "putusan": ("Naik, turun, atau belum dapat dipastikan", "Hanya ada empat putusan"),
    "sedikit": ("Sedikit jawaban", ""),
    "tanda": ("Tanda mutu data", "Bagaimana kuesioner yang diisi asal-asalan dicari"),
    "pribadi": ("Data pribadi", ""),
    "sumber": ("Dasar dan sumber", ""),
    "program": ("Data dan program yang sedang ditampilkan", ""),
}
"""Anchor → heading and what it is about, in the order of the page."""


def contents() -> None:
    """What the page holds; each line leads to its part."""
    lines = "".join(
        f'<li><a href="#{key}" target="_self">{escape(title)}</a></li>' for key, (title, _) in PARTS.items()
    )
    st.html(f'<nav aria-label="Isi halaman"><ol class="skm-contents">{lines}</ol></nav>')


def part(key: str) -> None:
    """The heading where a part begins."""
    title, note = PARTS[key]
    section(title, note, anchor=key)
