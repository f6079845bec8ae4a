"""The index with and without flagged questionnaires: of the selection, per layanan, per place, and per sign."""

from __future__ import annotations

from dataclasses import replace

from skm_core.quality import TANDA, TANDA_UTAMA, Keandalan, Temuan
from skm_core.results.flagged import Pasangan
from skm_core.results.kualitas import Kualitas, percent
from skm_core.results.showing import ikm_text, visible
from skm_core.results.wording import listed
from skm_core.rules import share_pct
from skm_core.terms import Instrumen, Layanan
from skm_ui.charts.dots import figure_of_dots
from skm_ui.charts.marks import Mark, ikm_mark, in_words, spread, what_of
from skm_ui.charts.picture import Picture
from skm_ui.charts.scale import excerpt, rules_of
from skm_ui.format import decimal
from skm_ui.quality.figures import all_html, difference, left_html, left_out, who
from skm_ui.quality.reliability import table as reliability_table
from skm_ui.table import Column, Table
from skm_ui.views.facts import facts_html

NOTE = f"Janggal: {listed([TANDA[kunci].nama.lower() for kunci in TANDA_UTAMA])}."


def title(found: Kualitas) -> str:
    """How far the index moves when flagged questionnaires are left out."""
    moves = [one.selisih for one in found.keseluruhan if difference(one) and one.selisih is not None]
    if not moves:
        return "Angka dengan dan tanpa kuesioner janggal"
    if not any(one.n_bertanda for one in found.keseluruhan):
        return "Tidak ada kuesioner yang isiannya janggal"
    most = max(moves, key=abs)
    if not most:
        return "Kuesioner janggal tidak mengubah angkanya"
    what = "nilai" if found.periode.panel else "indeks"
    way = "turun" if max(moves) <= 0 else "naik" if min(moves) >= 0 else "berubah"
    reach = " paling banyak" if len(moves) > 1 else ""
    return f"Tanpa kuesioner janggal {what} {way}{reach} {decimal(abs(most))} poin"


def whole_html(found: Kualitas) -> str:
    """Per pengumpul: the index of all, and without the flagged."""
    groups = []
    for one in found.keseluruhan:
        share = percent(one.n_bertanda, one.semua.n_kuesioner)
        rows = [(who(found, one.semua.pengumpul), f"<b>{share}</b> janggal"), ("semua kuesioner", all_html(one))]
        if one.n_bertanda:
            rows.append((left_out(one), left_html(one)))
        if one.n_bertanda and (change := difference(one)):
            rows.append(("perbedaan", f"<b>{change}</b>"))
        groups.append(facts_html(rows))
    return f'<div class="skm-pairs">{"".join(groups)}</div>'


def with_several_layanan(found: Kualitas) -> list[str]:
    """Pengumpul with more than one layanan, of which at least one leaves enough questionnaires to be shown."""
    left: dict[str, list[bool]] = {}
    for _, one in found.layanan:
        left.setdefault(one.semua.pengumpul, []).append(visible(one.tanpa) is not None)
    return [who for who, shown in left.items() if len(shown) > 1 and any(shown)]


def layanan_picture(found: Kualitas, pengumpul: str) -> Picture:
    """The services of one pengumpul without flagged questionnaires, the index of all as context behind."""
    rows = [(layanan, one) for layanan, one in found.layanan if one.semua.pengumpul == pengumpul]
    marks = [_mark(layanan, one) for layanan, one in rows]
    moved = [
        (abs(one.selisih), layanan.nama, one) for layanan, one in rows if one.selisih is not None and difference(one)
    ]
    most = max(moved, key=lambda row: row[0], default=None)
    heading, what = who(found, pengumpul), what_of(found.keseluruhan[0].semua)
    without = "" if any(mark.rentang for mark in marks) else " (tanpa rentang)"
    moves = f"{most[1]} berubah terbanyak, {difference(most[2])}" if most and most[0] else "tidak berubah"
    return Picture(
        title=f"{heading}: {moves}",
        note=f"{what} tanpa kuesioner janggal{without}; titik abu-abu = semua kuesioner. Sumbu dipotong.",
        figure=figure_of_dots(
            [_short(mark) for mark in marks], excerpt(spread(marks), rules_of(one.tanpa for _, one in rows))
        ),
        alt=in_words(marks, f"{what} tanpa kuesioner janggal, {heading.lower()}"),
    )


def _mark(layanan: Layanan, one: Pasangan) -> Mark:
    """The service without flagged questionnaires, the index of all drawn as context."""
    mark = ikm_mark(layanan.nama, one.tanpa, key=layanan.kode)
    hover = f"{mark.hover}<br>{left_out(one)}<br>Semua kuesioner {ikm_text(one.semua)}"
    if mark.value is None:
        return replace(mark, hover=hover)
    both = f"{mark.acuan};{one.semua.acuan}"
    return replace(mark, hover=hover, before=visible(one.semua), acuan=both)


def _short(mark: Mark) -> Mark:
    """Without the words "tanpa rentang", for which there is no room; the note of the picture says them."""
    return mark if mark.rentang else replace(mark, under=mark.under.split(" · ")[-1])


def tables(found: Kualitas) -> tuple[tuple[str, Table], ...]:
    """All figures of the page, for reading and for download."""
    return (
        ("Tanda per tempat", _signs(found)),
        ("Indeks per layanan", _pairs(found, "Layanan", [(one.nama, pair) for one, pair in found.layanan])),
        ("Indeks per tempat", _pairs(found, "Tempat", [(one.nama, pair) for one, pair in found.tempat])),
        ("Indeks tanpa satu tanda", _pairs(found, "Tanda", [(one.nama, pair) for one, pair in found.tanda])),
        *(
            (_validity(found, instrumen, one), reliability_table(one, found.unsur_bernama))
            for instrumen, one in found.keandalan
            if one.cukup
        ),
    )


def _validity(found: Kualitas, instrumen: Instrumen, one: Keandalan) -> str:
    several = len({part.kode for part, _ in found.keandalan}) > 1
    return f"Validitas{f' {instrumen.nama}' if several else ''}, {who(found, one.pengumpul).lower()}"


def _pairs(found: Kualitas, name: str, rows: list[tuple[str, Pasangan]]) -> Table:
    return Table(
        (
            Column(name),
            Column("Pengumpul"),
            Column("Semua kuesioner", "ikm"),
            Column("Janggal", "number"),
            Column("Tanpa yang janggal", "ikm"),
            Column("Perbedaan"),
        ),
        tuple(
            (
                label,
                who(found, one.semua.pengumpul),
                one.semua,
                one.n_bertanda,
                one.tanpa,
                difference(one),
            )
            for label, one in rows
        ),
    )


def _signs(found: Kualitas) -> Table:
    """One row per place and pengumpul: what stands out, and the share of every sign."""
    present = [kunci for kunci in TANDA if any(part.tanda.kunci == kunci for part in found.sebaran)]
    rows: dict[tuple[str, str], dict[str, Temuan]] = {}
    for part in found.sebaran:
        for one in part.temuan:
            if one.kelurahan.startswith(found.wilayah or ""):
                rows.setdefault((one.kelurahan, one.pengumpul), {})[one.tanda.kunci] = one
    return Table(
        (
            Column("Tempat"),
            Column("Pengumpul"),
            Column("Perlu diperiksa"),
            *(Column(f"{TANDA[kunci].nama} (%)", "number") for kunci in present),
        ),
        tuple(
            (
                found.tempat_bernama[place].nama,
                who(found, pengumpul),
                ", ".join(TANDA[kunci].nama.lower() for kunci, one in signs.items() if one.menonjol),
                *(share_pct(signs[kunci].x, signs[kunci].n) if kunci in signs else None for kunci in present),
            )
            for (place, pengumpul), signs in sorted(rows.items())
        ),
    )
