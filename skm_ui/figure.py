"""The one way an IKM or NRR reaches the screen: value, room for ±, mutu with its letter, n, and what must be said.

No page writes a score on its own. Below 10 questionnaires the value is withheld, below 30 it is flagged; a closed
panel carries no mutu.
"""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import Literal

import streamlit as st

from skm_core.rules import N_SEMBUNYI, N_TANDA, Mutu
from skm_core.scoring import Score, UnsurScore
from skm_ui.format import NO_DATA, decimal, plus_minus, whole

Size = Literal["l", "m", "s"]
HIDDEN = f"n kurang dari {N_SEMBUNYI}, tidak ditampilkan"
FEW = "sedikit jawaban"
PANEL = "panel tertutup"
DOT = "<i> · </i>"


def visible(score: Score | None) -> Decimal | None:
    """The published IKM if a screen may show it, else None. Charts draw only this."""
    return None if score is None or score.n_kuesioner < N_SEMBUNYI else score.ikm


def visible_nrr(unsur: UnsurScore | None) -> Decimal | None:
    """The published NRR if a screen may show it, else None."""
    return None if unsur is None or answers(unsur) < N_SEMBUNYI else unsur.nrr_terbit


def answers(unsur: UnsurScore) -> int:
    """Questionnaires that answered the unsur: the most answered of its items."""
    return max((item.n_jawaban for item in unsur.butir), default=0)


def ikm_text(score: Score | None, *, interval: Decimal | None = None) -> str:
    """Plain text for tooltips and alternative texts: "82,35 ± 1,8 · B · n 1.600"."""
    value = visible(score)
    if score is None or score.ikm is None:
        return "tanpa data"
    if value is None:
        return HIDDEN
    shown = decimal(value) if interval is None else f"{decimal(value)} {plus_minus(interval)}"
    grade = score.mutu.huruf if score.mutu else PANEL if score.panel else ""
    return " · ".join(part for part in (shown, grade, f"n {whole(score.n_kuesioner)}") if part)


def nrr_text(unsur: UnsurScore | None) -> str:
    """Plain text of an NRR: "3,294 · n 1.598"."""
    if unsur is None or unsur.nrr is None:
        return "tidak ada jawaban"
    value = visible_nrr(unsur)
    return HIDDEN if value is None else f"{decimal(value)} · n {whole(answers(unsur))}"


def ikm_html(
    score: Score | None,
    *,
    size: Size = "m",
    interval: Decimal | None = None,
    verdict: str | None = None,
    maybe: str | None = None,
) -> str:
    """An IKM as HTML: "82,35 ± 1,8 · B · n 1.600".

    `interval` is the half width in points, `verdict` a short Indonesian word on change, `maybe` a word on an
    uncertain mutu ("mungkin A"). `size` l = headline (64 px), m = tile, s = in a line or table cell.
    """
    if score is None or score.ikm is None:
        return _figure(size, [f'<b class="v none">{NO_DATA}</b>', _small("tanpa data")])
    n = _small(f"n\N{NO-BREAK SPACE}{whole(score.n_kuesioner)}")
    if visible(score) is None:
        return _figure(size, [_small(HIDDEN, "hidden")])
    value = f'<b class="v">{decimal(score.ikm)}</b>'
    margin = "" if interval is None else f'<span class="pm">{plus_minus(interval)}</span>'
    if score.mutu:
        grade = mutu_html(score.mutu, word=size == "l")
    else:
        grade = _small(PANEL if score.panel else "mutu tidak ditetapkan", "outline")
    rest = [_small(maybe)] if maybe else []
    rest.append(n)
    if score.n_kuesioner < N_TANDA:
        rest.append(_small(FEW, "flag"))
    if verdict:
        rest.append(f'<span class="verdict">{escape(verdict)}</span>')
    if size != "l":
        return _figure(size, [f"{value} {margin}" if margin else value, grade, *rest])
    notes = "".join(f'<span class="note">{escape(note)}</span>' for note in score.catatan)
    below = DOT.join([margin, *rest] if margin else rest)
    return f'<span class="skm-ikm skm-l"><span class="top">{value}{DOT}{grade}</span>{below}{notes}</span>'


def nrr_html(unsur: UnsurScore | None, *, size: Size = "m", interval: Decimal | None = None) -> str:
    """An NRR (1 to 4) as HTML: "3,294 · n 1.598"."""
    if unsur is None or unsur.nrr is None:
        return _figure(size, [f'<b class="v none">{NO_DATA}</b>', _small("tidak ada jawaban")])
    value = visible_nrr(unsur)
    if value is None:
        return _figure(size, [_small(HIDDEN, "hidden")])
    shown = f'<b class="v">{decimal(value)}</b>'
    if interval is not None:
        shown += f' <span class="pm">{plus_minus(interval)}</span>'
    n = answers(unsur)
    parts = [shown, _small(f"n\N{NO-BREAK SPACE}{whole(n)}")]
    if n < N_TANDA:
        parts.append(_small(FEW, "flag"))
    return _figure(size, parts)


def mutu_html(mutu: Mutu, *, word: bool = False) -> str:
    """The chip of a grade: its letter, and its wording if `word`."""
    letter, meaning = mutu.huruf, escape(mutu.kinerja)
    text = f"{letter} {meaning}" if word else letter
    return f'<span class="chip chip-{letter}" title="Mutu {letter}: {meaning}">{text}</span>'


def show_ikm(
    score: Score | None,
    *,
    size: Size = "l",
    label: str = "",
    interval: Decimal | None = None,
    verdict: str | None = None,
    maybe: str | None = None,
) -> None:
    """Draw an IKM with a label above it."""
    above = f'<p class="skm-label">{escape(label)}</p>' if label else ""
    st.html(above + ikm_html(score, size=size, interval=interval, verdict=verdict, maybe=maybe))


def _small(text: str, kind: str = "n") -> str:
    return f'<span class="{kind}">{escape(text)}</span>'


def _figure(size: Size, parts: list[str]) -> str:
    return f'<span class="skm-ikm skm-{size}">{DOT.join(parts)}</span>'
