"""Twelve made-up questionnaires, laid out as in the official processing sheet and scored by the library."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from html import escape

import streamlit as st

from skm_core import reference, rules, scoring
from skm_core.counting import MAX_BUTIR, Group
from skm_core.results.measured import Measured, join
from skm_core.results.showing import visible_nrr
from skm_core.scoring import UnsurScore
from skm_core.terms import SEMUA
from skm_ui.figure import show_ikm
from skm_ui.format import NO_DATA, decimal

ANSWERS: tuple[tuple[int | None, ...], ...] = (
    (3, 3, 3, 4, 3, 3, 3, 3, 2),
    (4, 3, 3, 4, 3, 4, 4, 3, 3),
    (3, 3, 2, 4, 3, 3, 3, 3, 3),
    (3, 4, 3, 4, 4, 3, 4, 2, 3),
    (4, 4, 4, 4, 4, 4, 4, 4, 4),
    (3, 3, 3, 4, 3, 3, 3, 3, None),
    (3, 2, 2, 4, 3, 3, 3, 2, 2),
    (4, 3, 3, 4, 3, 3, 4, 3, 3),
    (3, 3, 3, None, 3, 3, 3, 3, 3),
    (3, 3, 4, 4, 3, 4, 4, 3, 3),
    (4, 4, 3, 4, 4, 4, 4, 3, None),
    (3, 3, 3, 4, 3, 3, 3, 3, 2),
)
"""One line per person, in the order of the standard questionnaire; None = not answered."""
INSTRUMEN = "skm9"


@cache
def scored() -> Measured:
    """The score of ANSWERS, by the same function as every figure of the dashboard."""
    (instrumen,) = (item for item in reference.instrumen() if item.kode == INSTRUMEN)
    given = list(zip(*ANSWERS, strict=True))
    unused = (0,) * (MAX_BUTIR - len(given))
    counted = Group(
        periode=None,
        layanan=None,
        kecamatan=None,
        kelurahan=None,
        pengumpul="kelurahan",
        panel=False,
        aturan=instrumen.aturan,
        instrumen=instrumen.kode,
        n_kuesioner=len(ANSWERS),
        n_jawaban=(*(sum(value is not None for value in item) for item in given), *unused),
        jumlah_nilai=(*(sum(value or 0 for value in item) for item in given), *unused),
    )
    (found,) = scoring.score_groups([counted], {INSTRUMEN: instrumen})
    return join(found, None, SEMUA)


def show() -> None:
    """The sheet and the index."""
    found = scored()
    names = {item.kunci: item.pendek for item in reference.unsur()}
    head = "".join(f'<th class="num">{escape(names[part.kunci])}</th>' for part in found.unsur)
    people = "".join(
        _row(str(number), [NO_DATA if value is None else str(value) for value in given])
        for number, given in enumerate(ANSWERS, 1)
    )
    sums = "".join(
        (
            _row("Jumlah nilai", [str(part.jumlah_nilai) for part in found.unsur], "sum"),
            _row("Banyaknya jawaban", [str(part.n_jawaban) for part in found.unsur]),
            _row("NRR", [decimal(visible_nrr(part)) for part in found.unsur]),
            _row("NRR × bobot 1/9", [_weighted(part) for part in found.unsur]),
        )
    )
    st.html(
        '<div class="skm-scroll" tabindex="0" role="group" aria-label="Tabel">'
        f'<table class="skm-table skm-sheet"><thead><tr><th>Responden</th>{head}</tr></thead>'
        f"<tbody>{people}{sums}</tbody></table></div>"
    )
    total = rules.publish_nrr(found.tertimbang or Fraction(0))
    st.html(
        f'<p class="skm-text">Jumlah baris terakhir adalah {decimal(total)}. Dikali {rules.KONVERSI} menjadi IKM:</p>'
    )
    show_ikm(found, size="m")


def _weighted(part: UnsurScore) -> str:
    return NO_DATA if part.nrr is None else decimal(rules.publish_nrr(part.nrr * part.bobot))


def _row(name: str, cells: Sequence[str], kind: str = "") -> str:
    numbers = "".join(f'<td class="num">{cell}</td>' for cell in cells)
    return f'<tr class="{kind}"><td>{escape(name)}</td>{numbers}</tr>'
