"""A short list of facts: a name and what is known of it, with hairlines between."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from html import escape

from skm_core.results.change import Change
from skm_core.results.measured import Measured, MeasuredUnsur
from skm_core.results.showing import ARTI_PASTI, not_random, visible
from skm_core.results.wording import weakest
from skm_ui.charts.time import short
from skm_ui.figure import change_html, ikm_html

KECAMATAN_DOTS = 2
"""Dots in the code of a kecamatan."""


def facts_html(rows: Sequence[tuple[str, str]]) -> str:
    """Rows of a label (plain text) and a value (HTML)."""
    body = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in rows)
    return f'<dl class="skm-rows">{body}</dl>'


def change_fact(change: Change | None, now: Measured) -> list[tuple[str, str]]:
    """One row with the movement and its verdict; none where nothing compares or may be shown."""
    if change is None or visible(now) is None or visible(change.sebelum) is None:
        return []
    return [(f"Sejak {short(change.sejak.nama)}", change_html(change))]


def figure_fact(name: str, score: Measured | None) -> list[tuple[str, str]]:
    """One row with an IKM, none if there is none."""
    return [(name, ikm_html(score, size="s"))] if score is not None else []


def verdict_note(score: Measured | None) -> str:
    """What the verdicts of a page mean where its respondents were not drawn at random; said once, else ""."""
    return ARTI_PASTI if score is not None and not_random(score) else ""


def pooled(scores: Iterable[Measured | None]) -> str:
    """What must be said where kecamatan of the city's sample stand: their intervals borrow from one another."""
    alone = any(
        score.presisi.rancangan == "klaster" and (score.dari.wilayah or "").count(".") == KECAMATAN_DOTS
        for score in scores
        if score and score.rentang and score.presisi
    )
    return " Rentang kecamatan memakai keragaman antarkelurahan dari semua kecamatan." if alone else ""


def weakest_title(lowest: Collection[str], rows: Sequence[tuple[str, MeasuredUnsur]], score: Measured) -> str:
    """Which of the unsur drawn (name and figure, weakest first) cannot be told apart from the lowest."""
    return weakest([name for name, part in rows if part.kunci in lowest], len(rows), score)
