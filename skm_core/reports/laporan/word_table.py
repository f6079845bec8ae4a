"""Tables in Word: repeated head, rows that do not break, hairlines, numbers to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skm_core.reports.blocks import Table
from skm_core.reports.laporan import word_fields as fields

if TYPE_CHECKING:
    from docx.document import Document as Word

HAIR, STRONG = {"val": "single", "sz": "4", "color": "C9D2DB"}, {"val": "single", "sz": "8", "color": "15202B"}


def add_table(word: Word, block: Table, width_cm: float) -> None:
    """The table at the end of the document."""
    table = word.add_table(rows=1 + len(block.baris), cols=len(block.kepala))
    table.autofit = False
    total = sum(block.lebar)
    widths = [fields.centimetres(width_cm * part / total) for part in block.lebar]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    properties = table._tbl.tblPr
    properties.append(fields.element("w:tblCaption", val=block.keterangan))
    style = word.styles["Isi tabel rapat" if block.rapat else "Isi tabel"].style_id
    for number, (row, cells) in enumerate(zip(table.rows, (block.kepala, *block.baris), strict=True)):
        about = row._tr.get_or_add_trPr()
        about.append(fields.element("w:cantSplit"))
        if number == 0:
            about.append(fields.element("w:tblHeader"))
        elif block.tinggi:
            row.height = fields.centimetres(block.tinggi / 10 + 0.6)
        bold = number == 0 or number - 1 in block.tebal
        keep = block.utuh and number < len(block.baris)
        for cell, words, side, width in zip(row.cells, cells, block.rata, widths, strict=True):
            cell.width = width
            _cell(cell, words, style, side, bold=bold, keep=keep, head=number == 0)


def _cell(cell: Any, words: str, style: str, side: str, *, bold: bool, keep: bool, head: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

    paragraph = cell.paragraphs[0]
    paragraph._p.style = style  # by id: looking a name up costs 1 ms a cell
    paragraph.alignment = {"l": ALIGN.LEFT, "c": ALIGN.CENTER, "r": ALIGN.RIGHT}[side]
    paragraph.paragraph_format.keep_with_next = keep
    paragraph.add_run(words).bold = bold or None
    about = cell._tc.get_or_add_tcPr()
    borders = fields.element("w:tcBorders")
    borders.append(fields.element("w:bottom", **(STRONG if head else HAIR)))
    about.append(borders)
    margins = fields.element("w:tcMar")
    for edge in ("top", "left", "bottom", "right"):
        margins.append(fields.element(f"w:{edge}", w="50" if edge in ("top", "bottom") else "60", type="dxa"))
    about.append(margins)
