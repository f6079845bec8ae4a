"""The verdicts on a change or a difference, from the one table of the library."""

from __future__ import annotations

from decimal import Decimal
from html import escape

import streamlit as st

from skm_core.compare.verdict import ALFA, MARGIN_IKM, PUTUSAN
from skm_ui.format import decimal

MARGIN = decimal(Decimal(str(MARGIN_IKM)).normalize())
WHEN = {
    "naik": "Selisihnya ke atas, dan terlalu besar untuk kebetulan.",
    "turun": "Selisihnya ke bawah, dan terlalu besar untuk kebetulan.",
    "tetap": f"Seluruh rentang selisihnya di dalam ± {MARGIN} poin.",
    "ragu": "Selain itu: datanya belum cukup untuk memutuskan.",
}
RULES = (
    f"Selisih sampai {MARGIN} poin dianggap tidak penting, walaupun pasti. Ini pilihan dasbor, bukan bunyi aturan.",
    "Bila banyak perbandingan dibaca sekaligus, sebagian tampak berbeda hanya karena kebetulan. Karena itu syaratnya "
    "diperketat untuk seluruh daftar (cara Holm): peluang satu saja putusan yang keliru paling besar "
    f"{int(100 * ALFA)}%.",
    "Kelurahan yang terpilih pada dua periode diperhitungkan, karena penilaian di tempat yang sama bergerak bersama.",
    "Dua tempat atau layanan yang urutannya belum dapat dipastikan disebut setara.",
    "Membandingkan dua rentang dengan mata tidak cukup: dua rentang boleh bertumpuk sedikit padahal selisihnya pasti.",
)


def show() -> None:
    """One row per verdict: its words for a change and for a comparison, and when it is given."""
    rows = "".join(
        f'<tr><td><b>{escape(one.perubahan)}</b></td><td data-label="Antarbagian">{escape(one.perbandingan)}</td>'
        f'<td data-label="Kapan">{escape(WHEN[one.kunci])}</td>'
        f'<td data-label="Artinya">{escape(one.penjelasan)}</td></tr>'
        for one in PUTUSAN.values()
    )
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Antarperiode", "Antarbagian", "Kapan", "Artinya"))
    st.html(
        '<div class="skm-scroll" tabindex="0" role="group" aria-label="Tabel">'
        f'<table class="skm-table skm-cards"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )
