"""The story as a file: HTML that needs nothing else, and slides whose charts hold the published figures."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.util import Pt

from skm_core.reports.content import Content, content
from skm_core.reports.kinds import KINDS
from skm_core.reports.paparan.chart import html as drawn
from skm_core.reports.paparan.deck import deck
from skm_core.reports.pictures.dots import Dot
from skm_core.reports.scope import Scope
from skm_core.reports.slides.deck import pptx
from skm_core.store import Store
from skm_core.story.hasil import hasil
from skm_core.story.steps import HASIL, SOSIALISASI, Chart, LargeFigure, Lines, Quote, Story
from skm_core.story.tell import tell
from tests.reports.conftest import DAY

CITY = Scope("kota", "", "2021-q1")
LINK = "https://contoh.go.id/skm"
MOST_BYTES = 5_000_000
HOSTILE = '</script><script>alert(1)</script> & "kutip"'
VOID = ("meta", "br", "img", "link", "input", "hr")
OWN_LINES = ("line", "rect", "circle", "path")


class Outline(HTMLParser):
    """Tags in their nesting, and everything that a browser would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fetched: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.fetched += [f"{tag} {value}" for name, value in attrs if name in ("src", "srcset", "data", "action")]
        self.fetched += [f"{tag} {value}" for name, value in attrs if name == "href" and tag != "a"]
        self.scripts += tag == "script"
        if tag not in (*VOID, *OWN_LINES):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in OWN_LINES:
            assert self.open.pop() == tag


@pytest.fixture(scope="module")
def results(demo: Store) -> Story:
    return tell(demo, HASIL, CITY, tanggal=DAY)


@pytest.fixture(scope="module")
def briefing(demo: Store) -> Story:
    return tell(demo, SOSIALISASI, CITY, tanggal=DAY)


def page(story: Story) -> tuple[str, Outline]:
    text = deck(story).decode()
    outline = Outline()
    outline.feed(text)
    assert not outline.open
    return text, outline


@pytest.mark.parametrize("name", ["results", "briefing"])
def test_the_file_needs_nothing_from_outside(name: str, request: pytest.FixtureRequest) -> None:
    text, outline = page(request.getfixturevalue(name))
    assert not outline.fetched and len(text.encode()) < MOST_BYTES
    without_svg = text.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|@import|url\((?!data:font)", without_svg)
    assert not re.search(r"\bfetch\(|XMLHttpRequest|import\(", text)


def test_every_step_is_there_marked_and_with_its_note(results: Story) -> None:
    text, _ = page(results)
    sections = re.findall(r'<section id="([^"]+)".*?</section>', text, re.DOTALL)
    assert sections == [one.kunci for one in results.langkah]
    assert text.count("DATA CONTOH: angka buatan") == len(sections)
    said = unescape(text)
    for one in results.langkah:
        assert one.judul in said and one.sumber in said
        assert one.catatan.replace("\n", "<br>") in said
        if isinstance(one.isi, Chart):
            words = [word for row in one.isi.baris for word in (row.teks, row.nama)]
            drawn = said.split(f'id="{one.kunci}"')[1].split("</section>")[0]
            assert all(drawn.count(f">{word}</text>") >= 2 for word in words), "wide and narrow"
        if isinstance(one.isi, LargeFigure):
            assert all(word in said for word in (one.isi.nilai, one.isi.batas, one.isi.n, one.isi.kata))
    real, _ = page(replace(results, contoh=False))
    assert "CONTOH" not in real


def test_words_of_people_stay_words(results: Story, kota: Content) -> None:
    story = hasil(kota, (Quote(HOSTILE, HOSTILE),))
    hostile = replace(story, judul=HOSTILE, penulis=HOSTILE)
    text, outline = page(hostile)
    assert outline.scripts == page(results)[1].scripts and "alert(1)</script>" not in text
    assert unescape(text).count(HOSTILE) >= 4


def test_labels_of_a_questionnaire_cannot_end_the_example(briefing: Story) -> None:
    def worse(story: Story) -> Story:
        steps = []
        for one in story.langkah:
            if one.kunci == "contoh":
                unsur = tuple(replace(row, label=(HOSTILE,) * 4) for row in one.isi.unsur)  # type: ignore[union-attr]
                one = replace(one, isi=replace(one.isi, unsur=unsur))  # type: ignore[type-var]
            steps.append(one)
        return replace(story, langkah=tuple(steps))

    assert page(worse(briefing))[1].scripts == page(briefing)[1].scripts == 2


def test_a_link_is_printed_with_its_code(kota: Content) -> None:
    assert 'class="qr"' not in deck(hasil(kota)).decode()
    linked = hasil(replace(kota, instansi=replace(kota.instansi, tautan_publikasi=LINK)))
    assert isinstance(linked.langkah[-1].isi, Lines)
    text, _ = page(linked)
    assert f'<a href="{LINK}"' in text and 'class="qr"' in text


def slides(made: bytes) -> list[str]:
    """The text of every slide, tables too."""
    found = []
    for slide in Presentation(io.BytesIO(made)).slides:
        words = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for shape in slide.shapes:
            if shape.has_table:
                words += [cell.text for row in shape.table.rows for cell in row.cells]
        found.append("\n".join(words))
    return found


@pytest.mark.parametrize("name", ["results", "briefing"])
def test_slides_say_what_the_story_says(name: str, request: pytest.FixtureRequest) -> None:
    story: Story = request.getfixturevalue(name)
    made = pptx(story)
    opened = Presentation(io.BytesIO(made))
    assert len(opened.slides) == len(story.langkah)
    for slide, text, one in zip(opened.slides, slides(made), story.langkah, strict=True):
        assert slide.shapes.title.text_frame.text == one.judul
        assert slide.notes_slide.notes_text_frame.text == one.catatan
        assert "DATA CONTOH" in text and one.sumber in text
        if isinstance(one.isi, Chart):
            assert all(row.teks in text for row in one.isi.baris)
        if isinstance(one.isi, LargeFigure):
            assert all(word in text for word in (one.isi.nilai, one.isi.batas, one.isi.huruf, one.isi.n))


def test_charts_are_native_and_hold_the_published_figures(results: Story) -> None:
    opened = Presentation(io.BytesIO(pptx(results)))
    seen = 0
    for slide, one in zip(opened.slides, results.langkah, strict=True):
        charts = [shape.chart for shape in slide.shapes if shape.has_chart]
        assert len(charts) == isinstance(one.isi, Chart)
        if not isinstance(one.isi, Chart):
            continue
        (chart,) = charts
        rows = one.isi.baris
        assert list(chart.plots[0].categories) == [row.nama for row in rows]
        values = [Decimal(str(value)) for value in chart.plots[0].series[0].values]
        assert values == [row.nilai for row in rows]
        assert chart.value_axis.minimum_scale == one.isi.skala[0], "a bar begins at the lowest possible value"
        sides = {
            side: [Decimal(v.text) for v in chart._chartSpace.xpath(f".//c:errBars/c:{side}//c:v")]
            for side in ("plus", "minus")
        }
        assert sides["plus"] == [row.rentang[1] - row.nilai for row in rows if row.rentang and row.nilai]
        assert sides["minus"] == [row.nilai - row.rentang[0] for row in rows if row.rentang and row.nilai]
        sheet = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        assert [Decimal(str(cell.value)) for cell in sheet["B"][1:]] == values
        seen += 1
    assert seen == 3


def test_withheld_figures_leave_an_empty_bar(demo: Store) -> None:
    story = hasil(content(demo, Scope("kecamatan", "31.73.04", "2021-q1"), tanggal=DAY))
    place = next(at for at, one in enumerate(story.langkah) if one.kunci == "tempat")
    rows = story.langkah[place].isi.baris  # type: ignore[union-attr]
    (chart,) = [s.chart for s in Presentation(io.BytesIO(pptx(story))).slides[place].shapes if s.has_chart]
    assert [value is None for value in chart.plots[0].series[0].values] == [row.nilai is None for row in rows]
    assert any(row.nilai is None for row in rows)


def test_slides_are_readable_from_the_back(results: Story, briefing: Story) -> None:
    for story in (results, briefing):
        for slide in Presentation(io.BytesIO(pptx(story))).slides:
            sizes = {
                run.font.size
                for shape in slide.shapes
                if shape.has_text_frame
                for paragraph in shape.text_frame.paragraphs
                for run in paragraph.runs
            }
            assert sizes and min(sizes) >= Pt(14), "14 points of 540 are 28 pixels of 1080"


def test_the_same_story_is_the_same_bytes(demo: Store, results: Story) -> None:
    again = tell(demo, HASIL, CITY, tanggal=DAY)
    assert deck(again) == deck(results) and pptx(again) == pptx(results)
    with zipfile.ZipFile(io.BytesIO(pptx(results))) as parts:
        assert {item.date_time[0] for item in parts.infolist()} == {1980}


@pytest.mark.parametrize("key", ["paparan-html", "paparan-pptx"])
def test_both_are_documents_like_the_others(demo: Store, kota: Content, key: str) -> None:
    kind = KINDS[key]
    assert kind.file_name(kota) == f"CONTOH-paparan-hasil-2020-q4-kota.{kind.akhiran}"
    story = hasil(kota)
    assert kind.make(demo, kota) == (deck(story) if kind.akhiran == "html" else pptx(story))


@pytest.mark.parametrize(
    ("n", "name"), [(6, "Pemberdayaan dan Kesejahteraan Keluarga tingkat kelurahan"), (20, "Biaya")]
)
def test_long_names_and_many_rows_leave_the_figures_their_room(n: int, name: str) -> None:
    row = Dot(name, Decimal("82.35"), (Decimal(80), Decimal(84)), "82,35 ± 2,00, B, mungkin A")
    wide = ElementTree.fromstring(f"<p>{drawn(Chart((row,) * n, (25, 100), 5, None, '', ''))}</p>")[0]
    (plot,) = (one.attrib for one in wide if one.get("class") == "latar")
    assert float(plot["width"]) > 500
    sizes = [float(one.attrib["font-size"]) for one in wide if one.text == name]
    assert len(sizes) == n and max(sizes) <= float(plot["height"]) / n
