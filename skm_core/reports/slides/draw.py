"""Text on a slide: boxes in inches, sizes in points, the colours of the product."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from skm_core.reports.pictures import svg

FONT = "Arial"
"""On every machine that opens slides, unlike the font of the screens; as in the Word report."""
INK, MUTED, LINE = (RGBColor.from_string(colour[1:]) for colour in (svg.INK, svg.MUTED, svg.LINE))
AMBER, WHITE = RGBColor(0xF2, 0xB4, 0x4B), RGBColor(0xFF, 0xFF, 0xFF)
MUTU = {letter: RGBColor.from_string(colour[1:]) for letter, colour in svg.MUTU.items()}
ON_MUTU = {"A": WHITE, "B": INK, "C": INK, "D": WHITE}


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the slide, in inches."""

    kiri: float
    atas: float
    lebar: float
    tinggi: float

    @property
    def emu(self) -> tuple[Any, Any, Any, Any]:
        """Left, top, width, height as the file counts them."""
        return Inches(self.kiri), Inches(self.atas), Inches(self.lebar), Inches(self.tinggi)


def title(slide: Any, words: str, box: Box, *, size: int) -> None:
    """The message, in the slide's own title so that outlines and screen readers find it."""
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = box.emu
    fill(shape.text_frame, [words], size=size, bold=True, anchor=MSO_ANCHOR.TOP)


def text(
    slide: Any,
    words: str | Iterable[str],
    box: Box,
    *,
    size: float,
    colour: RGBColor = INK,
    bold: bool = False,
    anchor: Any = MSO_ANCHOR.TOP,
) -> Any:
    """A box of text; one paragraph per string."""
    shape = slide.shapes.add_textbox(*box.emu)
    fill(
        shape.text_frame,
        [words] if isinstance(words, str) else list(words),
        size=size,
        colour=colour,
        bold=bold,
        anchor=anchor,
    )
    return shape


def fill(
    frame: Any,
    paragraphs: Iterable[str],
    *,
    size: float,
    colour: RGBColor = INK,
    bold: bool = False,
    anchor: Any = MSO_ANCHOR.TOP,
    align: Any = PP_ALIGN.LEFT,
) -> None:
    """Put paragraphs into a text frame, without its margins."""
    frame.word_wrap, frame.vertical_anchor = True, anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for place, words in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = align
        run = paragraph.add_run()
        run.text = words
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
        run.font.color.rgb = colour


def band(slide: Any, words: str, box: Box, *, shade: RGBColor, colour: RGBColor, size: float = 14) -> None:
    """A filled bar with words in its middle."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu)
    shape.fill.solid()
    shape.fill.fore_color.rgb = shade
    shape.line.fill.background()
    shape.shadow.inherit = False
    middle = {"anchor": MSO_ANCHOR.MIDDLE, "align": PP_ALIGN.CENTER}
    fill(shape.text_frame, [words], size=size, colour=colour, bold=True, **middle)


def rule(slide: Any, left: float, top: float, width: float) -> None:
    """A hairline."""
    line = slide.shapes.add_connector(1, Inches(left), Inches(top), Inches(left + width), Inches(top))
    line.line.color.rgb, line.line.width = LINE, Pt(1.5)
