"""The one line that shows what a recap without respondents states. Its figures never reach `skm_ui.figure`.

They have no questionnaires, so no interval and no mutu; the line says where they come from and that nothing is counted
from them.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from skm_core.results.recap import Pernyataan, stated
from skm_core.rules import N_SEMBUNYI
from skm_ui.cache import result
from skm_ui.filters import PENGUMPUL, Selection
from skm_ui.format import decimal, moment, whole


def recap_line(sel: Selection) -> None:
    """The statements for exactly the periode, layanan and place on screen; nothing where there is none."""
    if sel.periode is None:
        return
    asked = replace(sel.pilihan, periode=(sel.periode.kode,), pengumpul=None)
    if found := result(sel, stated, asked):
        st.html("".join(line_html(one) for one in found))


def line_html(one: Pernyataan) -> str:
    """ "Rekap tanpa data responden, dikirim 12 Mei 2019: IKM tertulis 82,10, n tertulis 100; tidak masuk hitungan." """
    when = moment(one.waktu).partition(" pukul")[0]
    return (
        f'<p class="skm-recap" data-rekap="{one.unggahan_id}"><b>Rekap tanpa data responden</b>, dikirim {when} '
        f"({escape(PENGUMPUL[one.pengumpul].lower())}, unggahan {one.unggahan_id}): {_figures(one)}. "
        "Tidak masuk hitungan.</p>"
    )


def _figures(one: Pernyataan) -> str:
    if one.n is not None and one.n < N_SEMBUNYI:
        return f"n tertulis kurang dari {N_SEMBUNYI}, tidak ditampilkan"
    parts = [f"IKM tertulis {decimal(one.ikm)}"] if one.ikm is not None else []
    if one.ikm_hitung is not None:
        parts.append(f"dihitung dari NRR {one.n_unsur} unsur yang tertulis {decimal(one.ikm_hitung)}")
    parts.append(f"n tertulis {whole(one.n)}" if one.n is not None else "n tidak tertulis")
    return ", ".join(parts)
