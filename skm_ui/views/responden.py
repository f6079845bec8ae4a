"""The pieces of the page Responden."""

from __future__ import annotations

from html import escape

from skm_core.results.responden import Beda, Bidang, Golongan, Responden
from skm_core.results.showing import DITAHAN
from skm_core.results.wording import inside, kata
from skm_core.rules import N_SEMBUNYI
from skm_ui.charts.dots import figure_of_dots
from skm_ui.charts.marks import Mark, ikm_mark, in_words, reading, spread, what_of
from skm_ui.charts.picture import Picture
from skm_ui.charts.scale import excerpt, rules_of
from skm_ui.filters import PENGUMPUL
from skm_ui.format import decimal, share, whole
from skm_ui.table import Column, Table
from skm_ui.views.facts import facts_html, figure_fact, verdict_note

UNTOLD = "tanpa nilai"
"""In a chart, of a group whose number is not told: small, or withheld with a small one."""
MOST = 5
"""Certain gaps named at the top."""
FEW = f"kurang dari {N_SEMBUNYI}"


def title(found: Responden, place: str) -> str:
    """How many people answered, and whether groups of them are served alike."""
    where = f"{found.cakupan} di {place}" if found.cakupan else place
    people = f"{whole(found.n_orang)} warga menjawab di {where}"
    if not found.beda:
        return people
    n = sum(one.certain for one in found.beda)
    if not n:
        return f"{people}; antarkelompok belum tampak beda yang pasti"
    return f"{people}; {kata(n)} beda antarkelompok di luar batas kebetulan survei"


def facts(found: Responden) -> str:
    """People, questionnaires, and the figure they gave."""
    who = "Panel undangan" if found.score.panel else PENGUMPUL[found.susunan.pengumpul]
    rows = [
        ("Responden", f"<b>{whole(found.n_orang)}</b> orang" if found.n_orang >= N_SEMBUNYI else FEW),
        ("Kuesioner yang mereka isi", f"<b>{whole(found.score.n_kuesioner)}</b>"),
        ("Pengumpul data", escape(who)),
    ]
    rows += figure_fact(what_of(found.score), found.score)
    return facts_html(rows)


def gaps_title(found: Responden) -> str:
    """Whether any two groups can be told apart."""
    certain = [one for one in found.beda if one.certain]
    if found.score.panel:
        return "Panel tertutup: beda antarkelompok tidak diuji"
    if not found.beda:
        return "Belum cukup jawaban untuk membandingkan kelompok"
    if not certain:
        return "Tidak ada beda antarkelompok yang dapat dipastikan"
    first = certain[0]
    return f"{_group(first.bidang, first.rendah)} lebih rendah daripada {inside_group(first.bidang, first.tinggi)}"


def _group(field: str, one: Golongan) -> str:
    """A group as the subject of a sentence: "Usia 20–29 tahun", "Lulusan SMA", "Pekerja swasta"."""
    if field == "pendidikan":
        return f"Lulusan {one.nama}"
    if field == "usia":
        return f"Usia {inside(one.nama)}"
    return f"Pekerjaan {one.nama}" if field == "pekerjaan" else one.nama


def inside_group(field: str, one: Golongan) -> str:
    """The same inside a sentence."""
    return inside(_group(field, one))


def gaps_note(found: Responden) -> str:
    """How they were tested."""
    if found.score.panel or not found.beda:
        return "Kelompok dibandingkan bila berisi sedikitnya sepuluh orang dan sepuluh kuesioner."
    tested = (
        "Satu pasangan kelompok diuji."
        if len(found.beda) == 1
        else f"Semua {len(found.beda)} pasangan kelompok diuji sebagai satu keluarga, sehingga peluang satu saja salah "
        "disebut berbeda paling besar 5%."
    )
    return f"{tested} Kelompok di bawah sepuluh orang tidak ikut. {verdict_note(found.score)}".rstrip()


def gaps_html(found: Responden) -> str:
    """The certain gaps, widest first."""
    rows = [one for one in found.beda if one.certain]
    items = "".join(_gap(one) for one in rows[:MOST])
    rest = f'<p class="skm-note below">{len(rows) - MOST} beda pasti lain ada di tabel di bawah.</p>'
    return (f'<ol class="skm-first">{items}</ol>' if items else "") + (rest if len(rows) > MOST else "")


def _gap(one: Beda) -> str:
    names = f"{_group(one.bidang, one.rendah)} dibanding {inside_group(one.bidang, one.tinggi)}"
    said = f'<span class="verdict" data-c="{escape(one.acuan, quote=True)}">{escape(one.kata)}</span>'
    return f"<li><p>{escape(names)}</p>{said}</li>"


def people_html(field: Bidang) -> str:
    """How many people of each group answered, as bars; what `showing.untold` withholds is not counted out."""
    most = max((one.n_orang for one in field.golongan if one.terbuka), default=1)
    rows = "".join(_bar(one, most, field.dasar) for one in field.golongan)
    tails = [f"{whole(field.kosong)} orang tidak mengisi."] if field.kosong and field.kosong_terbuka else []
    if not all(one.terbuka for one in field.golongan):
        tails.append(_why_untold(field))
    note = f'<p class="skm-note below">{" ".join(tails)}</p>' if tails else ""
    return f'<table class="skm-people"><tbody>{rows}</tbody></table>{note}'


def _why_untold(field: Bidang) -> str:
    """Why a number of people is not told; the same words whether the group is small or goes with a small one."""
    also = "banyaknya yang tidak mengisi" if not field.kosong_terbuka else "kelompok terkecil berikutnya"
    return (
        f"Kelompok di bawah {N_SEMBUNYI} orang tidak ditampilkan. Supaya tidak dapat dihitung dari sisanya, {also} "
        "dapat ikut disembunyikan."
    )


def people_note(field: Bidang) -> str:
    """What the bars show, and of whom the shares are."""
    whom = "dari yang mengisi" if field.kosong_terbuka else "dari semua responden"
    return f"Orang yang menjawab, dan bagiannya {whom}."


def _bar(one: Golongan, most: int, total: int) -> str:
    said = f"<b>{whole(one.n_orang)}</b> · {share(one.n_orang, total, 0)}" if one.terbuka else DITAHAN
    width = max(100 * one.n_orang // most, 1) if one.terbuka else 0
    return (
        f'<tr><th scope="row">{escape(one.nama)}</th><td><i style="width:{width}%"></i></td>'
        f'<td class="num">{said}</td></tr>'
    )


def index_picture(found: Responden, kunci: str) -> Picture:
    """The index of every group of one field, in the order of its answers."""
    field = next(one for one in found.bidang if one.kunci == kunci)
    marks = [_mark(one) for one in field.golongan]
    scores = [one.score for one in field.golongan if one.tampil]
    return Picture(
        title=_index_title(found, field),
        note=f"{what_of(found.score)} menurut {inside(field.nama)}, sumbu dipotong{reading(marks)}.",
        figure=figure_of_dots(marks, excerpt(spread(marks), rules_of(scores))),
        alt=in_words(marks, what_of(found.score)),
    )


def _mark(one: Golongan) -> Mark:
    if one.tampil:
        return ikm_mark(one.nama, one.score)
    return Mark(one.nama, None, UNTOLD, f"<b>{escape(one.nama)}</b><br>{DITAHAN}")


def _index_title(found: Responden, field: Bidang) -> str:
    tested = [one for one in found.beda if one.bidang == field.kunci]
    certain = [one for one in tested if one.certain]
    if found.score.panel or not tested:
        return f"Nilai menurut {inside(field.nama)}"
    if not certain:
        return f"Menurut {inside(field.nama)} belum dapat dibedakan"
    first = certain[0]
    more = "" if len(certain) == 1 else f", dan {len(certain) - 1} pasangan lain"
    return (
        f"{_group(first.bidang, first.rendah)} lebih rendah daripada {inside_group(first.bidang, first.tinggi)}{more}"
    )


def tables(found: Responden) -> tuple[tuple[str, Table], ...]:
    """The figures of the page, for reading and for download."""
    groups = tuple(
        (
            field.nama,
            one.nama,
            one.n_orang if one.terbuka else DITAHAN,
            one.score if one.tampil else None,
        )
        for field in found.bidang
        for one in field.golongan
    )
    columns = (Column("Profil"), Column("Kelompok"), Column("Orang", "number"), Column("IKM", "ikm"))
    shown = [("Kelompok responden", Table(columns, groups))]
    names = {field.kunci: field.nama for field in found.bidang}
    if found.beda:
        pairs = tuple(
            (
                names[one.bidang],
                one.rendah.nama,
                one.tinggi.nama,
                f"{decimal(one.poin)} poin",
                one.putusan_kata,
            )
            for one in found.beda
        )
        heads = (Column("Profil"), Column("Lebih rendah"), Column("Lebih tinggi"), Column("Jarak"), Column("Putusan"))
        shown.append(("Semua pasangan kelompok", Table(heads, pairs)))
    return tuple(shown)
