"""The figures of the report, each with a caption that states the finding and words for those who do not see it."""

from __future__ import annotations

from decimal import Decimal

from skm_core.reports import figure
from skm_core.reports.blocks import Figure
from skm_core.reports.content import Content
from skm_core.reports.pictures.course import course
from skm_core.reports.pictures.dots import Dot, dots
from skm_core.reports.ranked import alike, lowest_first
from skm_core.results import showing
from skm_core.results.measured import Measured, MeasuredUnsur
from skm_core.results.wording import kata, range_of
from skm_core.rules import RULE_SETS, RuleSet
from skm_core.writing import angka

IKM, NRR = (25, 100), (1, 4)


def layanan(c: Content) -> Figure | None:
    """IKM of every layanan with its interval."""
    scores = [(one.layanan.kode, one.layanan.nama, one.score) for one in c.layanan]
    what = "pejabat" if c.score.panel else "layanan"
    return _index(c, [(name, score) for _, name, score in scores], range_of(c.hasil.urutan, scores, what), what)


def tempat(c: Content) -> Figure | None:
    """IKM of every kecamatan or kelurahan with its interval."""
    level = c.tempat[0].wilayah.tingkat
    scores = [(one.wilayah.kode, one.wilayah.nama, one.score) for one in c.tempat]
    return _index(c, [(name, score) for _, name, score in scores], range_of(c.rincian.urutan, scores, level), level)


def _index(c: Content, parts: list[tuple[str, Measured | None]], finding: str, what: str) -> Figure | None:
    ranked = showing.highest_first(parts, lambda one: one[1])
    rows = [
        Dot(
            nama=name,
            nilai=showing.visible(score),
            rentang=score.rentang if score and showing.visible(score) is not None else None,
            teks=short_ikm(score),
            huruf=score.mutu.huruf if score and score.mutu else "",
            pasti=score.mutu_pasti if score else True,
        )
        for name, score in ranked
    ]
    picture = dots(rows, most=IKM, step=5, aturan=_rules(c))
    if picture is None:
        return None
    spoken = "; ".join(f"{name} {figure.ikm(score)}" for name, score in ranked)
    measured = "Nilai" if c.score.panel else "IKM dengan rentang 95%"
    unsure = any(row.nilai is not None and not row.pasti for row in rows)
    hollow = " Titik kosong: mutunya belum pasti." if unsure else ""
    return Figure(f"{finding}. {measured} per {what}, dari yang tertinggi.{hollow}", f"{finding}. {spoken}.", picture)


def unsur(c: Content) -> Figure | None:
    """NRR of every unsur, lowest first, those that share the lowest place marked."""
    ranked, same = lowest_first(c), alike(c)
    rows = [
        Dot(
            nama=one.nama,
            nilai=showing.visible_nrr(one.score),
            rentang=one.score.rentang if showing.visible_nrr(one.score) is not None else None,
            teks=short_nrr(one.score),
            utama=one.setara_terendah and not same,
        )
        for one in ranked
    ]
    picture = dots(rows, most=NRR, step=0.25, aturan=None)
    if picture is None:
        return None
    tied = [one for one in ranked if one.setara_terendah]
    what = "variabel" if c.score.panel else "unsur"
    finding = (
        f"{tied[0].nama} paling rendah"
        if len(tied) == 1
        else f"{kata(len(tied)).capitalize()} {what} belum dapat dibedakan"
        if same and tied and not c.score.panel
        else f"{kata(len(tied)).capitalize()} {what} setara paling rendah"
        if tied
        else f"NRR per {what}"
    )
    spoken = "; ".join(f"{one.nama} {showing.nrr_text(one.score)}" for one in ranked)
    interval = "" if c.score.panel else " dengan rentang 95%"
    black = "" if same else "; hitam: yang terendah"
    return Figure(f"{finding}. NRR{interval}, dari yang terendah{black}.", f"{finding}. {spoken}.", picture)


def tren(c: Content) -> Figure | None:
    """The index over the periode up to this one."""
    picture = course(c.tren)
    if picture is None:
        return None
    if c.perubahan:
        verb = "" if c.perubahan.certain else "berubah "
        finding = f"Sejak {c.perubahan.sejak.nama} IKM {verb}{c.perubahan.kata}"
    else:
        finding = "Belum ada periode yang sebanding dengan yang terakhir"
    spoken = "; ".join(f"{point.periode.nama} {figure.ikm(point.score)}" for point in c.tren)
    return Figure(f"{finding}. IKM dengan rentang 95% per periode.", f"{finding}. {spoken}.", picture)


def _rules(c: Content) -> RuleSet | None:
    return RULE_SETS[c.score.aturan[0]] if len(c.score.aturan) == 1 and not c.score.panel else None


def short_ikm(score: Measured | None) -> str:
    """The figure beside its dot: "82,35 ± 1,84 B", "n 7" below ten, or that there are no data."""
    value = showing.visible(score)
    if score is None or score.ikm is None:
        return showing.TANPA_DATA
    if value is None:
        return f"n {score.n_kuesioner}"
    letter = f" {score.mutu.huruf}{'' if score.mutu_pasti else '?'}" if score.mutu else ""
    return f"{angka(value)}{_pm(score.plus_minus)}{letter}"


def short_nrr(unsur: MeasuredUnsur) -> str:
    """The figure beside its dot: "3,294 ± 0,051", a dash where it may not be shown."""
    value = showing.visible_nrr(unsur)
    return figure.KOSONG if value is None else f"{angka(value)}{_pm(unsur.plus_minus)}"


def _pm(value: Decimal | None) -> str:
    return "" if value is None else f" ± {angka(value)}"
