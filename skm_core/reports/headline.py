"""The figure of a scope in parts, for documents that set it large: value, ±, mutu with its certainty, n, meaning."""

from __future__ import annotations

from dataclasses import dataclass

from skm_core.reports import figure
from skm_core.reports.content import Content
from skm_core.results import showing
from skm_core.results.measured import Measured
from skm_core.rules import N_SEMBUNYI, N_TANDA
from skm_core.writing import angka


@dataclass(frozen=True, slots=True)
class Headline:
    """The parts in words. nilai: the published figure, "" where it may not be shown, and `keterangan` says why.

    margin: "± 1,84" or that there is none. huruf: the published mutu, "" where none is given; pasti: whether the survey
    is sure of it; mutu: the grade in words. n: questionnaires and who collected them, flagged where they are few.
    """

    label: str
    nilai: str
    margin: str
    huruf: str
    pasti: bool
    mutu: str
    keterangan: str
    n: str


def headline(c: Content) -> Headline:
    """The figure of the content; the same rule of what may be shown as on the screen."""
    score, value = c.score, showing.visible(c.score)
    few = f", {showing.SEDIKIT}" if value is not None and score.n_kuesioner < N_TANDA else ""
    return Headline(
        label="Nilai" if score.panel else "Nilai IKM",
        nilai="" if value is None else angka(value),
        margin="" if value is None else showing.margin(score),
        huruf=score.mutu.huruf if value is not None and score.mutu else "",
        pasti=score.mutu_pasti,
        mutu="" if value is None else _grade(score),
        keterangan=_note(score),
        n=f"{angka(c.n_kuesioner)} kuesioner, {c.pengumpul}{few}",
    )


def _grade(score: Measured) -> str:
    """ "Mutu B (baik), mungkin A"; that a panel has none."""
    if score.mutu is None:
        return "Panel tertutup" if score.panel else ""
    said = f"Mutu {score.mutu.huruf} ({score.mutu.kinerja.lower()})"
    return ", ".join(part for part in (said, showing.doubt(score).removeprefix("mutu ")) if part)


def _note(score: Measured) -> str:
    """What one must know to read the figure: why there is none, what ± means, why it has no ±."""
    if showing.visible(score) is None:
        return (
            f"Nilai belum dapat ditampilkan: baru {score.n_kuesioner}\N{NO-BREAK SPACE}kuesioner, perlu {N_SEMBUNYI}."
        )
    if score.panel:
        return "Panel undangan bukan sampel, jadi nilainya tanpa rentang dan tanpa mutu."
    if score.rentang is None:
        if (why := showing.reasoned_margin(score)) == showing.SEMUA_SAMA:
            return f"{why[0].upper()}{why[1:]}."
        return "Tanpa rentang: survei ini tidak dapat menyatakan ketelitiannya."
    if score.presisi and score.presisi.indikatif:
        ends = figure.span(score).replace("–", " sampai ")
        return f"Rentang indikatif {ends}; tidak mencakup bias pemilihan responden."
    return f"Nilai sebenarnya diperkirakan antara {figure.span(score).replace('–', ' dan ')}."
