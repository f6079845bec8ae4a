"""The one way an IKM or NRR reaches the screen: value, ±, mutu with its certainty, n, and what must be said.

Only figures that carry their precision (`results.measured`) are taken, so that none can stand alone. Below 10
questionnaires the value is withheld, below 30 it is flagged; a closed panel carries no mutu. Every piece of HTML
names its figure in `data-f` (`Measured.acuan`), every change in `data-c`.
"""

from __future__ import annotations

from html import escape
from typing import Literal, Protocol

import streamlit as st

from skm_core.results.change import Change
from skm_core.results.measured import Measured, MeasuredUnsur
from skm_core.results.showing import (
    PANEL,
    SEDIKIT,
    TANPA_DATA,
    TERSEMBUNYI,
    answers,
    doubt,
    margin,
    reasoned_margin,
    visible,
    visible_nrr,
)
from skm_core.rules import N_TANDA, Mutu
from skm_ui.certainty import certainty_html
from skm_ui.format import NO_DATA, decimal, whole

Size = Literal["l", "m", "s"]
DOT = "<i> · </i>"


class Movement(Protocol):
    """A change or difference: which one, its words, and whether it is certain."""

    @property
    def acuan(self) -> str:
        """Which movement this is."""

    @property
    def kata(self) -> str:
        """Verdict and points in words."""

    @property
    def certain(self) -> bool:
        """Whether it lies beyond the chance of the survey."""


def letter(score: Measured | None) -> str:
    """The letter of the mutu where room is short: "B", "B?" where it is not certain, "" without one."""
    return f"{score.mutu.huruf}{'' if score.mutu_pasti else '?'}" if score and score.mutu else ""


def ikm_html(score: Measured | None, *, size: Size = "m", change: Change | None = None) -> str:
    """An IKM as HTML: "82,35 ± 1,84 · B · n 1.600", and its movement in words if a change is given.

    `size` l = headline (64 px), m = tile, s = in a line or table cell.
    """
    if score is None or score.ikm is None:
        return _figure(size, "", [f'<b class="v none">{NO_DATA}</b>', _small(TANPA_DATA)])
    n = _small(f"n\N{NO-BREAK SPACE}{whole(score.n_kuesioner)}")
    if visible(score) is None:
        return _figure(size, score.acuan, [_small(TERSEMBUNYI, "hidden")])
    value = f'<b class="v">{decimal(score.ikm)}</b>'
    interval = _small(reasoned_margin(score), "pm")
    if score.mutu:
        grade = mutu_html(score.mutu, word=size == "l", sure=score.mutu_pasti)
    else:
        grade = _small(PANEL if score.panel else "mutu tidak ditetapkan", "outline")
    rest = [_small(doubt(score), "doubt")] if doubt(score) else []
    rest.append(n)
    if score.n_kuesioner < N_TANDA:
        rest.append(_small(SEDIKIT, "flag"))
    if change:
        rest.append(change_html(change))
    if size != "l":
        return _figure(size, score.acuan, [f"{value} {interval}", grade, *rest])
    notes = "".join(f'<span class="note">{escape(note)}</span>' for note in score.catatan)
    below = DOT.join([interval, *rest])
    return (
        f'<span class="skm-ikm skm-l" data-f="{escape(score.acuan)}"><span class="top">{value}{DOT}{grade}</span>'
        f"{below}{notes}</span>"
    )


def nrr_html(unsur: MeasuredUnsur | None, *, size: Size = "m") -> str:
    """An NRR (1 to 4) as HTML: "3,294 ± 0,051 · n 1.598"."""
    if unsur is None or unsur.nrr is None:
        return _figure(size, "", [f'<b class="v none">{NO_DATA}</b>', _small("tidak ada jawaban")])
    value = visible_nrr(unsur)
    if value is None:
        return _figure(size, unsur.acuan, [_small(TERSEMBUNYI, "hidden")])
    n = answers(unsur)
    shown = f'<b class="v">{decimal(value)}</b> {_small(margin(unsur), "pm")}'
    parts = [shown, _small(f"n\N{NO-BREAK SPACE}{whole(n)}")]
    if n < N_TANDA:
        parts.append(_small(SEDIKIT, "flag"))
    return _figure(size, unsur.acuan, parts)


def change_html(change: Movement) -> str:
    """A movement with its verdict: "naik 2,10, di luar batas kebetulan survei"; muted where nothing is certain."""
    kind = "verdict" if change.certain else "verdict open"
    return f'<span class="{kind}" data-c="{escape(change.acuan)}">{escape(change.kata)}</span>'


def mutu_html(mutu: Mutu, *, word: bool = False, sure: bool = True) -> str:
    """The chip of a grade: its letter, and its wording if `word`; hollow where the grade is not certain."""
    huruf, meaning = mutu.huruf, escape(mutu.kinerja)
    text = f"{huruf} {meaning}" if word else huruf
    kind, hint = (f"chip chip-{huruf}", "") if sure else (f"chip hollow chip-{huruf}", ", belum pasti")
    return f'<span class="{kind}" title="Mutu {huruf}: {meaning}{hint}">{text}</span>'


def show_ikm(score: Measured | None, *, size: Size = "l", label: str = "", change: Change | None = None) -> None:
    """Draw an IKM with a label above it, and under a headline how sure it is, on demand."""
    above = f'<p class="skm-label">{escape(label)}</p>' if label else ""
    sure = certainty_html(score) if size == "l" and score and visible(score) is not None else ""
    st.html(above + ikm_html(score, size=size, change=change) + sure)


def _small(text: str, kind: str = "n") -> str:
    return f'<span class="{kind}">{escape(text)}</span>'


def _figure(size: Size, acuan: str, parts: list[str]) -> str:
    named = f' data-f="{escape(acuan)}"' if acuan else ""
    return f'<span class="skm-ikm skm-{size}"{named}>{DOT.join(parts)}</span>'
