"""The pieces of the page Layanan."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from skm_core import rules
from skm_core.results.layanan import LayananDetail, Saran
from skm_core.results.measured import MeasuredUnsur
from skm_core.results.showing import highest_first, lowest_first, visible_nrr
from skm_core.results.wording import inside, range_of
from skm_core.terms import Layanan, Unsur, Wilayah
from skm_ui.charts.answers import Answers, answers_in_words, figure_of_answers
from skm_ui.charts.dots import figure_of_dots
from skm_ui.charts.marks import ikm_mark, in_words, nrr_mark, reading, spread, what_of
from skm_ui.charts.picture import Picture
from skm_ui.charts.scale import excerpt, nrr_unit, rules_of
from skm_ui.filters import PENGUMPUL
from skm_ui.format import day, decimal, share, whole
from skm_ui.table import Column, Table, fold
from skm_ui.views.facts import change_fact, facts_html, pooled, weakest_title

LEGEND = (
    '<p class="skm-legend"><span><i class="heat-D">1</i> terburuk</span><span><i class="heat-C">2</i></span>'
    '<span><i class="heat-B">3</i></span><span><i class="heat-A">4</i> terbaik</span></p>'
)
FIRST = 8
"""Comments shown before the reader asks for more."""


def judged(found: LayananDetail | None, chosen: Layanan | None, known: Mapping[str, Layanan]) -> Layanan | None:
    """The one layanan the page speaks of: the chosen, or the only one with data; None for several."""
    if chosen is None and found and len(found.susunan.layanan) == 1:
        return known[found.susunan.layanan[0]]
    return chosen


def facts(found: LayananDetail, layanan: Layanan | None) -> str:
    """What stands beside the headline: who collected, where, comments, users and aim of the service."""
    here = found.susunan
    who = "Panel undangan" if found.score.panel else PENGUMPUL[here.pengumpul]
    rows = [("Pengumpul data", escape(who))]
    if here.n_kelurahan > 1:
        rows.append(("Kelurahan", f"<b>{whole(here.n_kelurahan)}</b>"))
    rows += change_fact(found.change, found.score)
    if layanan and layanan.target_ikm is not None:
        rows.append(("Target", f"<b>{decimal(layanan.target_ikm)}</b>"))
    hidden = not found.n_saran and found.n_saran_tersembunyi
    rows.append(("Saran warga", "disembunyikan" if hidden else f"<b>{whole(found.n_saran)}</b>"))
    if layanan and layanan.n_pengguna:
        rows.append(("Pengguna layanan setahun", f"<b>{whole(layanan.n_pengguna)}</b>"))
    return facts_html(rows)


def name_of(unsur: Unsur | None, part: MeasuredUnsur) -> str:
    """Short name of an unsur; a variable of a panel has only its number."""
    return unsur.pendek if unsur else f"Variabel {part.kunci[1:]}"


def _ranked(found: LayananDetail) -> list[tuple[Unsur | None, MeasuredUnsur, Answers]]:
    rows = [
        (unsur, part, Answers(name_of(unsur, part), spread_, found.butir[part.kunci].label))
        for unsur, part, spread_ in found.unsur
    ]
    return lowest_first(rows, lambda row: row[1])


def unsur_picture(found: LayananDetail) -> Picture:
    """NRR of the unsur, weakest first."""
    rows = _ranked(found)
    marks = [nrr_mark(name_of(unsur, part), part, full=unsur.nama if unsur else "") for unsur, part, _ in rows]
    drawn = excerpt(spread(marks), rules_of([found.score]), unit=nrr_unit())
    return Picture(
        title=weakest_title(found.terendah, [(name_of(unsur, part), part) for unsur, part, _ in rows], found.score),
        note=f"Nilai rata-rata (NRR), skala 1–4, dari yang terendah, sumbu dipotong{reading(marks)}.",
        figure=figure_of_dots(marks, drawn),
        alt=in_words(marks, "NRR"),
    )


def answers_picture(found: LayananDetail) -> Picture:
    """Shares of the answers 1 to 4 per unsur, in the same order as the NRR beside it."""
    rows = [answers for _, _, answers in _ranked(found)]
    shown = [row for row in rows if row.shown]
    title = "Jawaban belum cukup untuk ditampilkan"
    if shown:
        most = max(shown, key=lambda row: (row.spread.n[0] + row.spread.n[1]) * 1000 // row.spread.n_jawaban)
        part = share(most.spread.n[0] + most.spread.n[1], most.spread.n_jawaban, 0)
        title = f"{part} menjawab 1 atau 2 pada {inside(most.name)}"
    return Picture(
        title=title,
        note="Bagian jawaban dalam persen, urutan unsur sama.",
        figure=figure_of_answers(rows),
        alt=answers_in_words(rows),
        legend=LEGEND,
    )


def places_picture(found: LayananDetail, chosen: str | None) -> Picture:
    """The kecamatan (or the kelurahan of one) on one axis, highest first, places without data last."""
    held = [row for row in found.tempat if row[1] is not None]
    rows = highest_first(held, lambda row: row[1])
    marks = [ikm_mark(place.nama, score, key=place.kode, strong=place.kode == chosen) for place, score in rows]
    level = found.tempat[0][0].tingkat
    n_missing = len(found.tempat) - len(held)
    missing = f"; {n_missing} {level} tanpa data" if n_missing else ""
    if not rows:  # the wali kota is judged in the city as a whole
        return Picture(
            f"Tidak dirinci per {level}",
            "Kuesioner ini menilai seluruh wilayah sekaligus.",
            figure_of_dots(marks, excerpt([], None)),
            "",
        )
    return Picture(
        title=range_of(found.urutan, [(place.kode, place.nama, score) for place, score in rows], level),
        note=f"{what_of(found.score)} per {level}, dari yang tertinggi, sumbu dipotong{reading(marks)}{missing}."
        f"{pooled(score for _, score in rows)}",
        figure=figure_of_dots(marks, excerpt(spread(marks), rules_of(score for _, score in rows)), clickable=True),
        alt=in_words(marks, what_of(found.score)),
    )


def comments_html(
    found: LayananDetail, layanan: Mapping[str, Layanan], places: Mapping[str, Wilayah], columns: int = 2
) -> str:
    """The newest comments as quiet quotes with service, place and date; the rest opens on demand."""
    quotes = [_quote(item, layanan, places) for item in found.saran]
    shown = f'<div class="skm-quotes" style="--columns:{columns}">{"".join(quotes[:FIRST])}</div>'
    more = quotes[FIRST:]
    if more:
        shown += fold(
            f"Tampilkan {len(more)} saran lagi",
            f'<div class="skm-quotes" style="--columns:{columns}">{"".join(more)}</div>',
        )
    return shown


def _quote(item: Saran, layanan: Mapping[str, Layanan], places: Mapping[str, Wilayah]) -> str:
    about = [layanan[item.layanan].nama, places[item.wilayah].nama]
    if item.tanggal:
        about.append(day(item.tanggal))
    caption = escape(" · ".join(about))
    return f"<figure><blockquote>{escape(item.teks)}</blockquote><figcaption>{caption}</figcaption></figure>"


def comments_note(found: LayananDetail) -> str:
    """How many comments there are in all, how many are shown, and how many may not be."""
    if not found.saran:
        return _held_back(found) or "Tidak ada saran tertulis untuk pilihan ini."
    shown = "Yang terbaru di atas."
    if found.n_saran > len(found.saran):
        shown = f"{len(found.saran)} saran terbaru dari {whole(found.n_saran)}."
    return f"{shown} {_held_back(found)}".rstrip()


def _held_back(found: LayananDetail) -> str:
    """Why comments are not shown that could tell who wrote them; "" where none is held back."""
    if not found.n_saran_tersembunyi:
        return ""
    few = f"kurang dari {rules.N_SEMBUNYI}"
    if not found.saran:
        return f"Saran disembunyikan karena kuesionernya {few}."
    return f"{whole(found.n_saran_tersembunyi)} saran lain disembunyikan karena kuesioner di tempatnya {few}."


def tables(found: LayananDetail) -> tuple[tuple[str, Table], ...]:
    """The figures of the page."""
    counts = tuple(Column(f"Nilai {value}", "number") for value in (1, 2, 3, 4))
    unsur = tuple(
        (
            unsur.nama if unsur else name_of(unsur, part),
            part,
            *(spread_.n if visible_nrr(part) is not None else [None] * 4),
        )
        for unsur, part, spread_ in found.unsur
    )
    places = tuple((place.nama, score) for place, score in found.tempat)
    return (
        ("Unsur dan jawaban", Table((Column("Unsur"), Column("NRR", "nrr"), *counts), unsur)),
        ("Wilayah", Table((Column("Wilayah"), Column("IKM", "ikm")), places)),
    )
