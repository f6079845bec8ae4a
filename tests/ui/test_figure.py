"""Every IKM and NRR is written the same way, and never shows what a screen must withhold."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from html import unescape

import pytest

from skm_core.precision import Precision, UnsurPrecision, certainty
from skm_core.precision.student import quantile
from skm_core.results import showing
from skm_core.results.measured import Measured, MeasuredUnsur, join
from skm_core.scoring import ButirScore, Score
from skm_core.terms import SEMUA, Pilihan
from skm_ui import figure
from skm_ui.certainty import sentences

BARE = Score(
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


def precision(ikm: float, half: float | None, n: int = 1600) -> Precision:
    """A figure of the city's design with 8 degrees of freedom and the half-width asked for."""
    se = None if half is None else half / quantile(8)
    return Precision(
        periode=None,
        layanan=None,
        kecamatan=None,
        kelurahan=None,
        golongan=None,
        pengumpul="kota",
        panel=False,
        aturan=("permenpan-14-2017",),
        rancangan="klaster",
        bobot="pooled",
        n=n,
        ikm=ikm,
        se=se,
        lower=None if half is None else ikm - half,
        upper=None if half is None else ikm + half,
        df=8,
        deff=4.0,
        indikatif=True,
        metode="Rentang 95% dari keragaman antarkelurahan.",
        kepastian=None if se is None else certainty(ikm, se, 8),
        unsur=(),
    )


def measured(ikm: str = "82.35", half: float | None = 1.84, **changes: object) -> Measured:
    score = replace(BARE, ikm_exact=Fraction(ikm), **changes)  # type: ignore[arg-type]
    return join(score, precision(float(ikm), half, score.n_kuesioner), SEMUA)


SCORE = measured()


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html)))


@pytest.mark.parametrize("size", ["l", "m", "s"])
def test_value_mutu_and_n_always_stand_together(size: figure.Size) -> None:
    shown = plain(figure.ikm_html(SCORE, size=size))
    assert "82,35" in shown
    assert "B" in shown
    assert "n 1.600" in shown


@pytest.mark.parametrize(
    ("ikm", "half", "said"),
    [
        ("82.35", 1.84, "82,35 ± 1,84 · B · n 1.600"),
        ("87.50", 1.84, "87,50 ± 1,84 · B · mungkin A · n 1.600"),
        ("88.31", 0.10, "88,31 ± 0,10 · A · mungkin B · n 1.600"),
        ("82.35", 9.00, "82,35 ± 9,00 · B · mutu belum pasti · n 1.600"),
        ("82.35", None, "82,35 tanpa rentang · B · mutu belum pasti · n 1.600"),
    ],
)
def test_written_as_the_look_says(ikm: str, half: float | None, said: str) -> None:
    html = figure.ikm_html(measured(ikm, half))
    assert plain(html) == said
    assert ('class="chip hollow' in html) == ("mungkin" in said or "belum pasti" in said)
    text = showing.ikm_text(measured(ikm, half)).replace("\N{NO-BREAK SPACE}", " ")
    assert text == said.replace(" · mungkin", ", mungkin").replace(" · mutu", ", mutu").replace(" tanpa", " · tanpa")


def test_a_panel_has_no_grade_to_doubt() -> None:
    panel = replace(SCORE, panel=True, presisi=None)
    assert panel.mutu is None and panel.mutu_pasti and figure.doubt(panel) == ""


def test_interval_is_clipped_to_the_scale() -> None:
    score = measured("98.00", 5.0)
    assert score.rentang == (Decimal("93.00"), Decimal("100.00"))
    assert score.plus_minus == Decimal("5.00")
    unsur = UnsurPrecision("biaya", 40, 3.98, 0.05, 3.87, 4.09, None)
    assert unsur.rentang == (Decimal("3.870"), Decimal("4.000"))


def test_certainty_in_plain_words() -> None:
    said = " ".join(sentences(SCORE)).replace("\N{NO-BREAK SPACE}", " ")
    assert "antara 80,51 dan 84,19" in said
    assert "lebih dari 99% di mutu B (baik)" in said
    assert "setara dengan 400 kuesioner acak" in said
    assert "Responden tidak dipilih acak: yang pasti di sini hanya di luar kebetulan survei" in said
    assert "bias" not in said
    doubtful = " ".join(sentences(measured("87.50", 1.84))).replace("\N{NO-BREAK SPACE}", " ")
    assert "83% di mutu B (baik), 17% di mutu A (sangat baik)" in doubtful  # t = 0.805 / (1.84 / 2.306), 8 df
    assert "Seberapa pasti?" not in figure.ikm_html(SCORE, size="l")


def test_every_figure_names_itself() -> None:
    chosen = Pilihan(periode=("2019-q2",), layanan=("pkk", "ppsu"), wilayah="31.73.01", hanya_lengkap=True)
    named = join(BARE, None, chosen)
    assert named.acuan == "ikm|2019-q2|pkk+ppsu|31.73.01|kota|lengkap"
    assert f'data-f="{named.acuan}"' in figure.ikm_html(named)


@pytest.mark.parametrize(
    ("n", "hidden", "flagged"), [(9, True, False), (10, False, True), (29, False, True), (30, False, False)]
)
@pytest.mark.parametrize("size", ["l", "m", "s"])
def test_small_n(size: figure.Size, n: int, hidden: bool, flagged: bool) -> None:
    score = measured(n_kuesioner=n)
    shown = plain(figure.ikm_html(score, size=size))
    assert ("82,35" not in shown) == hidden
    assert (showing.TERSEMBUNYI in shown) == hidden
    assert (showing.SEDIKIT in shown) == flagged
    assert ("82,35" not in showing.ikm_text(score)) == hidden
    assert (showing.visible(score) is None) == hidden


def test_panel_has_no_mutu() -> None:
    shown = plain(figure.ikm_html(replace(SCORE, panel=True, presisi=None), size="l"))
    assert "panel tertutup" in shown
    assert "Baik" not in shown
    assert "bukan sampel" in shown


def test_nothing_to_score_is_no_zero() -> None:
    for score in (None, replace(SCORE, ikm_exact=None, n_kuesioner=40)):
        assert plain(figure.ikm_html(score)) == "– · tanpa data"
        assert showing.visible(score) is None


def unsur(n: int) -> MeasuredUnsur:
    items = (ButirScore("skm9", "b1", n, 3 * n), ButirScore("skm9", "b2", n - 1, 3 * (n - 1)))
    known = UnsurPrecision("biaya", 2 * n - 1, 3.294, 0.02, 3.248, 3.340, None)
    return MeasuredUnsur("biaya", (3294, 1000), Fraction(1, 9), items, presisi=known, dari=SEMUA)


def test_nrr_counts_people_not_answers() -> None:
    assert plain(figure.nrr_html(unsur(40))) == "3,294 ± 0,046 · n 40"
    assert plain(figure.nrr_html(unsur(9))) == showing.TERSEMBUNYI
    assert showing.nrr_text(unsur(9)) == showing.TERSEMBUNYI
    assert showing.visible_nrr(unsur(9)) is None
    assert plain(figure.nrr_html(None)) == "– · tidak ada jawaban"
