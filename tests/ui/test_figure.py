"""Every IKM and NRR is written the same way, and never shows what a screen must withhold."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from html import unescape

import pytest

from skm_core.scoring import ButirScore, Score, UnsurScore
from skm_ui import figure

SCORE = Score(
    periode=None,
    layanan=None,
    kecamatan=None,
    kelurahan=None,
    pengumpul="kota",
    panel=False,
    aturan=("permenpan-14-2017",),
    instrumen=("skm9",),
    n_kuesioner=1600,
    ikm_exact=Fraction(8235, 100),
    unsur=(),
)


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html)))


@pytest.mark.parametrize("size", ["l", "m", "s"])
def test_value_mutu_and_n_always_stand_together(size: figure.Size) -> None:
    shown = plain(figure.ikm_html(SCORE, size=size))
    assert "82,35" in shown
    assert "B" in shown
    assert "n 1.600" in shown


def test_written_as_the_look_says() -> None:
    assert plain(figure.ikm_html(SCORE, interval=Decimal("1.8"))) == "82,35 ± 1,8 · B · n 1.600"
    assert figure.ikm_text(SCORE, interval=Decimal("1.8")).replace("\N{NO-BREAK SPACE}", " ") == (
        "82,35 ± 1,8 · B · n 1.600"
    )


def test_verdict_and_doubtful_mutu_have_their_place() -> None:
    shown = plain(figure.ikm_html(SCORE, verdict="naik 2,1 (di luar batas kebetulan)", maybe="mungkin A"))
    assert shown == "82,35 · B · mungkin A · n 1.600 · naik 2,1 (di luar batas kebetulan)"


@pytest.mark.parametrize(
    ("n", "hidden", "flagged"), [(9, True, False), (10, False, True), (29, False, True), (30, False, False)]
)
@pytest.mark.parametrize("size", ["l", "m", "s"])
def test_small_n(size: figure.Size, n: int, hidden: bool, flagged: bool) -> None:
    score = replace(SCORE, n_kuesioner=n)
    shown = plain(figure.ikm_html(score, size=size))
    assert ("82,35" not in shown) == hidden
    assert (figure.HIDDEN in shown) == hidden
    assert (figure.FEW in shown) == flagged
    assert ("82,35" not in figure.ikm_text(score)) == hidden
    assert (figure.visible(score) is None) == hidden


def test_panel_has_no_mutu() -> None:
    shown = plain(figure.ikm_html(replace(SCORE, panel=True), size="l"))
    assert "panel tertutup" in shown
    assert "Baik" not in shown
    assert "bukan sampel" in shown


def test_nothing_to_score_is_no_zero() -> None:
    for score in (None, replace(SCORE, ikm_exact=None, n_kuesioner=40)):
        assert plain(figure.ikm_html(score)) == "– · tanpa data"
        assert figure.visible(score) is None


def test_text_of_others_is_escaped() -> None:
    assert "<b>x" not in figure.ikm_html(SCORE, verdict="<b>x</b>")


def unsur(n: int) -> UnsurScore:
    items = (ButirScore("skm9", "b1", n, 3 * n), ButirScore("skm9", "b2", n - 1, 3 * (n - 1)))
    return UnsurScore("biaya", (3294, 1000), Fraction(1, 9), items)


def test_nrr_counts_people_not_answers() -> None:
    assert plain(figure.nrr_html(unsur(40))) == "3,294 · n 40"
    assert plain(figure.nrr_html(unsur(9))) == figure.HIDDEN
    assert figure.nrr_text(unsur(9)) == figure.HIDDEN
    assert figure.visible_nrr(unsur(9)) is None
    assert plain(figure.nrr_html(None)) == "– · tidak ada jawaban"
