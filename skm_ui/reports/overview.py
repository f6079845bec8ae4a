"""What will be in the report: the figure, what it rests on, and what is still missing."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core.reports.content import Content
from skm_core.reports.laporan import paper
from skm_core.reports.readiness import gaps
from skm_ui.figure import show_ikm
from skm_ui.format import day, whole
from skm_ui.kept import built
from skm_ui.navigation import TITLES, link
from skm_ui.reports.pages_html import pages_html

PARTS = (
    "Ringkasan satu halaman",
    "BAB I sampai V: pelaksana, metode, jadwal, responden, hasil, analisis, tindak lanjut, kesimpulan",
    "Lampiran: kuesioner, lembar pengolahan, cara menghitung",
)


def show(c: Content) -> None:
    """The headline, the contents, and the gaps."""
    show_ikm(c.score, label="Nilai" if c.score.panel else "IKM yang dilaporkan", change=c.perubahan)
    listed = "".join(f"<li>{escape(part)}</li>" for part in _parts(c))
    st.html(f'<ul class="skm-prose">{listed}</ul>')
    found = gaps(c)
    if found:
        rows = "".join(f"<li>{escape(gap.teks)}{_mend(gap.halaman)}</li>" for gap in found)
        st.html(f'<h3 class="skm-form">Belum lengkap</h3><ul class="skm-prose">{rows}</ul>')


def _parts(c: Content) -> tuple[str, ...]:
    judged = "variabel" if c.score.panel else "unsur"
    return (
        *PARTS,
        f"{whole(c.n_kuesioner)} kuesioner dari {whole(c.n_responden)} responden, {len(c.layanan)} layanan, "
        f"{len(c.unsur)} {judged}; tertanggal {day(c.tanggal)}",
    )


def _mend(page: str) -> str:
    return f' <a href="{escape(link(page))}" target="_self">{TITLES[page]}</a>' if page in TITLES else ""


def preview(c: Content) -> None:
    """The pages of the PDF as pictures, on demand."""
    if st.toggle("Tampilkan halaman laporan", key="laporan_pratinjau"):
        st.html(built(_pages, c))


def _pages(c: Content) -> str:
    return pages_html(paper.pages(c, ppi=72), f"Laporan {c.judul}")
