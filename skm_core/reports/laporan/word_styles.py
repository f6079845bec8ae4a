"""The empty Word file: page, language, styles, header and footer."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from skm_core.reports import printing
from skm_core.reports.blocks import Document
from skm_core.reports.laporan import word_fields as fields

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.styles.style import ParagraphStyle

FONT = "Arial"
"""On every machine, so that pages break alike."""
INK, MUTED = "15202B", "5A6672"


def new_document(document: Document) -> Word:
    """An empty file with the styles of a report, its properties, and what stands on every page."""
    import docx
    from docx.shared import Cm

    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    _styles(word)
    about = word.core_properties
    about.title = ", ".join([document.judul, *document.sampul])
    about.author, about.last_modified_by, about.comments = document.penulis, document.penulis, ""
    about.language = "id-ID"
    about.created = about.modified = datetime.combine(document.tanggal, datetime.min.time())
    footer = section.footer.paragraphs[0]
    footer.style = word.styles["Footer"]
    footer.add_run(document.kaki)
    number = section.footer.add_paragraph(style=word.styles["Footer"])
    fields.add_field(number, "PAGE", "1")
    if document.contoh:
        header = section.header.paragraphs[0]
        header.style = word.styles["Data contoh"]
        header.add_run(printing.PITA_CONTOH)
        fields.add_watermark(header, printing.TANDA_CONTOH)
    return word


def _styles(word: Word) -> None:
    _style(word, "Normal", 10.5, after=6)
    _language(word.styles["Normal"])
    _style(word, "Title", 28, bold=True, before=200, after=8)
    _style(word, "Subtitle", 15, after=2, colour=MUTED)
    _style(word, "Heading 1", 18, bold=True, after=12, page=True)
    _style(word, "Heading 2", 12.5, bold=True, before=16, after=6)
    _style(word, "Caption", 9, before=10, after=4)
    _style(word, "List Bullet", 10.5, after=3)
    _style(word, "List Number", 10.5, after=3)
    _style(word, "Header", 8, colour=MUTED)
    _style(word, "Footer", 7.5, colour=MUTED)
    _new(word, "Angka utama", 17, bold=True, before=6, after=8)
    _new(word, "Catatan", 8.5, colour=MUTED, before=3, after=8)
    _new(word, "Isi tabel", 9)
    _new(word, "Isi tabel rapat", 7.5)
    _new(word, "Judul daftar isi", 18, bold=True, after=12)
    _new(word, "Sampul instansi", 12, bold=True, before=20)
    _new(word, "Sampul unit", 10.5, colour=MUTED)
    _new(word, "Tanda tangan", 10.5, indent=9)
    _new(word, "Data contoh", 9, bold=True, colour="9A5B00")
    for level in (1, 2):
        _new(word, f"TOC {level}", 10.5, bold=level == 1, after=3, indent=0.6 * (level - 1))


def _new(word: Word, name: str, size: float, **how: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    if name not in [style.name for style in word.styles]:
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Normal"]
    _style(word, name, size, **how)


def _style(
    word: Word,
    name: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = INK,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    page: bool = False,
) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    style: ParagraphStyle = word.styles[name]
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour)
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        faces.set(qn(f"w:{script}"), FONT)
    for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        faces.attrib.pop(qn(f"w:{theme}"), None)
    room = style.paragraph_format
    room.space_before, room.space_after, room.widow_control = Pt(before), Pt(after), True
    if indent:
        room.left_indent = Cm(indent)
    if page:
        room.page_break_before = True
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _language(style: object) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    language = OxmlElement("w:lang")
    for name in ("val", "eastAsia"):
        language.set(qn(f"w:{name}"), "id-ID")
    style.element.get_or_add_rPr().append(language)  # type: ignore[attr-defined]
