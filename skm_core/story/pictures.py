"""The charts of a story as values: services, places and unsur, with the words of the screens."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from skm_core.reports import figure
from skm_core.reports.content import Content
from skm_core.reports.pictures.dots import Dot
from skm_core.reports.ranked import TEBAL, alike, lowest_first
from skm_core.results import showing
from skm_core.results.measured import Measured
from skm_core.rules import RULE_SETS
from skm_core.story.steps import Chart

IKM, NRR = (25, 100), (1, 4)
RENTANG = "Garis: rentang 95%."
KOSONG = "Kosong: mutu belum pasti."


def index_chart(c: Content, parts: Sequence[tuple[str, Measured | None]]) -> Chart | None:
    """IKM of the parts, highest first; None with fewer than two that may be shown."""
    ranked = showing.highest_first(parts, lambda one: one[1])
    rows = tuple(_index_row(name, score) for name, score in ranked)
    if sum(row.nilai is not None for row in rows) < 2:
        return None
    one_rule = len(c.score.aturan) == 1 and not c.score.panel
    words = f"Urut dari yang tertinggi. {RENTANG if any(row.rentang for row in rows) else ''}".strip()
    if any(row.nilai is not None and not row.pasti for row in rows):
        words = f"{words} {KOSONG}".strip()
    alt = "; ".join(f"{name} {figure.ikm(score)}" for name, score in ranked)
    return Chart(rows, IKM, 5, RULE_SETS[c.score.aturan[0]] if one_rule else None, words, alt)


def _index_row(name: str, score: Measured | None) -> Dot:
    value = showing.visible(score)
    return Dot(
        nama=name,
        nilai=value,
        rentang=score.rentang if score and value is not None else None,
        teks=figure.ikm(score),
        huruf=score.mutu.huruf if score and score.mutu and value is not None else "",
        pasti=score.mutu_pasti if score else True,
        acuan=score.acuan if score else "",
    )


def unsur_chart(c: Content) -> Chart | None:
    """NRR of every unsur, lowest first, the lowest marked unless all share that place; None where none may be shown."""
    rows = []
    for one in lowest_first(c):
        value: Decimal | None = showing.visible_nrr(one.score)
        rows.append(
            Dot(
                nama=one.pendek,
                nilai=value,
                rentang=one.score.rentang if value is not None else None,
                teks=showing.nrr_text(one.score),
                utama=one.setara_terendah and not alike(c),
                acuan=one.score.acuan,
            )
        )
    if not any(row.nilai is not None for row in rows):
        return None
    words = " ".join(
        word
        for word, said in (
            ("Nilai 1 sampai 4.", not c.score.panel),
            (RENTANG, any(row.rentang for row in rows)),
            (TEBAL, any(row.utama for row in rows)),
        )
        if said
    )
    alt = "; ".join(f"{row.nama} {row.teks}" for row in rows)
    return Chart(tuple(rows), NRR, 0.25, None, words, alt)
