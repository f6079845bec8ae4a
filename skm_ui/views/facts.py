"""A short list of facts: a name and what is known of it, with hairlines between."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from skm_core.results.ringkasan import Change
from skm_core.scoring import Score
from skm_ui.figure import ikm_html, visible
from skm_ui.format import decimal


def facts_html(rows: Sequence[tuple[str, str]]) -> str:
    """Rows of a label (plain text) and a value (HTML)."""
    body = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in rows)
    return f'<dl class="skm-rows">{body}</dl>'


def change_text(change: Change | None, now: Score) -> str:
    """Movement in words, without judging it: "0,73 poin di atas Oktober–Desember 2020"; "" where nothing compares."""
    if change is None or visible(now) is None or visible(change.sebelum) is None:
        return ""
    if not change.poin:
        return f"sama dengan {change.sejak.nama}"
    way = "di atas" if change.poin > 0 else "di bawah"
    return f"{decimal(abs(change.poin))} poin {way} {change.sejak.nama}"


def figure_fact(name: str, score: Score | None) -> list[tuple[str, str]]:
    """One row with an IKM, none if there is none."""
    return [(name, ikm_html(score, size="s"))] if score is not None else []
