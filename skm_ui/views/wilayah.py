"""The pieces of the page Wilayah."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from html import escape

from skm_core.compare import PUTUSAN, Selisih
from skm_core.results.change import Difference
from skm_core.results.measured import Measured
from skm_core.results.showing import highest_first, ikm_text, visible
from skm_core.results.wilayah import Peta, Petak, Rincian
from skm_core.results.wording import range_of
from skm_core.terms import Unsur, Wilayah
from skm_ui.charts.dots import figure_of_dots
from skm_ui.charts.hexagons import figure_of_map
from skm_ui.charts.marks import ikm_mark, in_words, nrr_mark, reading, spread
from skm_ui.charts.picture import Picture
from skm_ui.charts.scale import excerpt, nrr_unit, rules_of
from skm_ui.figure import ikm_html
from skm_ui.format import decimal
from skm_ui.table import Column, Table
from skm_ui.views.facts import facts_html, pooled, verdict_note, weakest_title

MOST = 6
"""Names of silent kelurahan that are listed; more are only counted."""


def map_picture(found: Peta, chosen: str | None) -> Picture:
    """The hexagon map of the whole city, the chosen place outlined."""
    return Picture(
        title="",
        note="",
        figure=figure_of_map(found.petak, chosen),
        alt=f"Peta segi enam 56 kelurahan. {map_words(found.petak)}.",
    )


def map_words(petak: Iterable[Petak]) -> str:
    """Every kelurahan with its figure, for those who cannot see the map."""
    return "; ".join(f"{item.wilayah.nama} {_word(item.tampil)}" for item in petak)


def _word(score: Measured | None) -> str:
    value = visible(score)
    return "tanpa nilai" if score is None or value is None else ikm_text(score)


def legend_html(found: Peta, *, part: bool) -> str:
    """What the fills and the ring mean, in words, only those that occur. part: the page tells of a part of the map."""
    graded = [item.tampil for item in found.petak if item.tampil and item.tampil.mutu]
    shown = [figure for figure in graded if visible(figure) is not None]
    grades = Counter(figure.mutu.huruf for figure in shown if figure.mutu and figure.mutu_pasti)
    doubtful = sum(not figure.mutu_pasti for figure in shown)
    parts = [
        f'<span><i class="heat-{letter}">{letter}</i> {n} kelurahan</span>' for letter, n in sorted(grades.items())
    ]
    if any(item.kota and item.sendiri for item in found.petak):
        parts.append('<span><i class="ring"></i> juga disampel kota</span>')
        if any(item.kota and not item.sendiri for item in found.petak):
            parts.append('<span><i class="ring full"></i> hanya sampel kota</span>')
    if doubtful:
        letters = sorted({figure.mutu.huruf for figure in shown if figure.mutu and not figure.mutu_pasti})
        swatches = "".join(f'<i class="pale heat-{letter}">{letter}?</i>' for letter in letters)
        parts.append(f"<span>{swatches} {doubtful} kelurahan, mutu belum pasti</span>")
    if any(item.tampil is None for item in found.petak):
        parts.append('<span><i class="hatched"></i> tanpa data</span>')
    if any(item.tampil and visible(item.tampil) is None for item in found.petak):
        parts.append('<span><i class="few"></i> kurang dari 10 kuesioner</span>')
    whole = " Hitungan di bawah ini untuk seluruh kota." if part else ""
    return f'<p class="skm-label">{map_note(found)}{whole}</p><p class="skm-legend">{"".join(parts)}</p>'


def map_note(found: Peta) -> str:
    """What the colours stand for."""
    if found.susunan.periode.panel:
        return "Nilai panel undangan per kelurahan, tanpa mutu."
    own = any(item.tampil and item.tampil is item.sendiri for item in found.petak)
    city = any(item.tampil and item.tampil is item.kota for item in found.petak)
    if own and city:
        source = "IKM tiap kelurahan dari kuesioner yang dikumpulkannya sendiri; bila tidak ada, dari sampel kota."
    elif own:
        source = "IKM tiap kelurahan dari kuesioner yang dikumpulkannya sendiri."
    else:
        source = "IKM tiap kelurahan dari sampel kota."
    return f"{source} Pilih satu kelurahan untuk rinciannya."


def facts(found: Peta) -> str:
    """How many kelurahan each kind of data of a survey covers, and which sent nothing of their own."""
    total = len(found.petak)
    # the map takes its figure from the city's sample, so it is not "tanpa data" in the title
    sampled = {item.wilayah.nama for item in found.petak if item.kota and not item.sendiri}
    silent = [item.wilayah.nama for item in found.petak if not item.sendiri]
    city = sum(item.kota is not None for item in found.petak)
    rows = []
    if len(silent) < total:
        rows.append(("Mengirim data sendiri", f"<b>{total - len(silent)}</b> dari {total} kelurahan"))
        if silent:
            listed = ", ".join(f"{name} (dinilai dari sampel kota)" if name in sampled else name for name in silent)
            some = f", {len(sampled)} di antaranya dinilai dari sampel kota" if sampled else ""
            counted = f"{len(silent)} kelurahan{some}"
            rows.append(("Belum mengirim", escape(listed if len(silent) <= MOST else counted)))
    if city:
        rows.append(("Sampel kota", f"<b>{city}</b> dari {total} kelurahan"))
    names = {
        item.wilayah.kode: item.wilayah.nama
        for item in found.petak
        if item.wilayah.kode in found.sendiri and visible(item.sendiri) is not None
    }
    for word, verdict in (("Di atas keseluruhan", "naik"), ("Di bawah keseluruhan", "turun")):
        if named := [name for kode, name in names.items() if found.sendiri[kode].putusan.kunci == verdict]:
            said = ", ".join(named) if len(named) <= MOST else f"{len(named)} kelurahan"
            rows.append((word, f"{escape(said)} ({PUTUSAN[verdict].penjelasan})"))
    meant = verdict_note(next((item.sendiri for item in found.petak if item.wilayah.kode in names), None))
    return facts_html(rows) + (f'<p class="skm-note below">{meant}</p>' if meant else "")


def kecamatan_picture(found: Peta) -> Picture:
    """The kecamatan on one axis, highest first."""
    rows = highest_first(found.kecamatan, lambda row: row[1])
    marks = [ikm_mark(place.nama, score, key=place.kode) for place, score in rows]
    panel = found.susunan.periode.panel
    who = "panel undangan" if panel else "sampel kota" if found.susunan.pengumpul == "kota" else "kumpulan kelurahan"
    return Picture(
        title=range_of(
            found.urutan, [(place.kode, place.nama, score) for place, score in found.kecamatan], "kecamatan"
        ),
        note=f"{'Nilai' if panel else 'IKM'} per kecamatan dari {who}, dari yang tertinggi{reading(marks)}."
        f"{pooled(score for _, score in rows)}",
        figure=figure_of_dots(marks, excerpt(spread(marks), rules_of(score for _, score in rows)), clickable=True),
        alt=in_words(marks, "IKM"),
    )


def kelurahan_picture(found: Peta, kecamatan: str) -> Picture:
    """The kelurahan of one kecamatan on one axis, highest first, those without data last."""
    inside = [item for item in found.petak if item.kecamatan.kode == kecamatan]
    rows = highest_first(inside, lambda item: item.tampil)
    mixed = any(item.sendiri for item in inside) and any(item.kota and not item.sendiri for item in inside)
    marks = [
        ikm_mark(
            f"{item.wilayah.nama} (kota)" if mixed and item.kota and not item.sendiri else item.wilayah.nama,
            item.tampil,
            key=item.wilayah.kode,
        )
        for item in rows
    ]
    return Picture(
        title=range_of(
            found.urutan_kelurahan[kecamatan],
            [(item.wilayah.kode, item.wilayah.nama, item.sendiri) for item in inside],
            "kelurahan",
        ),
        note=f"IKM kelurahan di Kecamatan {inside[0].kecamatan.nama}{'; (kota) = hanya sampel kota' if mixed else ''}"
        f"{reading(marks)}.",
        figure=figure_of_dots(marks, excerpt(spread(marks), rules_of(item.tampil for item in rows)), clickable=True),
        alt=in_words(marks, "IKM"),
    )


def unsur_picture(found: Rincian, place: Wilayah, names: tuple[tuple[str, Unsur], ...]) -> Picture | None:
    """The unsur of one kelurahan, weakest first; None where nothing may be shown."""
    if visible(found.score) is None:
        return None
    known = dict(names)
    rows = [(_name(part.kunci, known), part) for part in found.unsur]
    marks = [nrr_mark(name, part, full=known[part.kunci].nama if part.kunci in known else "") for name, part in rows]
    return Picture(
        title=weakest_title(found.terendah, rows, found.score),
        note=f"Nilai rata-rata (NRR) di {place.nama}, skala 1–4, dari yang terendah{reading(marks)}.",
        figure=figure_of_dots(marks, excerpt(spread(marks), rules_of([found.score]), unit=nrr_unit())),
        alt=in_words(marks, "NRR"),
    )


def _name(kunci: str, names: Mapping[str, Unsur]) -> str:
    return names[kunci].pendek if kunci in names else f"Variabel {kunci[1:]}"


def two_figures_html(item: Petak, test: Selisih | None) -> str:
    """Its own figure and the city's beside each other, never pooled, and whether they differ."""
    own = ikm_html(item.sendiri) if item.sendiri else '<span class="skm-off">Belum mengirim data</span>'
    city = ikm_html(item.kota) if item.kota else '<span class="skm-off">Tidak masuk sampel kota</span>'
    tiles = (("Kumpulan kelurahan", own), ("Sampel kota", city))
    body = "".join(f'<div class="skm-tile"><p class="skm-label">{escape(name)}</p>{html}</div>' for name, html in tiles)
    said = difference_html(item, test)
    return f'<div class="skm-tiles two">{body}</div>' + (f'<p class="skm-text">{said}</p>' if said else "")


def difference_html(item: Petak, test: Selisih | None) -> str:
    """What the kelurahan collected against the city's sample of it, in one sentence; "" where one is missing."""
    own, city = visible(item.sendiri), visible(item.kota)
    if own is None or city is None or test is None or test.p is None:
        return ""
    gap = f"Kumpulan kelurahan {decimal(abs(own - city))} poin"
    way = "di atas" if own > city else "di bawah"
    verdict = test.putusan
    if verdict.kunci in ("naik", "turun"):
        return f"{gap} {test.kata} daripada sampel kota, {verdict.penjelasan}."
    if own == city:
        gap, way = "Kumpulan kelurahan sama dengan", ""
    return f"{gap} {way} sampel kota; {verdict.penjelasan}.".replace("  ", " ")


def both_kinds(found: Peta) -> Table | None:
    """The kelurahan of the city's sample with both figures and the test of their difference; None if there is none.

    Differences that are certain come first, then the largest.
    """
    compared = [
        (item, Difference(own - city, found.banding[item.wilayah.kode]))
        for item in found.petak
        if item.wilayah.kode in found.banding
        and not found.susunan.periode.panel
        and (own := visible(item.sendiri)) is not None
        and (city := visible(item.kota)) is not None
    ]
    compared.sort(key=lambda row: (not row[1].certain, -abs(row[1].poin)))
    rows = tuple((item.wilayah.nama, item.sendiri, item.kota, gap) for item, gap in compared)
    columns = (
        Column("Kelurahan"),
        Column("Kumpulan kelurahan", "ikm"),
        Column("Sampel kota", "ikm"),
        Column("Selisih", "change"),
    )
    return Table(columns, rows) if rows else None


def both_kinds_title(found: Peta, table: Table) -> str:
    """How many of them differ for certain."""
    told = [cell for row in table.rows if isinstance(cell := row[-1], Difference) and cell.certain]
    if not told:
        return f"Kumpulan kelurahan dan sampel kota belum dapat dibedakan di {len(table.rows)} kelurahan"
    return f"Kumpulan kelurahan berbeda dari sampel kota di {len(told)} dari {len(table.rows)} kelurahan"


def tables(found: Peta) -> tuple[tuple[str, Table], ...]:
    """All kelurahan with both kinds of data, and the kecamatan figures that count."""
    kelurahan = Table(
        (Column("Kelurahan"), Column("Kecamatan"), Column("Kumpulan kelurahan", "ikm"), Column("Sampel kota", "ikm")),
        tuple((item.wilayah.nama, item.kecamatan.nama, item.sendiri, item.kota) for item in found.petak),
    )
    kecamatan = Table(
        (Column("Kecamatan"), Column("IKM", "ikm")), tuple((place.nama, score) for place, score in found.kecamatan)
    )
    return (("Kelurahan", kelurahan), ("Kecamatan", kecamatan))
