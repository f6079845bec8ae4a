"""The line under a headline: the same index without flagged questionnaires, computed only when asked for."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from skm_core.results.flagged import Pasangan, with_and_without
from skm_core.results.measured import Measured
from skm_core.terms import Pilihan
from skm_ui.cache import result
from skm_ui.filters import Selection
from skm_ui.format import whole
from skm_ui.navigation import change, page_link
from skm_ui.quality.figures import difference, left_html, left_out

PARAMETER, ON = "bertanda", "tanpa"
"""In the address, so that it stays on from page to page, and in a link that is sent on."""


def flagged_line(sel: Selection, score: Measured | None) -> None:
    """Offer the headline `score` of the selection without flagged questionnaires, or show it where that was asked.

    The periode, place and pengumpul are those of the figure itself; the selection gives the rest.
    """
    if score is None:
        return
    with st.container(key="skm-bertanda", horizontal=True):
        if st.query_params.get(PARAMETER) != ON:
            _button("Hitung tanpa kuesioner yang isiannya janggal", ON)
            return
        found = _pair(sel, score)
        st.html(_line(found) if found else '<p class="skm-pair">Tidak dapat dihitung untuk pilihan ini.</p>')
        page_link("kualitas", "Kualitas data", periode=_only(sel, score).periode[0])
        _button("Sembunyikan", None)


def _button(label: str, value: str | None) -> None:
    st.button(label, type="tertiary", key="tombol-bertanda", on_click=change, kwargs={PARAMETER: value})


def _only(sel: Selection, score: Measured) -> Pilihan:
    periode = (score.periode,) if score.periode else sel.pilihan.periode
    return replace(sel.pilihan, periode=periode, pengumpul=score.pengumpul)


def _pair(sel: Selection, score: Measured) -> Pasangan | None:
    found = [one for one in result(sel, with_and_without, _only(sel, score)) if one.semua.panel == score.panel]
    return found[0] if len(found) == 1 else None


def _line(one: Pasangan) -> str:
    if not one.n_bertanda:
        return (
            f'<p class="skm-pair">Tidak ada kuesioner janggal di antara {whole(one.semua.n_kuesioner)} kuesioner.</p>'
        )
    change = difference(one)
    return (
        f'<p class="skm-pair"><span>{escape(left_out(one).capitalize())}</span> {left_html(one)}'
        f"{f' <b>({change})</b>' if change else ''}</p>"
    )
