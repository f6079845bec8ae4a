"""The pieces of the page Unsur."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from html import escape

from skm_core.results.showing import lowest_first, visible
from skm_core.results.unsur import Baris, UnsurPage
from skm_core.results.unsur_gain import Sel
from skm_core.results.wording import inside
from skm_core.rules import publish_nrr, round_half_up
from skm_ui.charts.dots import figure_of_dots
from skm_ui.charts.marks import Mark, in_words, nrr_mark, reading, spread
from skm_ui.charts.picture import Picture
from skm_ui.charts.scale import excerpt, nrr_unit, rules_of
from skm_ui.figure import ikm_html, nrr_html
from skm_ui.format import decimal
from skm_ui.navigation import link
from skm_ui.views.facts import verdict_note, weakest_title
from skm_ui.views.layanan import name_of

MOST = 6
"""Cells named as where mending is worth most."""


def unsur_name(row: Baris | Sel) -> str:
    """Short name of the unsur of a row or cell; of a panel the number of the variable."""
    return name_of(row.unsur, row.part)


def points(value: Fraction) -> str:
    """ "0,28 poin" of the IKM; "kurang dari 0,01 poin" where the two decimals would be none."""
    shown = round_half_up(value, 2)
    return "kurang dari 0,01 poin" if value > 0 and not shown else f"{decimal(shown)} poin"


def title(found: UnsurPage, place: str, layanan: str) -> str:
    """What the page says of the selection: which unsur are lowest."""
    said = weakest_title(found.terendah, [(unsur_name(row), row.part) for row in found.baris], found.score)
    about = f", {inside(layanan)}" if layanan else ""
    where = f"{found.cakupan} di {place}" if found.cakupan else place
    return f"{said} di {where}{about}" if visible(found.score) is not None else said


def unsur_picture(found: UnsurPage, chosen: str) -> Picture:
    """NRR of the unsur, weakest first, the chosen one strong."""
    marks = [
        _strong(
            nrr_mark(unsur_name(row), row.part, full=row.unsur.nama if row.unsur else "", key=row.part.kunci), chosen
        )
        for row in found.baris
    ]
    drawn = excerpt(spread(marks), rules_of([found.score]), unit=nrr_unit())
    return Picture(
        title=f"{what(found).capitalize()} dari yang paling rendah",
        note=f"Nilai rata-rata (NRR), skala 1–4, sumbu dipotong{reading(marks)}. Pilih satu untuk melihat rinciannya.",
        figure=figure_of_dots(marks, drawn, clickable=True),
        alt=in_words(marks, "NRR"),
    )


def _strong(mark: Mark, chosen: str) -> Mark:
    return replace(mark, strong=mark.key == chosen)


def column_name(found: UnsurPage, kode: str) -> str:
    """Name of a column of the heat table."""
    return next(item.nama for item in found.kolom if item.kode == kode)


def _column(found: UnsurPage, kode: str) -> str:
    """The same inside a sentence; names of places stay as they are."""
    name = column_name(found, kode)
    return inside(name) if found.dimensi == "layanan" else name


def priorities_title(found: UnsurPage) -> str:
    """Where mending is worth most."""
    if found.score.panel:
        return "Panel tertutup: tanpa prioritas"
    if not found.dibandingkan:
        return "Belum ada pembanding"
    if not found.utama:
        return "Tidak ada unsur di bawah sasaran"
    first = next((one for one in found.utama if one.pasti), None)
    if first is None:
        return "Urutan pembenahan belum dapat dipastikan"
    return f"Paling bernilai dibenahi: {inside(unsur_name(first))} di {_column(found, first.kolom)}"


def priorities_note(found: UnsurPage) -> str:
    """How the order comes about."""
    if found.score.panel:
        return "Variabel panel bukan unsur baku dan panelnya bukan sampel, sehingga urutan pembenahan tidak dihitung."
    if not found.dibandingkan:
        return (
            "Tanpa target dan tanpa layanan atau wilayah lain tidak dapat dikatakan unsur mana yang perlu dibenahi. "
            "Tetapkan target di Pengaturan, atau pilih wilayah yang lebih luas."
        )
    if not found.utama:
        return "Semua unsur yang dapat ditampilkan sudah mencapai target, atau setinggi yang terbaik."
    kinds = {one.dari_target for one in found.utama}
    best = f"nilai {level(found)} terbaik"
    aim = (
        f"target layanan, atau {best} bila tanpa target"
        if len(kinds) > 1
        else "target layanan"
        if True in kinds
        else best
    )
    return (
        f"Diurutkan menurut poin IKM yang bertambah bila nilainya mencapai {aim}: jarak ke sasaran kali bobot dan "
        f"bagian jawaban. Bukan dari korelasi. {verdict_note(found.score)}".rstrip()
    )


def level(found: UnsurPage) -> str:
    """What the columns of the heat table are: "layanan", "kecamatan", "kelurahan"."""
    if found.score.panel and found.dimensi == "layanan":
        return "pejabat"
    return found.dimensi or "wilayah"


def what(found: UnsurPage) -> str:
    """What the rows are called: a panel's variables are no unsur."""
    return "variabel" if found.score.panel else "unsur"


def priorities_html(found: UnsurPage) -> str:
    """The first cells as a list, each linked to its evidence."""
    items = []
    for one in found.utama[:MOST]:
        kind = "layanan" if found.dimensi == "layanan" else found.dimensi
        target = escape(link("layanan", unsur=None, **{kind: one.kolom}), quote=True)
        sure = "" if one.pasti else " <span>jaraknya masih mungkin karena kebetulan survei</span>"
        name = f"{escape(unsur_name(one))} di {escape(_column(found, one.kolom))}"
        items.append(
            f'<li><p><a href="{target}" target="_self">{name}</a><b>+{points(one.perolehan)}</b></p>'
            f"{nrr_html(one.part, size='s')}{sure}</li>"
        )
    return f'<ol class="skm-first">{"".join(items)}</ol>' if items else ""


def heat_title(found: UnsurPage) -> str:
    """What the heat table shows."""
    return f"Nilai tiap {what(found)} di tiap {level(found)}"


def heat_note(found: UnsurPage) -> str:
    """How its cells are to be read."""
    if found.score.panel:
        return "Nilai rata-rata variabel, skala 1–4. Panel tertutup: tanpa mutu."
    return (
        "NRR, skala 1–4; warna menurut nilai interval mutu. Sel pucat: rentangnya melewati batas mutu. Rentang dan "
        "jumlah jawaban tiap sel ada di tabel di bawah."
    )


def detail_title(found: UnsurPage, chosen: Baris) -> str:
    """Of the chosen unsur: its place among the unsur, and that its columns follow."""
    name, n = unsur_name(chosen), sum(row.urutan is not None for row in found.baris)
    if chosen.urutan is None:
        return f"{name} di tiap {level(found)}"
    first, last = chosen.urutan.dari, chosen.urutan.sampai
    if (first, last) == (1, n) and n > 1:
        place = f"belum dapat dibedakan dari {what(found)} lain"
    elif first != last:
        place = f"di urutan {first}–{last} dari bawah, dari {n} unsur"
    elif n == 1:
        place = f"satu-satunya {what(found)} yang dapat dinilai"
    else:
        ends = {1: "paling rendah", n: "paling tinggi"}
        place = ends.get(first, f"terendah ke-{first} dari {n} unsur")
    return f"{name} {place}: nilainya di tiap {level(found)}"


def detail_note(found: UnsurPage, chosen: Baris) -> str:
    """What raising the chosen unsur is worth, and which unsur it cannot be told apart from."""
    if found.score.panel:
        return chosen.unsur.uraian if chosen.unsur else ""
    said = f"Bila naik 0,1, IKM pilihan ini naik {points(chosen.poin)}."
    if chosen.perolehan:
        said += f" Bila semua {level(found)} mencapai sasarannya, naik {points(chosen.perolehan)}."
    names = {row.part.kunci: unsur_name(row) for row in found.baris}
    if chosen.urutan and 0 < len(chosen.urutan.setara) < sum(row.urutan is not None for row in found.baris) - 1:
        same = ", ".join(inside(names[key]) for key in chosen.urutan.setara)
        said += f" Belum dapat dibedakan dari {same}."
    return said


def columns_picture(found: UnsurPage, chosen: str) -> Picture:
    """The chosen unsur in every column, lowest first, with the aim where it is a target."""
    mine = next(row for row in found.baris if row.part.kunci == chosen)
    cells = [cell for (kunci, _), cell in found.sel.items() if kunci == chosen]
    rows = lowest_first(cells, lambda cell: cell.part)
    marks = []
    for cell in rows:
        mark = nrr_mark(column_name(found, cell.kolom), cell.part, key=cell.kolom)
        aim = publish_nrr(cell.tujuan) if cell.tujuan is not None and cell.dari_target else None
        marks.append(replace(mark, target=aim))
    note = f"NRR per {level(found)}, dari yang terendah{reading(marks)}"
    if any(mark.target is not None for mark in marks):
        note += "; garis tegak = target layanan (target IKM dibagi 25)"
    return Picture(
        title=detail_title(found, mine),
        note=f"{detail_note(found, mine)} {note}.".strip(),
        figure=figure_of_dots(marks, excerpt(spread(marks), rules_of([found.score]), unit=nrr_unit()), clickable=True),
        alt=in_words(marks, "NRR"),
    )


BIAYA_NOTE = (
    "Analisis, bukan angka resmi: layanan yang gratis dinilai tinggi pada biaya, sehingga biaya mengangkat indeks. "
    "Bobot biaya dibagi kepada unsur lain menurut bobotnya; mutunya tidak ditetapkan."
)


def biaya_title(found: UnsurPage) -> str:
    """How far the index without biaya lies from the official one; the two published figures less each other."""
    official, without = (visible(one) for one in found.tanpa_biaya[""])
    if official is None or without is None or official == without:
        return "IKM tanpa biaya"
    word = "lebih rendah" if without < official else "lebih tinggi"
    return f"Tanpa biaya, indeksnya {decimal(abs(official - without))} poin {word}"


def biaya_html(found: UnsurPage) -> str:
    """The index with and without biaya, of the whole selection."""
    official, without = found.tanpa_biaya[""]
    return (
        '<dl class="skm-rows">'
        f"<div><dt>IKM resmi, semua unsur</dt><dd>{ikm_html(official, size='s')}</dd></div>"
        f"<div><dt>Tanpa biaya, analisis</dt><dd>{ikm_html(without, size='s')}</dd></div></dl>"
    )
