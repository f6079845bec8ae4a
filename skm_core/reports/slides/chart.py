"""A native bar chart whose bars begin at the lowest possible value, with the 95% interval as error bars.

Its data sheet holds the published figures, so that PowerPoint edits it like any chart.
"""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from skm_core.reports.pictures.dots import Dot
from skm_core.reports.slides import draw
from skm_core.reports.slides.draw import FONT, INK, LINE, MUTED, MUTU, WHITE, Box
from skm_core.story.steps import Chart

WORDS = 4.6
"""Inches at the right for the figures in words, in the row of their bar."""
MOST_ROW = 0.62


def add(slide: Any, body: Chart, box: Box) -> None:
    """The chart at the left, the figures in words at the right."""
    tall = min(box.tinggi, MOST_ROW * len(body.baris) + 0.45)
    here = Box(box.kiri, box.atas, box.lebar - WORDS, tall)
    data = CategoryChartData(number_format="0.00" if body.skala[1] > 4 else "0.000")
    data.categories = [row.nama for row in body.baris]
    least = float(body.skala[0])
    figures = [None if row.nilai is None else float(row.nilai) for row in body.baris]
    data.add_series("IKM" if body.skala[1] > 4 else "NRR", figures)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *here.emu, data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", body.alt)
    made = frame.chart
    made.has_legend = made.has_title = False
    made.font.size, made.font.name, made.font.color.rgb = Pt(14), FONT, INK
    categories, values = made.category_axis, made.value_axis
    categories.reverse_order = True
    categories.format.line.color.rgb = LINE
    categories.major_tick_mark = values.major_tick_mark = XL_TICK_MARK.NONE
    values.minimum_scale, values.maximum_scale = least, float(body.skala[1])
    values.major_unit = 25 if body.skala[1] > 4 else 1
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = LINE
    values.format.line.fill.background()
    values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH  # the order is reversed: high is below
    values.tick_labels.font.color.rgb = MUTED
    plot = made.plots[0]
    plot.gap_width = 90
    series = plot.series[0]
    for place, row in enumerate(body.baris):
        _colour(series.points[place], row)
    _intervals(series, body.baris)
    _inner(made)
    _words(slide, body, Box(box.kiri + box.lebar - WORDS + 0.2, box.atas, WORDS - 0.2, tall))


def _colour(point: Any, row: Dot) -> None:
    """The colour of the mutu; an empty bar with its outline where the mutu is not certain."""
    shade = MUTU.get(row.huruf, INK if row.utama else MUTED)
    point.format.fill.solid()
    point.format.fill.fore_color.rgb = shade if row.pasti else WHITE
    point.format.line.color.rgb = shade
    point.format.line.width = Pt(2)


def _intervals(series: Any, rows: tuple[Dot, ...]) -> None:
    """Error bars of the published intervals; rows without one have none."""
    if not any(row.rentang for row in rows):
        return
    bars = etree.SubElement(series._element, qn("c:errBars"))
    for tag, value in (("errBarType", "both"), ("errValType", "cust"), ("noEndCap", "1")):
        etree.SubElement(bars, qn(f"c:{tag}")).set("val", value)
    for tag, side in (("plus", 1), ("minus", 0)):
        literal = etree.SubElement(etree.SubElement(bars, qn(f"c:{tag}")), qn("c:numLit"))
        etree.SubElement(literal, qn("c:formatCode")).text = "General"
        etree.SubElement(literal, qn("c:ptCount")).set("val", str(len(rows)))
        for place, row in enumerate(rows):
            if row.rentang and row.nilai is not None:
                point = etree.SubElement(literal, qn("c:pt"))
                point.set("idx", str(place))
                etree.SubElement(point, qn("c:v")).text = str(abs(row.rentang[side] - row.nilai))
    properties = etree.SubElement(bars, qn("c:spPr"))
    line = etree.SubElement(properties, qn("a:ln"), {"w": "28575"})
    etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr")).set("val", str(INK))
    series._element.find(qn("c:cat")).addprevious(bars)


def _inner(made: Any) -> None:
    """The plot area by hand, so that the rows of the chart and of the words beside it are the same."""
    area = made._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    layout = etree.Element(qn("c:layout"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    for tag, value in (
        ("layoutTarget", "inner"),
        ("xMode", "edge"),
        ("yMode", "edge"),
        ("x", "0.26"),
        ("y", "0"),
        ("w", "0.72"),
    ):
        etree.SubElement(manual, qn(f"c:{tag}")).set("val", value)
    etree.SubElement(manual, qn("c:h")).set("val", "0.92")
    area.insert(0, layout)


def _words(slide: Any, body: Chart, box: Box) -> None:
    height = box.tinggi * 0.92 / len(body.baris)
    for place, row in enumerate(body.baris):
        here = Box(box.kiri, box.atas + place * height, box.lebar, height)
        shade = INK if row.nilai is not None else MUTED
        draw.text(slide, row.teks, here, size=14, colour=shade, bold=row.utama, anchor=MSO_ANCHOR.MIDDLE)
