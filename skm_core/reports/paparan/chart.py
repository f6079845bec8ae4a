"""A chart of a story as SVG, drawn twice: wide for a hall, narrow for a phone. Colours follow the appearance."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from skm_core.reports.pictures.dots import Dot
from skm_core.story.steps import Chart

MOST_HEIGHT, MOST_ROW = 540, 84
"""Room for the rows of the wide picture under a message of two lines; its unit is a pixel of a screen 1920 wide."""
MOST_LEFT = 640
"""Width of the names in it; longer ones are written smaller, so that the figures keep their room."""
CHARACTER = 0.5
"""Mean width of a character of the font, in its size."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Sizes of a drawing. atas: name and figure stand over the plot (phone), on `dua` lines or one; else beside it."""

    lebar: int
    baris: float
    huruf: float
    kecil: float
    kiri: float
    kanan: float
    titik: float
    atas: bool
    dua: bool = False


def html(chart: Chart) -> str:
    """Both drawings with the same words, and what is drawn in a line below."""
    key = f'<p class="kunci">{escape(chart.kunci_warna)}</p>' if chart.kunci_warna else ""
    return f"{_svg(chart, _wide(chart), 'lebar')}{_svg(chart, _narrow(chart), 'sempit')}{key}"


def _wide(chart: Chart) -> Frame:
    n = len(chart.baris)
    row = min(MOST_ROW, MOST_HEIGHT / n)
    fits = min(max(32.0, row * 0.5), row * 0.9)
    longest = max(len(one.nama) for one in chart.baris)
    size, small = min(38.0, fits, MOST_LEFT / (longest * CHARACTER)), min(34.0, fits)
    left = longest * size * CHARACTER + 30
    right = max(len(one.teks) for one in chart.baris) * small * CHARACTER * 0.92 + 30
    return Frame(1728, row, size, small, left, 1728 - right, min(15, row * 0.24), False)


def _narrow(chart: Chart) -> Frame:
    width, size, small = 360, 16, 14.5
    longest = max(len(one.nama) * size + len(one.teks) * small for one in chart.baris) * CHARACTER
    two = longest + size > width
    return Frame(width, 78 if two else 58, size, small, 4, 352, 7, True, two)


def _svg(chart: Chart, f: Frame, name: str) -> str:
    low, high, step = _axis(chart)
    top = f.kecil * 1.6
    bottom = top + f.baris * len(chart.baris)
    height = bottom + f.kecil * 1.7

    def x(value: float) -> float:
        return f.kiri + (value - low) / (high - low) * (f.kanan - f.kiri)

    parts = [_rect(f.kiri, top, f.kanan - f.kiri, bottom - top)] if not f.atas else []
    parts += _bands(chart, f, low, high, top, bottom, x)
    every = 2 if f.atas and (high - low) / step > 7 else 1
    for place in range(0, int((high - low) / step + 1.5), every):
        tick = low + place * step
        words = f"{tick:g}".replace(".", ",")
        anchor = "start" if f.atas and tick == low else "end" if f.atas and tick == high else "middle"
        parts.append(_text(x(tick), bottom + f.kecil * 1.15, words, f.kecil, "redup", anchor))
    for place, row in enumerate(chart.baris):
        parts += _row(row, f, top + f.baris * place, x)
    box = f'viewBox="0 0 {f.lebar} {_n(height)}" preserveAspectRatio="xMinYMid"'
    return f'<svg class="{name}" {box} role="img" aria-label="{escape(chart.alt)}">{"".join(parts)}</svg>'


def _axis(chart: Chart) -> tuple[float, float, float]:
    """The part of the scale that holds every interval, and the distance of its labels (at most eight)."""
    seen = [float(v) for row in chart.baris if row.nilai is not None for v in (row.nilai, *(row.rentang or ()))]
    step = chart.langkah
    low = max(float(chart.skala[0]), math.floor((min(seen) - step / 4) / step) * step)
    high = min(float(chart.skala[1]), math.ceil((max(seen) + step / 4) / step) * step)
    while (high - low) / step > 8:
        step *= 2
        high = min(float(chart.skala[1]), low + math.ceil((high - low) / step) * step)
    return low, high, step


def _bands(
    chart: Chart, f: Frame, low: float, high: float, top: float, bottom: float, x: Callable[[float], float]
) -> list[str]:
    """Bounds of the mutu inside the axis, and the letter over each band."""
    if chart.aturan is None:
        return []
    parts, above = [], high
    for grade in chart.aturan.mutu:
        bound = float(grade.batas_bawah)
        start = max(bound, low)
        if start < above:
            centre = x((start + above) / 2)
            parts.append(_text(centre, top - f.kecil * 0.5, grade.huruf, f.kecil, "redup tebal", "middle"))
            if low < bound < high:
                parts += _bound(_n(x(bound)), f, top, len(chart.baris))
            above = start
    return parts


def _bound(at: str, f: Frame, top: float, n: int) -> list[str]:
    """The bound of a mutu: one line, or on a phone a piece under the words of each row."""
    if not f.atas:
        return [f'<line class="batas" x1="{at}" y1="{_n(top - f.kecil)}" x2="{at}" y2="{_n(top + f.baris * n)}"/>']
    start = 0.58 if f.dua else 0.42
    pieces = ((top + f.baris * (place + start), top + f.baris * (place + 0.94)) for place in range(n))
    return [f'<line class="batas" x1="{at}" y1="{_n(y1)}" x2="{at}" y2="{_n(y2)}"/>' for y1, y2 in pieces]


def _row(row: Dot, f: Frame, top: float, x: Callable[[float], float]) -> list[str]:
    middle = top + f.baris * (0.74 if f.dua else 0.66 if f.atas else 0.5)
    baseline = top + f.kecil * 1.25 if f.atas else middle + f.huruf * 0.33
    bold = " tebal" if row.utama else ""
    parts = [f'<line class="garis" x1="0" y1="{_n(top + f.baris)}" x2="{f.lebar}" y2="{_n(top + f.baris)}"/>']
    parts.append(_text(0, baseline, row.nama, f.huruf, f"tinta{bold}", "start"))
    shade = "tinta" if row.nilai is not None else "redup"
    if f.dua:
        parts.append(_text(0, baseline + f.kecil * 1.25, row.teks, f.kecil, f"{shade}{bold}", "start", row))
    else:
        parts.append(_text(f.lebar, baseline, row.teks, f.kecil, f"{shade}{bold}", "end", row))
    if row.rentang:
        first, last = (_n(x(float(value))) for value in row.rentang)
        parts.append(f'<line class="rentang" x1="{first}" y1="{_n(middle)}" x2="{last}" y2="{_n(middle)}"/>')
    if row.nilai is not None:
        kind = row.huruf or ("utama" if row.utama else "biasa")
        hollow = "" if row.pasti else " kosong"
        at = _n(x(float(row.nilai)))
        parts.append(f'<circle class="titik {kind}{hollow}" cx="{at}" cy="{_n(middle)}" r="{_n(f.titik)}"/>')
    return parts


def _rect(x: float, y: float, width: float, height: float) -> str:
    return f'<rect class="latar" x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"/>'


def _text(x: float, y: float, words: str, size: float, kind: str, anchor: str, of: Dot | None = None) -> str:
    named = f' data-f="{escape(of.acuan)}" data-baris="{escape(of.nama)}"' if of and of.acuan else ""
    return (
        f'<text class="{kind}" x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" text-anchor="{anchor}"{named}>'
        f"{escape(words)}</text>"
    )


def _n(value: float) -> str:
    """At most two decimals, so that the same picture is the same text on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
