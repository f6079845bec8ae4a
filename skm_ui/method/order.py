"""Which number an unsur has in the rule's list and in the standard questionnaire, from the reference data."""

from __future__ import annotations

from html import escape

import streamlit as st

from skm_core import reference
from skm_core.rules import PERMENPAN_14_2017
from skm_ui.method.example import INSTRUMEN


def show() -> None:
    """One row per unsur; the two that change places are set in bold."""
    (asked,) = (item.butir for item in reference.instrumen() if item.kode == INSTRUMEN)
    place = {item.unsur_kunci: item.urutan for item in asked}
    rows = "".join(
        f"<tr{' class=strong' if place[item.kunci] != item.nomor else ''}><td>{escape(item.nama)}</td>"
        f'<td class="num">{item.nomor}</td><td class="num">{place[item.kunci]}</td></tr>'
        for item in reference.unsur()
        if item.aturan == PERMENPAN_14_2017.kode
    )
    st.html(
        '<table class="skm-table skm-narrow"><thead><tr><th>Unsur</th><th class="num">Dalam daftar aturan</th>'
        f'<th class="num">Dalam kuesioner baku</th></tr></thead><tbody>{rows}</tbody></table>'
    )
