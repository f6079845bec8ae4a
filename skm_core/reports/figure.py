"""The one way a figure is written in a document: value, ±, mutu with its certainty, n. The words of the screens."""

from __future__ import annotations

from datetime import date

from skm_core.results.measured import Measured, MeasuredUnsur
from skm_core.results.showing import SEDIKIT, doubt, ikm_text, visible
from skm_core.rules import N_TANDA, publish_nrr
from skm_core.writing import angka, jangka, tanggal

KOSONG = "–"
"""Stands where a figure would be when there is none; never 0."""


def span(figure: Measured | MeasuredUnsur) -> str:
    """The 95% interval: "80,51–84,19", or a dash."""
    return KOSONG if figure.rentang is None else f"{angka(figure.rentang[0])}–{angka(figure.rentang[1])}"


def grade(score: Measured | None) -> str:
    """The mutu with its certainty: "B", "B, mungkin A", "B, mutu belum pasti"; "" where nothing may be graded."""
    if score is None or visible(score) is None or score.mutu is None:
        return ""
    return ", ".join(part for part in (score.mutu.huruf, doubt(score)) if part)


def ikm(score: Measured | None) -> str:
    """The whole figure, flagged where few answered: "82,35 ± 1,84 · B · n 24 · sedikit jawaban"."""
    few = visible(score) is not None and score is not None and score.n_kuesioner < N_TANDA
    return f"{ikm_text(score)} · {SEDIKIT}" if few else ikm_text(score)


def weighted(unsur: MeasuredUnsur) -> str:
    """NRR × weight, three decimals, as the processing sheet prints it; a dash without answers."""
    return KOSONG if unsur.nrr is None else angka(publish_nrr(unsur.nrr * unsur.bobot))


def whole(value: int | None) -> str:
    """1600 → "1.600"; None → dash."""
    return KOSONG if value is None else angka(value)


def day(value: date | None) -> str:
    """24 April 2019; None → dash."""
    return KOSONG if value is None else tanggal(value)


def days(first: date | None, last: date | None) -> str:
    """1–30 April 2019, 1 April – 30 Juni 2019, or one day; a dash for nothing."""
    if first is None or last is None:
        return day(first or last)
    return jangka(first, last)
