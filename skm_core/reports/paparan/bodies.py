"""What a step shows, as HTML."""

from __future__ import annotations

import json
from html import escape

from skm_core import rules
from skm_core.reports.paparan import chart
from skm_core.reports.qr import qr_on_screen
from skm_core.story.example import Example
from skm_core.story.steps import Body, Chart, LargeFigure, Lines, Quotes, Rows, Tiles
from skm_core.writing import angka

FEW = 4
"""Up to this many tiles are set larger."""


def html(body: Body) -> str:
    """The body of a step."""
    match body:
        case Lines():
            return _lines(body)
        case Tiles():
            return _tiles(body)
        case LargeFigure():
            return _headline(body)
        case Chart():
            return chart.html(body)
        case Quotes():
            return _quotes(body)
        case Rows():
            return _rows(body)
        case Example():
            return _example(body)


def _lines(body: Lines) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in body.baris)
    if not body.tautan:
        return lines
    link = escape(body.tautan)
    return f'{lines}<p><a href="{link}" rel="noreferrer">{link}</a></p>{qr_on_screen(body.tautan)}'


def _tiles(body: Tiles) -> str:
    tiles = "".join(
        f"<li><b>{escape(tile.judul)}</b>{f'<span>{escape(tile.teks)}</span>' if tile.teks else ''}</li>"
        for tile in body.isi
    )
    figures = all(tile.judul[:1].isdigit() for tile in body.isi)
    kind = " angka" if figures else " luas" if len(body.isi) <= FEW else ""
    return f'<ul class="petak{kind}" style="--kolom:{body.kolom}">{tiles}</ul>'


def _headline(body: LargeFigure) -> str:
    if not body.nilai:
        return f'<p class="tanpa" data-f="{escape(body.acuan)}">{escape(body.teks)}</p>'
    sure = "" if body.pasti else " ragu"
    grade = f'<b class="mutu {body.huruf}{sure}">{body.huruf}</b>' if body.huruf else ""
    moved = f'<p class="gerak">{escape(body.tambahan)}</p>' if body.tambahan else ""
    return (
        f'<p class="nilai" data-f="{escape(body.acuan)}"><span class="besar">{body.nilai}</span>'
        f'<span class="samping"><span>{escape(body.batas)}</span><span>{grade}{escape(body.kata)}</span>'
        f"<span>{escape(body.n)}</span></span></p>{moved}"
    )


def _quotes(body: Quotes) -> str:
    size = body.size(56, 44, 34, 28)
    return "".join(
        f'<figure style="--huruf:{size}"><blockquote>“{escape(one.teks)}”</blockquote>'
        f"<figcaption>{escape(one.asal)}</figcaption></figure>"
        for one in body.isi
    )


FEW_ROWS = 3
"""More rows than these are set closer and smaller, so that they stay on the screen."""


def _rows(body: Rows) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in body.kepala)
    rows = "".join(
        "<tr>"
        + "".join(
            f"<{'td' if place else 'th'}{'' if place else ' scope=row'}>{escape(cell)}</{'td' if place else 'th'}>"
            for place, cell in enumerate(row)
        )
        + "</tr>"
        for row in body.baris
    )
    close = ' class="rapat"' if len(body.baris) > FEW_ROWS else ""
    return f"<table{close}><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _example(body: Example) -> str:
    rows = []
    for place, one in enumerate(body.unsur):
        given = body.jawaban[place]
        buttons = "".join(
            f'<button type="button" data-nilai="{value}" aria-pressed="{"true" if value == given else "false"}" '
            f'title="{escape(label)}" aria-label="{escape(f"{one.nama}: {label}, {value}")}">{value}</button>'
            for value, label in enumerate(one.label, 1)
        )
        rows.append(
            f'<li data-unsur="{place}"><b>{escape(one.nama)}</b><span class="pilih" role="group">{buttons}</span>'
            f'<span class="label">{escape(one.label[given - 1])}</span>'
            f'<span class="nrr">{angka(rules.publish_nrr(rules.nrr(given, 1)))}</span></li>'
        )
    grade = rules.mutu(body.ikm, body.aturan)
    known = {
        "unsur": [{"label": one.label, "bobot": list(one.bobot.as_integer_ratio())} for one in body.unsur],
        "jawaban": body.jawaban,
        "mutu": [[one.huruf, one.kinerja, int(one.batas_bawah.scaleb(2))] for one in body.aturan.mutu],
    }
    packed = json.dumps(known, ensure_ascii=False).replace("<", "\\u003c")
    weighted = angka(rules.publish_nrr(body.tertimbang))
    return (
        f'<div class="hitungan" style="--baris:{len(rows)}"><ol>{"".join(rows)}</ol><div class="jadi">'
        f'<p class="rumus">{body.kata} <b data-isi="tertimbang">{weighted}</b> × 25 =</p>'
        f'<p class="besar" data-isi="ikm" aria-live="polite">{angka(body.ikm)}</p>'
        f'<p><b class="mutu {grade.huruf}" data-isi="huruf">{grade.huruf}</b> <span data-isi="kinerja">'
        f'{grade.kinerja}</span></p><p class="kecil"><span data-isi="n">1</span> kuesioner · contoh, bukan hasil</p>'
        '<p class="aksi"><button type="button" data-contoh="tambah">Kuesioner berikutnya</button>'
        '<button type="button" data-contoh="kosong">Mulai lagi</button></p></div></div>'
        f'<script type="application/json">{packed}</script>'
    )
