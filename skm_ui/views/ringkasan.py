"""The pieces of the page Ringkasan."""

from __future__ import annotations

from skm_core.results import statements
from skm_core.results.ringkasan import TARGET, Ringkasan
from skm_core.results.seen import Sentence
from skm_core.results.showing import highest_first, ikm_text, visible
from skm_core.results.tren import Point, Tren
from skm_core.results.wording import inside, range_of
from skm_ui.charts.dots import figure_of_dots
from skm_ui.charts.marks import Mark, ikm_mark, in_words, nrr_mark, reading, spread, what_of
from skm_ui.charts.picture import Picture
from skm_ui.charts.scale import excerpt, nrr_unit, rules_of
from skm_ui.charts.time import short
from skm_ui.charts.trend import figure_of_trend
from skm_ui.figure import change_html
from skm_ui.filters import PENGUMPUL
from skm_ui.format import whole
from skm_ui.table import Column, Table
from skm_ui.views.facts import change_fact, facts_html, figure_fact, pooled, weakest_title


def label(found: Ringkasan, place: str) -> str:
    """What the headline figure is of: the place, and the service if there is one only."""
    about = f" {inside(found.layanan[0].layanan.nama)}," if len(found.layanan) == 1 else ""
    return f"{what_of(found.score)}{about} {place}"


def moved(found: Ringkasan) -> str:
    """What the figure has done since the periode it is compared with, or how it stands to its target."""
    rows = change_fact(found.change, found.score) if found.banding != TARGET else target_fact(found)
    return facts_html(rows) if rows else "<p></p>"


def facts(found: Ringkasan) -> str:
    """What the headline rests on: people, places, the other kind of data, the year."""
    here, score = found.susunan, found.score
    rows = [("Responden", f"<b>{whole(found.n_responden)}</b> orang")]
    if not score.panel:
        total = found.n_wilayah_kelurahan
        sent = total - len(found.belum_lapor)
        if total > 1:
            rows.append(("Kelurahan yang mengirim data", f"<b>{whole(sent)}</b> dari {whole(total)}"))
        if here.pengumpul == "kota" and total > 1:
            rows.append(("Kelurahan dalam sampel kota", f"<b>{whole(here.n_kelurahan)}</b> dari {whole(total)}"))
    if found.pembanding is not None:
        rows += figure_fact(PENGUMPUL[found.pembanding.pengumpul], found.pembanding)
    if found.rata_bagian is not None and visible(score) is not None:
        what = "pejabat" if score.panel else "layanan"
        rows += figure_fact(f"Rata-rata {len(found.layanan)} {what}, tanpa bobot", found.rata_bagian)
    if found.annual is not None:
        rows += figure_fact(f"Setahun penuh {found.annual.tahun}", found.annual.score)
    return facts_html(rows)


def target_fact(found: Ringkasan) -> list[tuple[str, str]]:
    """One row: the figure against its target, or how many services reach theirs."""
    targets = [part.sasaran for part in found.layanan if part.sasaran]
    if len(targets) == 1 == len(found.layanan):
        return [("Terhadap target", change_html(targets[0]))]
    reached, missed = (sum(one.tercapai is state for one in targets) for state in (True, False))
    unsure = len(targets) - reached - missed
    said = f"<b>{reached}</b> dari {len(targets)} layanan mencapai target, <b>{missed}</b> belum"
    return [("Terhadap target", said + (f", {unsure} belum dapat dipastikan" if unsure else ""))]


def to_act_and_to_praise(found: Ringkasan) -> tuple[tuple[str, str, tuple[Sentence, ...]], ...]:
    """(heading, name, sentences) of what asks for action, and of what deserves praise where something does."""
    praise = (("Yang patut dihargai", "pujian", found.pujian),) if found.pujian else ()
    return (("Yang perlu diperhatikan", "perhatian", found.perhatian), *praise)


def trend_picture(found: Tren, chosen: str) -> Picture:
    """The line of the selection with the chosen periode named."""
    points = found.semua
    return Picture(
        title=statements.course(found),
        note=trend_note(points),
        figure=figure_of_trend(points, chosen, height=286),
        alt="IKM per periode: " + "; ".join(f"{point.periode.nama} {ikm_text(point.score)}" for point in points) + ".",
    )


def trend_note(points: tuple[Point, ...]) -> str:
    """What the line measures, and what its breaks and hollow marks mean if it has any."""
    shown = [point for point in points if visible(point.score) is not None]
    note = "IKM per periode, pita warna = mutu, sumbu dipotong"
    if any(point.score.rentang for point in shown):
        note += "; garis tegak = rentang 95%"
    if any(not point.score.mutu_pasti for point in shown):
        note += "; titik kosong = mutu belum pasti"
    if any(point.pengumpul == "kelurahan" for point in shown):
        note += "; kotak = kumpulan kelurahan"
    if len({point.rangkaian for point in shown}) > 1:
        note += "; garis terputus = tidak sebanding"
    return note + "."


def services_picture(found: Ringkasan) -> Picture:
    """All services (or officials) of the round on one axis, best first."""
    parts = highest_first(found.layanan, lambda part: part.score)
    marks = [
        ikm_mark(
            part.layanan.nama,
            part.score,
            key=part.layanan.kode,
            change=part.change,
            target=part.layanan.target_ikm,
        )
        for part in parts
    ]
    note = f"{what_of(found.score)}, diurutkan dari yang tertinggi, sumbu dipotong{reading(marks)}"
    if since := next((part.change.sejak for part in parts if part.change), None):
        note += f"; titik abu-abu = {short(since.nama)}"
    if any(mark.target is not None for mark in marks) and any(mark.value is not None for mark in marks):
        note += "; garis tegak = target"
    drawn = excerpt(spread(marks), rules_of(part.score for part in parts))
    rows = [(part.layanan.kode, part.layanan.nama, part.score) for part in found.layanan]
    return Picture(
        range_of(found.urutan, rows, "pejabat" if found.score.panel else "layanan"),
        f"{note}.",
        figure_of_dots(marks, drawn, clickable=True),
        in_words(marks, what_of(found.score)),
    )


def unsur_marks(found: Ringkasan) -> list[Mark]:
    """Nine rows, weakest first; a variable of a panel has no name but its number."""
    return [
        nrr_mark(unsur.pendek if unsur else f"Variabel {part.kunci[1:]}", part, full=unsur.nama if unsur else "")
        for unsur, part in found.unsur
    ]


def unsur_picture(found: Ringkasan) -> Picture:
    """The unsur (or variables), weakest first."""
    marks = unsur_marks(found)
    drawn = excerpt(spread(marks), rules_of([found.score]), unit=nrr_unit())
    what = "Nilai rata-rata variabel" if found.score.panel else "Nilai rata-rata (NRR) unsur"
    names = [(mark.name, part) for mark, (_, part) in zip(marks, found.unsur, strict=True)]
    return Picture(
        title=weakest_title(found.terendah, names, found.score),
        note=f"{what}, skala 1–4, dari yang terendah, sumbu dipotong{reading(marks)}.",
        figure=figure_of_dots(marks, drawn),
        alt=in_words(marks, "NRR"),
    )


def places_picture(found: Ringkasan) -> Picture:
    """The places of the heat table as dots, for a round or selection with one service only."""
    (kode,) = (part.layanan.kode for part in found.layanan)
    scores = [(row, score) for row in found.baris if (score := found.heat.get((row.kode, kode)))]
    rows = highest_first(scores, lambda row: row[1])
    marks = [ikm_mark(place.nama, score, key=place.kode) for place, score in rows]
    level = found.baris[0].tingkat
    return Picture(
        title=range_of(found.urutan_tempat, [(place.kode, place.nama, score) for place, score in rows], level),
        note=f"{what_of(found.score)} per {level}, dari yang tertinggi, sumbu dipotong{reading(marks)}."
        f"{pooled(score for _, score in rows)}",
        figure=figure_of_dots(marks, excerpt(spread(marks), rules_of(score for _, score in rows))),
        alt=in_words(marks, what_of(found.score)),
    )


def heat_note(found: Ringkasan) -> str:
    """What stands in the cells."""
    what = "Nilai panel" if found.score.panel else "IKM dan mutu"
    doubtful = any(not score.mutu_pasti for score in found.heat.values() if visible(score) is not None)
    pale = " Sel pucat dan “?” = mutu belum pasti." if doubtful else ""
    return (
        f"{what} per wilayah dan layanan. Rentang dan jumlah kuesioner tiap sel ada di tabel di bawah."
        f"{pale}{pooled(found.heat.values())}"
    )


def tables(found: Ringkasan) -> tuple[tuple[str, Table], ...]:
    """The figures of the page, for reading and for download."""
    against_target = found.banding == TARGET
    moved = Column("Terhadap target" if against_target else "Perubahan", "change")
    services = Table(
        (Column("Layanan"), Column("IKM", "ikm"), moved, Column("Target", "number")),
        tuple(
            (part.layanan.nama, part.score, part.sasaran if against_target else part.change, part.layanan.target_ikm)
            for part in found.layanan
        ),
    )
    places = Table(
        (Column("Wilayah"), *(Column(part.layanan.nama, "ikm") for part in found.layanan)),
        tuple((row.nama, *(found.heat.get((row.kode, p.layanan.kode)) for p in found.layanan)) for row in found.baris),
    )
    unsur = Table(
        (Column("Unsur"), Column("NRR", "nrr")),
        tuple((u.nama if u else f"Variabel {part.kunci[1:]}", part) for u, part in found.unsur),
    )
    return (("Layanan", services), ("Wilayah × layanan", places), ("Unsur", unsur))
