"""Tables of the page: the figures behind each chart, as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from skm_core.reports import figure
from skm_core.reports.content import Content
from skm_core.results import showing
from skm_core.results.measured import Measured
from skm_core.rules import N_SEMBUNYI
from skm_core.writing import angka

WITHHELD = f"Nilai dari kurang dari {N_SEMBUNYI} kuesioner tidak ditampilkan (–)."


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, note: str = "") -> str:
    """A table with a caption; the first column names the row, the others are figures."""
    kinds = [_KINDS.get(one, "num") for one in heads]
    head = "".join(
        f'<th scope="col" class="{kind if at else "name"}">{escape(one)}</th>'
        for at, (one, kind) in enumerate(zip(heads, kinds, strict=True))
    )
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f'<td class="{kind}">{escape(one)}</td>' for kind, one in zip(kinds[1:], rest, strict=True))
        + "</tr>"
        for first, *rest in rows
    )
    said = f'<p class="small">{escape(note)}</p>' if note else ""
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}"><table><caption>'
        f"{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{said}"
    )


_KINDS = {"Rentang 95%": "num more", "IKM": "num figure", "Nilai": "num figure", "NRR": "num figure"}
"""Columns that a phone leaves out, and such that it does not break."""


def heads(c: Content) -> tuple[str, ...]:
    """Heads of the columns that `cells` fills; a closed panel has no IKM."""
    return ("Nilai" if c.score.panel else "IKM", "Rentang 95%", "Mutu", "n")


def behind(made: str, what: str) -> str:
    """A table folded under the chart it belongs to."""
    return f"<details><summary>Tabel angka per {what}</summary>{made}</details>"


def cells(score: Measured | None) -> tuple[str, ...]:
    """IKM with ±, interval, mutu with its certainty, and n; dashes where the figure may not be shown."""
    if score is None or score.ikm is None:
        return (*[figure.KOSONG] * 3, "0")
    value, n = showing.visible(score), angka(score.n_kuesioner)
    if value is None:
        return (*[figure.KOSONG] * 3, n)
    few = f", {showing.SEDIKIT}" if showing.SEDIKIT in figure.ikm(score) else ""
    shown = angka(value) if score.rentang is None else f"{angka(value)} {showing.margin(score)}"
    return (
        shown,
        figure.span(score) if score.rentang else showing.TANPA_RENTANG,
        figure.grade(score) or figure.KOSONG,
        f"{n}{few}",
    )


def withheld(scores: Iterable[Measured | None]) -> str:
    """The note under a table in which a figure is withheld."""
    hidden = any(one is not None and one.ikm is not None and showing.visible(one) is None for one in scores)
    return WITHHELD if hidden else ""
