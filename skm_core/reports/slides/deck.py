"""The slides of a story, one a step, 16:9; the same story gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime, time

from pptx import Presentation
from pptx.util import Emu

from skm_core.reports.frozen import FIXED, frozen_zip
from skm_core.reports.printing import PITA_CONTOH
from skm_core.reports.slides import bodies, draw
from skm_core.reports.slides.draw import AMBER, INK, MUTED, Box
from skm_core.story.steps import Chart, Lines, Step, Story

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.67
"""Inches of a wide slide."""
TITLE_ONLY = 5
"""Layout with a title and nothing else, in the template that python-pptx carries."""
LONG = 50
"""Characters of a message from which its letters are smaller, so that it keeps to two lines."""
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_MOMENT = b"1980-01-01T00:00:00Z"


def pptx(story: Story) -> bytes:
    """The file. Every step is a slide with its message as title and the speaker note as notes."""
    made = Presentation()
    made.slide_width, made.slide_height = Emu(int(WIDTH * 914400)), Emu(int(HEIGHT * 914400))
    known = made.core_properties
    known.title, known.author, known.language = story.judul, story.penulis, "id-ID"
    known.created = known.modified = datetime.combine(story.tanggal, time(), UTC)
    known.last_modified_by = story.penulis
    for step in story.langkah:
        _slide(made, step, story)
    out = io.BytesIO()
    made.save(out)
    return frozen_zip(_still(out.getvalue()))


def _slide(made: object, step: Step, story: Story) -> None:
    slide = made.slides.add_slide(made.slide_layouts[TITLE_ONLY])  # type: ignore[attr-defined]
    opening = isinstance(step.isi, Lines)
    top = 2.0 if opening else 0.5
    size = 54 if opening else 36 if len(step.judul) <= LONG else 28
    room = Box(MARGIN, top, WIDTH - 2 * MARGIN, 1.7 if opening else 1.25)
    draw.title(slide, step.judul, room, size=size)
    below = top + room.tinggi + (0.4 if opening else 0.15)
    foot = 6.75
    bodies.add(slide, step.isi, Box(MARGIN, below, WIDTH - 2 * MARGIN, foot - below - 0.1))
    words = " ".join(part for part in (_key(step), step.sumber) if part)
    if words:
        draw.text(slide, words, Box(MARGIN, foot, WIDTH - 2 * MARGIN, 0.5), size=14, colour=MUTED)
    if story.contoh:
        draw.band(slide, PITA_CONTOH, Box(0, 0, WIDTH, 0.32), shade=AMBER, colour=INK)
    slide.notes_slide.notes_text_frame.text = step.catatan


def _key(step: Step) -> str:
    return step.isi.kunci_warna if isinstance(step.isi, Chart) else ""


def _still(made: bytes) -> bytes:
    """The same file whose embedded workbooks of charts do not carry the moment they were made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            part = source.read(item)
            target.writestr(item, _still_workbook(part) if item.filename.endswith(".xlsx") else part)
    return out.getvalue()


def _still_workbook(made: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            part = source.read(item)
            if item.filename == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>" + _MOMENT + rb"\g<3>", part)
            target.writestr(zipfile.ZipInfo(item.filename, FIXED), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
