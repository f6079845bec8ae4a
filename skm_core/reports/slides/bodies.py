"""What a step shows, as shapes of a slide that can be edited."""

from __future__ import annotations

import io
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Pt

from skm_core import rules
from skm_core.reports.qr import qr_png
from skm_core.reports.slides import chart, draw
from skm_core.reports.slides.draw import INK, MUTED, MUTU, ON_MUTU, WHITE, Box
from skm_core.story.example import Example
from skm_core.story.steps import Body, Chart, LargeFigure, Lines, Quotes, Rows, Tiles
from skm_core.writing import angka

FEW = 4
THREE = (2.0, 1.9, 0.9)
"""Shares of three columns of words: what, who, when."""


def add(slide: Any, body: Body, box: Box) -> None:
    """Draw the body into the box."""
    match body:
        case Lines():
            _lines(slide, body, box)
        case Tiles():
            _tiles(slide, body, box)
        case LargeFigure():
            _headline(slide, body, box)
        case Chart():
            chart.add(slide, body, box)
        case Quotes():
            _quotes(slide, body, box)
        case Rows():
            widths = THREE if len(body.kepala) == len(THREE) else ()
            _table(slide, (body.kepala, *body.baris), box, size=20 if len(body.baris) <= FEW else 16, widths=widths)
        case Example():
            _example(slide, body, box)


def _lines(slide: Any, body: Lines, box: Box) -> None:
    lines = [*body.baris, *((body.tautan,) if body.tautan else ())]
    room = box if not body.tautan else Box(box.kiri, box.atas, box.lebar - 2.8, box.tinggi)
    draw.text(slide, lines, room, size=24, colour=MUTED)
    if body.tautan:
        picture = io.BytesIO(qr_png(body.tautan))
        side, right = Inches(2.5), Inches(box.kiri + box.lebar - 2.5)
        made = slide.shapes.add_picture(picture, right, Inches(box.atas), side, side)
        made._element.nvPicPr.cNvPr.set("descr", f"Kode QR ke {body.tautan}")


def _tiles(slide: Any, body: Tiles, box: Box) -> None:
    columns = min(body.kolom, len(body.isi))
    rows = -(-len(body.isi) // columns)
    gap = 0.4
    width = (box.lebar - gap * (columns - 1)) / columns
    height = min(1.75, box.tinggi / rows)
    figures = all(tile.judul[:1].isdigit() for tile in body.isi)
    size = 48 if figures else 28 if len(body.isi) <= FEW else 24
    for place, tile in enumerate(body.isi):
        left = box.kiri + (place % columns) * (width + gap)
        top = box.atas + (place // columns) * height
        draw.rule(slide, left, top, width)
        here = Box(left, top + 0.12, width, height - 0.25)
        shape = draw.text(slide, tile.judul, here, size=size, bold=True)
        if tile.teks:
            paragraph = shape.text_frame.add_paragraph()
            run = paragraph.add_run()
            run.text = tile.teks
            run.font.size, run.font.name = Pt(20), draw.FONT
            run.font.color.rgb = MUTED


def _headline(slide: Any, body: LargeFigure, box: Box) -> None:
    if not body.nilai:
        draw.text(slide, body.teks, box, size=28, colour=MUTED)
        return
    draw.text(slide, body.nilai, Box(box.kiri, box.atas + 0.3, 6.9, 2.2), size=120, bold=True)
    left = box.kiri + 7.2
    draw.text(slide, body.batas, Box(left, box.atas + 0.5, 5, 0.6), size=28)
    indent = 0.0
    if body.huruf:
        shade = MUTU[body.huruf] if body.pasti else WHITE
        ink = ON_MUTU[body.huruf] if body.pasti else INK
        draw.band(slide, body.huruf, Box(left, box.atas + 1.1, 0.7, 0.6), shade=shade, colour=ink, size=28)
        indent = 0.9
    draw.text(slide, body.kata, Box(left + indent, box.atas + 1.13, 5 - indent, 0.6), size=28)
    draw.text(slide, body.n, Box(left, box.atas + 1.8, 5, 0.6), size=28, colour=MUTED)
    if body.tambahan:
        draw.text(slide, body.tambahan, Box(box.kiri, box.atas + 3.0, box.lebar, 0.8), size=26, colour=MUTED)


def _quotes(slide: Any, body: Quotes, box: Box) -> None:
    height = box.tinggi / len(body.isi)
    size = body.size(30, 22, 18, 14)
    for place, one in enumerate(body.isi):
        here = Box(box.kiri + 0.3, box.atas + place * height, box.lebar - 0.6, height)
        shape = draw.text(slide, f"“{one.teks}”", here, size=size)
        paragraph = shape.text_frame.add_paragraph()
        run = paragraph.add_run()
        run.text = one.asal
        run.font.size, run.font.name = Pt(18), draw.FONT
        run.font.color.rgb = MUTED


def _table(
    slide: Any, rows: tuple[tuple[str, ...], ...], box: Box, *, size: float, widths: tuple[float, ...] = ()
) -> None:
    height = min(0.75, box.tinggi / len(rows))
    shape = slide.shapes.add_table(len(rows), len(rows[0]), *Box(box.kiri, box.atas, box.lebar, height * len(rows)).emu)
    table = shape.table
    style = shape._element.graphic.graphicData.tbl.tblPr.find(
        "{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId"
    )
    style.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid
    shares = widths or ((2.0,) + (1.0,) * (len(rows[0]) - 1))
    for column, share in enumerate(shares):
        table.columns[column].width = Inches(box.lebar * share / sum(shares))
    for place, row in enumerate(rows):
        for column, words in enumerate(row):
            cell = table.cell(place, column)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            draw.fill(
                cell.text_frame,
                [words],
                size=size if place else min(size, 16),
                bold=place > 0 and column == 0,
                colour=INK if place else MUTED,
                anchor=MSO_ANCHOR.MIDDLE,
            )


def _example(slide: Any, body: Example, box: Box) -> None:
    rows = [("Unsur", "Jawaban", "Nilai")]
    for one, value in zip(body.unsur, body.jawaban, strict=True):
        rows.append((one.nama, one.label[value - 1], str(value)))
    _table(slide, tuple(rows), Box(box.kiri, box.atas, 7.2, box.tinggi), size=16, widths=(3, 4, 1))
    grade = rules.mutu(body.ikm, body.aturan)
    left = box.kiri + 7.8
    weighted = angka(rules.publish_nrr(body.tertimbang))
    draw.text(
        slide, f"{body.kata[0].upper()}{body.kata[1:]} {weighted} × 25 =", Box(left, box.atas + 0.6, 4.2, 0.6), size=20
    )
    draw.text(slide, angka(body.ikm), Box(left, box.atas + 1.2, 4.2, 1.5), size=88, bold=True)
    draw.band(
        slide,
        grade.huruf,
        Box(left, box.atas + 2.9, 0.7, 0.6),
        shade=MUTU[grade.huruf],
        colour=ON_MUTU[grade.huruf],
        size=28,
    )
    draw.text(slide, grade.kinerja, Box(left + 0.9, box.atas + 2.93, 3.2, 0.6), size=28)
    words = "Contoh satu kuesioner, bukan hasil"
    draw.text(slide, words, Box(left, box.atas + 3.7, 4.2, 0.5), size=16, colour=MUTED)
