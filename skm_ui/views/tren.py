"""The pieces of the page Tren."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from skm_core.results import statements
from skm_core.results.change import Change
from skm_core.results.showing import answers, ikm_text, margin, nrr_text, visible, visible_nrr
from skm_core.results.tren import Point, Tren, UnsurPoint
from skm_core.terms import Layanan, Unsur, Wilayah
from skm_ui.charts.picture import Picture
from skm_ui.charts.scale import excerpt, nrr_unit, rules_of
from skm_ui.charts.sparks import Line, Spot, figure_of_sparks
from skm_ui.charts.time import short
from skm_ui.charts.trend import figure_of_trend, hover
from skm_ui.filters import PENGUMPUL
from skm_ui.format import decimal, whole
from skm_ui.table import Column, Table
from skm_ui.views.facts import change_fact, facts_html, figure_fact, pooled
from skm_ui.views.ringkasan import trend_note

Names = tuple[tuple[str, str], ...]
"""Keys and names in the order they are always shown; hashable, so that a built picture can be kept by it."""


def named(things: Mapping[str, Layanan] | Mapping[str, Wilayah]) -> Names:
    """Keys and names of layanan or wilayah."""
    return tuple((kode, thing.nama) for kode, thing in things.items())


def unsur_named(unsur: Mapping[str, Unsur]) -> Names:
    """Keys and short names of the unsur."""
    return tuple((kunci, item.pendek) for kunci, item in unsur.items())


def whole_picture(found: Tren) -> Picture:
    """The whole selection over every periode."""
    points = found.semua
    return Picture(
        title="Nilai per periode",
        note=trend_note(points),
        figure=figure_of_trend(points, height=340),
        alt="IKM per periode: " + "; ".join(f"{point.periode.nama} {ikm_text(point.score)}" for point in points) + ".",
    )


def facts(found: Tren) -> str:
    """What stands beside the newest figure: the first of its stretch, the lowest and the highest."""
    points = found.semua
    first = next(point for point in points if point.rangkaian == points[-1].rangkaian)
    rows = change_fact(found.perubahan, points[-1].score)
    if first is not points[-1]:
        rows += figure_fact(f"Awal, {short(first.periode.nama)}", first.score)
    ends = statements.extremes(points)
    if ends and ends[0] is not ends[1]:
        rows += figure_fact(f"Terendah, {short(ends[0].periode.nama)}", ends[0].score)
        rows += figure_fact(f"Tertinggi, {short(ends[1].periode.nama)}", ends[1].score)
    return facts_html(rows)


def lines_picture(found: Tren, dimension: str, names: Names) -> Picture:
    """One row per layanan or kecamatan, all on the same scale."""
    by_key: Mapping[str, tuple[Point, ...]] = getattr(found, dimension)
    moved = found.perubahan_layanan if dimension == "layanan" else found.perubahan_kecamatan
    lines = [_ikm_line(key, name, by_key[key], moved.get(key)) for key, name in names if key in by_key]
    what = "layanan" if dimension == "layanan" else "kecamatan"
    scores = [point.score for points in by_key.values() for point in points]
    unsure = any(not score.mutu_pasti for score in scores if visible(score) is not None)
    doubtful = "; titik kosong dan “?” = mutu belum pasti" if unsure else ""
    return Picture(
        title=statements.moved([(name, moved[key]) for key, name in names if key in moved], what),
        note=f"IKM per {what}, skala sama di setiap baris; garis abu-abu = {what} lain; garis tegak = rentang "
        f"95%; angka = nilai terakhir{doubtful}.{pooled(scores)}",
        figure=figure_of_sparks(lines, excerpt(_extent(lines), rules_of(scores))),
        alt=_last_in_words(lines, "IKM terakhir"),
    )


def unsur_picture(found: Tren, names: Names) -> Picture:
    """One row per unsur of the whole selection, all on the same scale."""
    lines = [_nrr_line(key, name, found.unsur[key]) for key, name in names if key in found.unsur]
    rules = rules_of(point.score for point in found.semua)
    return Picture(
        title=statements.always_lowest(found, dict(names)),
        note="Nilai rata-rata (NRR) per unsur, skala 1–4, sama di setiap baris; garis tegak = rentang "
        "95%; angka = nilai terakhir.",
        figure=figure_of_sparks(lines, excerpt(_extent(lines), rules, unit=nrr_unit())),
        alt=_last_in_words(lines, "NRR terakhir"),
    )


def _ikm_line(key: str, name: str, points: Sequence[Point], change: Change | None) -> Line:
    spots = tuple(
        Spot(
            periode=point.periode,
            value=value,
            hover=hover(point, name),
            rangkaian=point.rangkaian,
            pengumpul=point.pengumpul,
            sure=point.score.mutu_pasti,
            rentang=point.score.rentang,
            under=f"{margin(point.score)} · n {whole(point.score.n_kuesioner)}",
            acuan=point.score.acuan,
        )
        for point in points
        if (value := visible(point.score)) is not None
    )
    last = points[-1].score
    shown = change if change and visible(change.sebelum) is not None and visible(last) is not None else None
    kept = [point.score for point in points if visible(point.score) is not None]
    grade = kept[-1].mutu if kept else None
    return Line(name, spots, grade, key, *((in_short(shown), shown.acuan) if shown else ()))


def in_short(change: Change) -> str:
    """The verdict where room is short: "turun 5,72", or its word alone where the direction is not certain."""
    return f"{change.putusan_kata} {decimal(abs(change.poin))}" if change.naik or change.turun else change.putusan_kata


def _nrr_line(key: str, name: str, points: Sequence[UnsurPoint]) -> Line:
    spots = tuple(
        Spot(
            periode=point.periode,
            value=value,
            hover=f"<b>{name}</b>, {point.periode.nama}<br>NRR {nrr_text(point.score)}<br>{PENGUMPUL[point.pengumpul]}",
            rangkaian=point.rangkaian,
            pengumpul=point.pengumpul,
            rentang=point.score.rentang,
            under=f"{margin(point.score)} · n {whole(answers(point.score))}",
            acuan=point.score.acuan,
        )
        for point in points
        if (value := visible_nrr(point.score)) is not None
    )
    return Line(name, spots, None, key)


def _extent(lines: Sequence[Line]) -> list[Decimal | None]:
    """All values that must lie within the drawn excerpt, intervals included."""
    return [value for line in lines for spot in line.spots for value in (spot.value, *(spot.rentang or ()))]


def _last_in_words(lines: Sequence[Line], what: str) -> str:
    rows = [f"{line.name} {decimal(line.spots[-1].value)} ({line.spots[-1].under})" for line in lines if line.spots]
    return f"{what}: {'; '.join(rows)}."


def tables(found: Tren, layanan: Names, kecamatan: Names, unsur: Names) -> tuple[tuple[str, Table], ...]:
    """One table per picture: rows are periode, one column per line; kecamatan only where there are several."""

    def of(by_key: Mapping[str, Sequence[Point | UnsurPoint]], names: Names, kind: str) -> Table:
        shown = [(key, name) for key, name in names if key in by_key]
        cells = {(key, point.periode.kode): point.score for key, _ in shown for point in by_key[key]}
        rows = tuple(
            (
                point.periode.nama,
                PENGUMPUL[point.pengumpul],
                *(cells.get((key, point.periode.kode)) for key, _ in shown),
            )
            for point in found.semua
        )
        return Table((Column("Periode"), Column("Pengumpul"), *(Column(name, kind) for _, name in shown)), rows)

    places = (("Kecamatan", of(found.kecamatan, kecamatan, "ikm")),) if len(found.kecamatan) > 1 else ()
    return (
        ("Keseluruhan", of({"": found.semua}, (("", "IKM"),), "ikm")),
        ("Layanan", of(found.layanan, layanan, "ikm")),
        *places,
        ("Unsur", of(found.unsur, unsur, "nrr")),
    )
