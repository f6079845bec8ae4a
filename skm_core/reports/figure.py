"""The one way a figure is written in a document: value, ±, mutu with its certainty, n. The words of the screens."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from skm_core.results.measured import Measured, MeasuredUnsur
from skm_core.rules import N_SEMBUNYI, N_TANDA, publish_nrr
from skm_core.writing import angka, jangka, tanggal

KOSONG = "–"
"""Stands where a figure would be when there is none; never 0."""
TERSEMBUNYI = f"n kurang dari {N_SEMBUNYI}, tidak ditampilkan"
TANPA_DATA = "tanpa data"
TANPA_RENTANG = "tanpa rentang"
PANEL = "panel tertutup"
BELUM_PASTI = "mutu belum pasti"
SEDIKIT = "sedikit jawaban"


def visible(score: Measured | None) -> Decimal | None:
    """The published IKM if a document may print it, else None."""
    return None if score is None or score.n_kuesioner < N_SEMBUNYI else score.ikm


def answers(unsur: MeasuredUnsur) -> int:
    """Questionnaires that answered the unsur: the most answered of its items."""
    return max((item.n_jawaban for item in unsur.butir), default=0)


def visible_nrr(unsur: MeasuredUnsur | None) -> Decimal | None:
    """The published NRR if a document may print it, else None."""
    return None if unsur is None or answers(unsur) < N_SEMBUNYI else unsur.nrr_terbit


def margin(figure: Measured | MeasuredUnsur) -> str:
    """ "± 1,84", or that there is no interval."""
    return TANPA_RENTANG if figure.plus_minus is None else f"±\N{NO-BREAK SPACE}{angka(figure.plus_minus)}"


def span(figure: Measured | MeasuredUnsur) -> str:
    """The 95 % interval: "80,51–84,19", or a dash."""
    return KOSONG if figure.rentang is None else f"{angka(figure.rentang[0])}–{angka(figure.rentang[1])}"


def grade(score: Measured | None) -> str:
    """The mutu with its certainty: "B", "B, mungkin A", "B, mutu belum pasti"; "" where nothing may be graded."""
    if score is None or visible(score) is None or score.mutu is None:
        return ""
    if score.mutu_pasti:
        return score.mutu.huruf
    return f"{score.mutu.huruf}, {f'mungkin {score.mutu_mungkin}' if score.mutu_mungkin else BELUM_PASTI}"


def ikm(score: Measured | None) -> str:
    """The whole figure: "82,35 ± 1,84 · B, mungkin A · n 1.600"; in words where there is none to print."""
    if score is None or score.ikm is None:
        return TANPA_DATA
    value = visible(score)
    if value is None:
        return TERSEMBUNYI
    shown = f"{angka(value)} {margin(score)}" if score.rentang else f"{angka(value)} · {TANPA_RENTANG}"
    word = grade(score) or (PANEL if score.panel else "")
    few = SEDIKIT if score.n_kuesioner < N_TANDA else ""
    return " · ".join(part for part in (shown, word, f"n {angka(score.n_kuesioner)}", few) if part)


def nrr(unsur: MeasuredUnsur | None) -> str:
    """The whole NRR: "3,294 ± 0,051 · n 1.598"; in words where there is none to print."""
    if unsur is None or unsur.nrr is None:
        return "tidak ada jawaban"
    value = visible_nrr(unsur)
    if value is None:
        return TERSEMBUNYI
    shown = f"{angka(value)} {margin(unsur)}" if unsur.rentang else f"{angka(value)} · {TANPA_RENTANG}"
    return f"{shown} · n {angka(answers(unsur))}"


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
