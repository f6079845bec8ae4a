"""The one way an IKM or NRR reaches the screen: value, ±, mutu with its certainty, n, and what must be said.

Only figures that carry their precision (`results.measured`) are taken, so that none can stand alone. Below 10
questionnaires the value is withheld, below 30 it is flagged; a closed panel carries no mutu. Every piece of HTML
names its figure in `data-f` (`Measured.acuan`), every change in `data-c`.
"""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import Literal, Protocol

import streamlit as st

from skm_core.results.change import Change
from skm_core.results.measured import Measured, MeasuredUnsur
from skm_core.rules import N_SEMBUNYI, N_TANDA, Mutu
from skm_core.scoring import Score
from skm_ui.certainty import certainty_html
from skm_ui.format import NO_DATA, decimal, plus_minus, whole

Size = Literal["l", "m", "s"]
HIDDEN = f"n kurang dari {N_SEMBUNYI}, tidak ditampilkan"
FEW = "sedikit jawaban"
PANEL = "panel tertutup"
NO_INTERVAL = "tanpa rentang"
ALIKE = f"{NO_INTERVAL}: semua jawaban sama"
UNSURE = "mutu belum pasti"
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


def visible(score: Score | None) -> Decimal | None:
    """The published IKM if a screen may show it, else None. Charts draw only this."""
    return None if score is None or score.n_kuesioner < N_SEMBUNYI else score.ikm


def visible_nrr(unsur: MeasuredUnsur | None) -> Decimal | None:
    """The published NRR if a screen may show it, else None."""
    return None if unsur is None or answers(unsur) < N_SEMBUNYI else unsur.nrr_terbit


def answers(unsur: MeasuredUnsur) -> int:
    """Questionnaires that answered the unsur: the most answered of its items."""
    return max((item.n_jawaban for item in unsur.butir), default=0)


def margin_text(figure: Measured | MeasuredUnsur) -> str:
    """± 1,84, or that there is no interval."""
    return NO_INTERVAL if figure.plus_minus is None else plus_minus(figure.plus_minus)


def _margin(score: Measured) -> str:
    """As `margin_text`, and why there is no interval if nothing varies; for where there is room."""
    sure = score.presisi
    return ALIKE if sure and sure.tanpa_ragam and not sure.klaster else margin_text(score)


def doubt(score: Measured) -> str:
    """What must be said of an uncertain mutu: "mungkin A", "mutu belum pasti", or nothing."""
    if score.mutu_pasti:
        return ""
    return f"mungkin {score.mutu_mungkin}" if score.mutu_mungkin else UNSURE


def letter(score: Measured | None) -> str:
    """The letter of the mutu where room is short: "B", "B?" where it is not certain, "" without one."""
    return f"{score.mutu.huruf}{'' if score.mutu_pasti else '?'}" if score and score.mutu else ""


def ikm_text(score: Measured | None) -> str:
    """Plain text for tooltips and alternative texts: "82,35 ± 1,84 · B, mungkin A · n 1.600"."""
    value = visible(score)
    if score is None or score.ikm is None:
        return "tanpa data"
    if value is None:
        return HIDDEN
    grade = score.mutu.huruf if score.mutu else PANEL if score.panel else ""
    grade = ", ".join(part for part in (grade, doubt(score)) if part)
    shown = f"{decimal(value)}{' ' if score.rentang else ' · '}{_margin(score)}"
    return " · ".join(part for part in (shown, grade, f"n {whole(score.n_kuesioner)}") if part)


def nrr_text(unsur: MeasuredUnsur | None) -> str:
    """Plain text of an NRR: "3,294 ± 0,051 · n 1.598"."""
    if unsur is None or unsur.nrr is None:
        return "tidak ada jawaban"
    value = visible_nrr(unsur)
    if value is None:
        return HIDDEN
    shown = f"{decimal(value)} {margin_text(unsur)}" if unsur.rentang else f"{decimal(value)} · {NO_INTERVAL}"
    return f"{shown} · n {whole(answers(unsur))}"


def ikm_html(score: Measured | None, *, size: Size = "m", change: Change | None = None) -> str:
    """An IKM as HTML: "82,35 ± 1,84 · B · n 1.600", and its movement in words if a change is given.

    `size` l = headline (64 px), m = tile, s = in a line or table cell.
    """
    if score is None or score.ikm is None:
        return _figure(size, "", [f'<b class="v none">{NO_DATA}</b>', _small("tanpa data")])
    n = _small(f"n\N{NO-BREAK SPACE}{whole(score.n_kuesioner)}")
    if visible(score) is None:
        return _figure(size, score.acuan, [_small(HIDDEN, "hidden")])
    value = f'<b class="v">{decimal(score.ikm)}</b>'
    margin = _small(_margin(score), "pm")
    if score.mutu:
        grade = mutu_html(score.mutu, word=size == "l", sure=score.mutu_pasti)
    else:
        grade = _small(PANEL if score.panel else "mutu tidak ditetapkan", "outline")
    rest = [_small(doubt(score), "doubt")] if doubt(score) else []
    rest.append(n)
    if score.n_kuesioner < N_TANDA:
        rest.append(_small(FEW, "flag"))
    if change:
        rest.append(change_html(change))
    if size != "l":
        return _figure(size, score.acuan, [f"{value} {margin}", grade, *rest])
    notes = "".join(f'<span class="note">{escape(note)}</span>' for note in score.catatan)
    below = DOT.join([margin, *rest])
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
        return _figure(size, unsur.acuan, [_small(HIDDEN, "hidden")])
    n = answers(unsur)
    shown = f'<b class="v">{decimal(value)}</b> {_small(margin_text(unsur), "pm")}'
    parts = [shown, _small(f"n\N{NO-BREAK SPACE}{whole(n)}")]
    if n < N_TANDA:
        parts.append(_small(FEW, "flag"))
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
