"""What python-docx has no words for: fields, captions, table of contents, bookmarks, watermark."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

_WATERMARK = (
    '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
    'adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id="TandaContoh" type="#_x0000_t136" alt="{words}" style="position:absolute;margin-left:0;margin-top:0;'
    "width:420pt;height:84pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;"
    'mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" '
    'fillcolor="#FAE3BC" stroked="f"><v:textpath style="font-family:Arial;font-size:1pt" string="{words}"/></v:shape>'
    "</w:pict>"
)


def points(value: float) -> Any:
    """A length in points."""
    from docx.shared import Pt

    return Pt(value)


def centimetres(value: float) -> Any:
    """A length in centimetres."""
    from docx.shared import Cm

    return Cm(value)


def element(tag: str, /, **attributes: str) -> Any:
    """An element of WordprocessingML with its attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def add_field(paragraph: Paragraph, code: str, shown: str, *, dirty: bool = False) -> None:
    """A field with what it shows until Word computes it anew."""
    begin = element("w:fldChar", fldCharType="begin", **({"dirty": "true"} if dirty else {}))
    paragraph.add_run()._r.append(begin)
    instruction = element("w:instrText")
    instruction.text = f" {code} "
    paragraph.add_run()._r.append(instruction)
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="separate"))
    paragraph.add_run(shown)
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))


def add_caption(word: Word, label: str, number: int, words: str, *, keep: bool = False) -> None:
    """A caption that Word numbers itself: "Tabel 3. …"; keep: it stays with what follows."""
    paragraph = word.add_paragraph(style="Caption")
    paragraph.paragraph_format.keep_with_next = keep
    paragraph.add_run(f"{label} ").bold = True
    add_field(paragraph, f"SEQ {label} \\* ARABIC", str(number))
    paragraph.add_run(f". {words}")


def add_heading(word: Word, words: str, level: int, number: int) -> None:
    """A heading with the bookmark the table of contents points to."""
    paragraph = word.add_paragraph(style=f"Heading {level}")
    paragraph._p.append(element("w:bookmarkStart", id=str(number), name=f"_Toc{number:04d}"))
    paragraph.add_run(words)
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def add_contents(word: Word, headings: Sequence[tuple[str, int]]) -> None:
    """A table of contents with its entries written out; Word adds the page numbers when the file is opened."""
    first, last = 0, len(headings) - 1
    for place, (words, level) in enumerate(headings):
        paragraph = word.add_paragraph(style=f"TOC {level}")
        if place == first:
            paragraph.add_run()._r.append(element("w:fldChar", fldCharType="begin", dirty="true"))
            code = element("w:instrText")
            code.text = ' TOC \\o "1-2" \\h \\z \\u '
            paragraph.add_run()._r.append(code)
            paragraph.add_run()._r.append(element("w:fldChar", fldCharType="separate"))
        link = element("w:hyperlink", anchor=f"_Toc{place + 1:04d}")
        run = paragraph.add_run(words)
        paragraph._p.remove(run._r)
        link.append(run._r)
        paragraph._p.append(link)
        if place == last:
            paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))


def break_page(word: Word) -> None:
    """What follows begins a page."""
    from docx.enum.text import WD_BREAK

    word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def describe_picture(paragraph: Paragraph, name: str, words: str) -> None:
    """Name and alternative text of the picture in a paragraph."""
    for about in paragraph._p.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
        about.set("name", name)
        about.set("descr", words)


def add_watermark(paragraph: Paragraph, words: str) -> None:
    """Pale words across every page, anchored in the header."""
    from docx.oxml import parse_xml

    paragraph.add_run()._r.append(parse_xml(_WATERMARK.format(words=escape(words))))
