"""The tables of mutu as the code holds them, and what the rounded weights of some agencies do."""

from __future__ import annotations

from fractions import Fraction

import streamlit as st

from skm_core import rules
from skm_core.rules import NILAI, PERMENPAN_14_2017, RULE_SETS, RuleSet
from skm_core.scoring import by_rounded_weights
from skm_ui.figure import mutu_html
from skm_ui.format import decimal
from skm_ui.method.example import scored

NEAR_A = (Fraction("88.305"), Fraction("88.3049"))
"""Two indexes that show where the boundary of A lies."""


def show_grades() -> None:
    """One table per rule set, and what happens at a boundary."""
    for column, rule_set in zip(st.columns(2, gap="large"), RULE_SETS.values(), strict=True):
        column.html(f'<p class="skm-label skm-mutu">{rule_set.nama}, {rule_set.n_unsur} unsur</p>{_grades(rule_set)}')
    shown = ", ".join(
        f"{decimal(rules.round_half_up(index, 4).normalize())} terbit sebagai {decimal(rules.publish_ikm(index))} dan "
        f"bermutu {rules.mutu(index).huruf}"
        for index in NEAR_A
    )
    st.html(
        '<p class="skm-text">Yang dinilai adalah angka terbit, dengan dua desimal, dan hanya batas bawahnya. Jadi '
        f"tidak ada angka yang jatuh di antara dua mutu: {shown}.</p>"
    )


def _grades(rule_set: RuleSet) -> str:
    rows = "".join(
        f'<tr><td>{mutu_html(grade)}</td><td>{grade.kinerja}</td><td class="num">{grade.interval_nrr}</td>'
        f'<td class="num">{grade.interval_ikm}</td></tr>'
        for grade in rule_set.mutu
    )
    return (
        '<table class="skm-table"><thead><tr><th>Mutu</th><th>Kinerja</th><th class="num">Nilai interval</th>'
        f'<th class="num">IKM</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def show_weights() -> None:
    """The worked example and a perfect unit, by 1/9 and by each rounded weight."""
    perfect = [Fraction(NILAI[-1])] * PERMENPAN_14_2017.n_unsur
    lines = [("1/9, tepat", scored().ikm, rules.IKM_MAX)]
    lines += [
        (weight.replace(".", ","), index, rules.ikm_by_weight(perfect, weight))
        for weight, index in reversed(by_rounded_weights(scored()).items())
    ]
    rows = "".join(
        f'<tr><td>{weight}</td><td class="num">{decimal(index)} {mutu_html(rules.mutu(index)) if index else ""}</td>'
        f'<td class="num">{decimal(best)}</td></tr>'
        for weight, index, best in lines
    )
    st.html(
        '<table class="skm-table skm-narrow"><thead><tr><th>Bobot tiap unsur</th><th class="num">Contoh di atas</th>'
        f'<th class="num">Semua menjawab 4</th></tr></thead><tbody>{rows}</tbody></table>'
    )
