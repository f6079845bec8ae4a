"""What will be in the report: the figure, what it rests on, and what is still missing."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core.reports.content import Content
from skm_core.reports.laporan import paper
from skm_core.reports.letters import paper as letter_paper
from skm_core.reports.letters.letter import letter
from skm_core.reports.poster import paper as poster_paper
from skm_core.reports.readiness import gaps
from skm_core.reports.scope import JENIS, KELURAHAN
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
    """What the documents look like, each on demand."""
    with st.container(horizontal=True, gap="medium"):
        chosen = [
            draw
            for key, (label, scopes, draw) in PREVIEWS.items()
            if c.scope.jenis in scopes and st.toggle(label, key=f"laporan_pratinjau{key}")
        ]
    for draw in chosen:
        st.html(built(draw, c))


def _report(c: Content) -> str:
    return pages_html(paper.pages(c, ppi=72), f"Laporan {c.judul}")


def _letter(c: Content) -> str:
    return pages_html(letter_paper.pages([letter(c)], ppi=110), f"Surat umpan balik {c.judul}")


def _poster(c: Content) -> str:
    return pages_html([poster_paper.png(c, "a4", ppi=80), poster_paper.square(c)], f"Poster IKM {c.judul}")


PREVIEWS = {
    "": ("Tampilkan halaman laporan", JENIS, _report),
    "_surat": ("Tampilkan surat umpan balik", (KELURAHAN,), _letter),
    "_poster": ("Tampilkan poster dan gambar WhatsApp", JENIS, _poster),
}
"""End of the widget's key → label, kinds of scope, and how the pages are drawn."""
