"""The pieces of the page Bandingkan."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from skm_core.results.bandingkan import Banding, Sisi, UnsurPair
from skm_core.results.showing import nrr_text, visible, visible_nrr
from skm_core.results.wording import inside
from skm_ui.charts.dots import figure_of_dots
from skm_ui.charts.marks import Mark, in_words, nrr_mark, reading, spread
from skm_ui.charts.picture import Picture
from skm_ui.charts.scale import excerpt, nrr_unit, rules_of
from skm_ui.figure import change_html
from skm_ui.filters import PENGUMPUL, Selection
from skm_ui.format import plus_minus, whole
from skm_ui.table import Column, Table
from skm_ui.views.facts import facts_html
from skm_ui.views.layanan import name_of

Names = tuple[str, str]


def names(found: Banding, first: Selection, second: Selection) -> Names:
    """What each side is called: only by what sets it apart from the other."""
    sides = [_parts(sel, side) for sel, side in ((first, found.pertama), (second, found.kedua))]
    apart = [name for name in sides[0] if sides[0][name] != sides[1][name]]
    said = [", ".join(side[name] for name in apart) or side["wilayah"] for side in sides]
    return said[0], said[1]


def _parts(sel: Selection, side: Sisi) -> dict[str, str]:
    place = "Jakarta Barat"
    if sel.wilayah:
        place = sel.wilayah.nama if sel.wilayah.tingkat == "kecamatan" else f"Kelurahan {sel.wilayah.nama}"
    who = "panel undangan" if side.score.panel else PENGUMPUL[side.susunan.pengumpul].lower()
    return {
        "layanan": sel.layanan.nama if sel.layanan else "semua layanan",
        "wilayah": place,
        "periode": side.susunan.periode.nama,
        "pengumpul": who,
    }


def title(found: Banding, said: Names) -> str:
    """The verdict on the two sides in one sentence."""
    one, other = said
    if found.pertama.pilihan == found.kedua.pilihan:
        return "Dua pilihan berdampingan"
    if found.beda is None:
        return _upper(f"{one} dan {_lower(other)}: belum cukup jawaban untuk dibandingkan")
    kunci = found.beda.selisih.putusan.kunci
    if found.perubahan:
        new, old = (other, one) if found.terbalik else (one, other)
        if found.beda.certain:
            return _upper(f"{new} {found.beda.putusan_kata} dibanding {old}")
        return _upper(f"{new} dan {old} {_doubt(found, kunci)}")
    if found.beda.certain:
        return _upper(f"{one} {found.beda.putusan_kata} daripada {_lower(other)}")
    return _upper(f"{one} dan {_lower(other)} {_doubt(found, kunci)}")


def _doubt(found: Banding, kunci: str) -> str:
    if kunci == "tetap":
        return "tidak berbeda berarti"
    tested = found.beda is not None and found.beda.selisih.p is not None
    return "belum dapat dibedakan" if tested else "tidak dapat diuji bedanya"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(name: str) -> str:
    """Names of services inside a sentence; places and periode stay as they are."""
    return inside(name) if name.startswith(("Ketertiban", "Jumantik", "Posyandu", "Semua")) else name


def facts(side: Sisi) -> str:
    """People, kelurahan and kind of data of one side."""
    who = "Panel undangan" if side.score.panel else PENGUMPUL[side.susunan.pengumpul]
    rows = [("Pengumpul data", escape(who)), ("Periode", escape(side.susunan.periode.nama))]
    if side.susunan.n_kelurahan > 1:
        rows.append(("Kelurahan", f"<b>{whole(side.susunan.n_kelurahan)}</b>"))
    if visible(side.score) is not None:
        rows.append(("Responden", f"<b>{whole(side.n_orang)}</b> orang"))
    return facts_html(rows)


def verdict_html(found: Banding, said: Names) -> str:
    """The difference with its verdict and its interval, and what limits it."""
    lines = []
    if found.beda is not None:
        new, old = (said[1], said[0]) if found.terbalik else said
        lines.append(
            f'<p class="skm-verdict"><span>{escape(_upper(new))} dibanding {escape(_lower(old))}:</span> '
            f"{change_html(found.beda)}</p>"
        )
        if margin := found.beda.selisih.plus_minus:
            lines.append(
                f'<p class="skm-note">Rentang 95% dari bedanya {plus_minus(margin)} poin; '
                "kelurahan dan responden yang sama pada keduanya diperhitungkan.</p>"
            )
    lines += [f'<p class="skm-notice" role="status">{escape(note)}</p>' for note in found.catatan]
    return "".join(lines)


def unsur_title(found: Banding) -> str:
    """Whether any unsur differs for certain."""
    certain = [row for row in found.unsur if row.beda and row.beda.certain]
    if not certain:
        return "Tidak ada unsur yang bedanya dapat dipastikan"
    if len(certain) == len(found.unsur):
        return "Semua unsur berbeda, di luar batas kebetulan survei"
    listed = ", ".join(inside(_name(row)) for row in certain[:3])
    more = f", dan {len(certain) - 3} unsur lain" if len(certain) > 3 else ""
    return f"{_upper(listed)}{more} berbeda pasti"


def _name(row: UnsurPair) -> str:
    return name_of(row.unsur, row.pertama)


def unsur_picture(found: Banding, said: Names) -> Picture:
    """NRR of the unsur of both sides on one axis: the first filled, the second grey."""
    marks = [_mark(row, said) for row in found.unsur]
    drawn = excerpt(spread(marks), rules_of([found.pertama.score, found.kedua.score]), unit=nrr_unit())
    return Picture(
        title=unsur_title(found),
        note=f"NRR, skala 1–4. Titik besar = {said[0]}, titik kecil = {said[1]}{reading(marks)}. Semua unsur diuji "
        "sebagai satu keluarga.",
        figure=figure_of_dots(marks, drawn, beside=11),
        alt=in_words(marks, "NRR"),
    )


def _mark(row: UnsurPair, said: Names) -> Mark:
    mark = nrr_mark(_name(row), row.pertama, full=row.unsur.nama if row.unsur else "")
    if mark.value is None:
        return mark
    other = visible_nrr(row.kedua)
    hover = f"{mark.hover}<br>{escape(said[1])}: NRR {nrr_text(row.kedua)}"
    if row.beda is not None:
        hover += f"<br>{row.beda.kata}"
    return replace(
        mark,
        before=other,
        hover=hover,
        acuan=f"{row.pertama.acuan};{row.kedua.acuan}",
        ubah=row.beda.acuan if row.beda else "",
    )


def tables(found: Banding, said: Names) -> tuple[tuple[str, Table], ...]:
    """The figures of the page, for reading and for download."""
    first, second = _upper(said[0]), _upper(said[1])
    whole_ = Table(
        (Column("Yang dibandingkan"), Column(first, "ikm"), Column(second, "ikm"), Column("Beda", "change")),
        (("IKM", found.pertama.score, found.kedua.score, found.beda),),
    )
    unsur = Table(
        (Column("Unsur"), Column(first, "nrr"), Column(second, "nrr"), Column("Beda", "change")),
        tuple((_name(row), row.pertama, row.kedua, row.beda) for row in found.unsur),
    )
    return (("Indeks", whole_), ("Unsur", unsur)) if found.unsur else (("Indeks", whole_),)
