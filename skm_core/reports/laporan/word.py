"""The report as an editable Word file: real heading styles, table of contents, numbered captions, repeated heads."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from skm_core.reports import printing
from skm_core.reports.blocks import Block, Document, Figure, Heading, Items, PageBreak, Signature, Table, Text
from skm_core.reports.content import Content
from skm_core.reports.frozen import frozen_zip
from skm_core.reports.laporan import word_fields as fields
from skm_core.reports.laporan.document import laporan
from skm_core.reports.laporan.word_styles import new_document
from skm_core.reports.laporan.word_table import add_table

if TYPE_CHECKING:
    from docx.document import Document as Word

TEXT_WIDTH_CM = 16.0


def docx(c: Content) -> bytes:
    """The report as DOCX; the same bytes for the same content."""
    return render(laporan(c), c.instansi.unit)


def render(document: Document, unit: str) -> bytes:
    """Any text document as DOCX."""
    word = new_document(document)
    _cover(word, document, unit)
    headings = [block for block in document.blok if isinstance(block, Heading)]
    word.add_paragraph("Daftar isi", style="Judul daftar isi")
    fields.add_contents(word, [(one.penuh, one.tingkat) for one in headings])
    counts = {"Tabel": 0, "Gambar": 0}
    number = 0
    for block in document.blok:
        if isinstance(block, Heading):
            number += 1
            fields.add_heading(word, block.penuh, block.tingkat, number)
        else:
            _add(word, block, counts)
    made = io.BytesIO()
    word.save(made)
    return frozen_zip(made.getvalue())


def _cover(word: Word, document: Document, unit: str) -> None:
    word.add_paragraph(document.penulis, style="Sampul instansi")
    word.add_paragraph(unit, style="Sampul unit")
    word.add_paragraph(document.judul, style="Title")
    for line in document.sampul:
        word.add_paragraph(line, style="Subtitle")
    word.add_paragraph(document.kaki, style="Catatan").paragraph_format.space_before = fields.points(180)
    fields.break_page(word)


def _add(word: Word, block: Block, counts: dict[str, int]) -> None:
    match block:
        case Text():
            word.add_paragraph(
                block.teks, style={"hasil": "Angka utama", "catatan": "Catatan"}.get(block.gaya, "Normal")
            )
        case Items():
            for item in block.butir:
                word.add_paragraph(item, style="List Number" if block.bernomor else "List Bullet")
        case Table():
            counts["Tabel"] += 1
            fields.add_caption(word, "Tabel", counts["Tabel"], block.keterangan, keep=True)
            add_table(word, block, TEXT_WIDTH_CM)
            if block.catatan:
                word.add_paragraph(block.catatan, style="Catatan")
            else:
                word.add_paragraph(style="Catatan")
        case Figure():
            _figure(word, block, counts)
        case Signature():
            _signature(word, block)
        case PageBreak():
            fields.break_page(word)
        case _:
            pass


def _figure(word: Word, block: Figure, counts: dict[str, int]) -> None:
    counts["Gambar"] += 1
    place = word.add_paragraph()
    place.paragraph_format.keep_with_next = True
    place.add_run().add_picture(io.BytesIO(printing.png(block.gambar)), width=fields.centimetres(TEXT_WIDTH_CM))
    fields.describe_picture(place, f"Gambar {counts['Gambar']}", block.alt)
    fields.add_caption(word, "Gambar", counts["Gambar"], block.keterangan)


def _signature(word: Word, block: Signature) -> None:
    lines = (
        block.tempat,
        block.jabatan or "(jabatan)",
        "",
        "",
        "",
        block.nama or "(nama)",
        f"NIP {block.nip}".strip(),
    )
    for line in lines:
        word.add_paragraph(line, style="Tanda tangan")
