"""Charts of the page: rows with a dot and its interval, and the line over periode. Drawn in SVG by share of the width.

Positions are in percent of the width, so that a chart is sharp and legible on a phone and on a wall without a script.
Colours are names of the style sheet, which knows light, dark and print.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from itertools import groupby, pairwise

from skm_core.reports.pictures.course import short
from skm_core.results import showing
from skm_core.results.tren import Point
from skm_core.rules import RuleSet
from skm_core.writing import angka

TALL, TOP, BOTTOM = 240, 34, 190
"""Height of the trend, and where its axis begins and ends, in pixels."""
Place = Callable[[Decimal | float], str]
"""Where a value of an axis stands."""
MOST_LABELS = 6
"""Periode named under the trend, so that they stand apart on a phone."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One row. nilai None: it may not be shown, and `teks` says why. huruf: coloured by mutu; utama: set strong."""

    nama: str
    nilai: Decimal | None
    rentang: tuple[Decimal, Decimal] | None
    teks: str
    huruf: str = ""
    pasti: bool = True
    utama: bool = False


def strips(rows: Sequence[Strip], *, most: tuple[int, int], step: float, aturan: RuleSet | None, alt: str) -> str:
    """The rows under one axis, as a list; "" where nothing may be shown. `most`, `step`, `aturan` as in `dots`."""
    seen = [value for row in rows if row.nilai is not None for value in (row.nilai, *(row.rentang or ()))]
    if not seen:
        return ""
    low = max(float(most[0]), math.floor((float(min(seen)) - step / 2) / step) * step)
    high = min(float(most[1]), math.ceil((float(max(seen)) + step / 2) / step) * step)

    def x(value: Decimal | float) -> str:
        return f"{(float(value) - low) / (high - low) * 94 + 3:.2f}%"

    bounds = [float(one.batas_bawah) for one in aturan.mutu if low < float(one.batas_bawah) < high] if aturan else []
    lines = "".join(f'<line class="bound" x1="{x(one)}" x2="{x(one)}" y1="0" y2="22"/>' for one in bounds)
    drawn = "".join(_row(row, x, lines) for row in rows)
    return (
        f'<figure class="strips" role="img" aria-label="{escape(alt)}"><div aria-hidden="true">'
        f"{_letters(aturan, low, high, x)}<ul>{drawn}</ul>{_axis(low, high, step, x)}</div></figure>"
    )


def _row(row: Strip, x: Place, lines: str) -> str:
    shapes = '<line class="track" x1="0" x2="100%" y1="11" y2="11"/>' + lines
    if row.rentang:
        shapes += f'<line class="span" x1="{x(row.rentang[0])}" x2="{x(row.rentang[1])}" y1="11" y2="11"/>'
    if row.nilai is not None:
        kind = f"m{row.huruf}" if row.huruf else "strong" if row.utama else "plain"
        shapes += f'<circle class="{kind}{"" if row.pasti else " hollow"}" cx="{x(row.nilai)}" cy="11" r="6"/>'
    strong = ' class="strong"' if row.utama else ""
    quiet = "" if row.nilai is not None else ' class="quiet"'
    return (
        f"<li><span{strong}>{escape(row.nama)}</span><b{quiet}>{escape(row.teks)}</b>"
        f'<svg width="100%" height="22">{shapes}</svg></li>'
    )


def _letters(aturan: RuleSet | None, low: float, high: float, x: Place) -> str:
    """The letter of each mutu over its stretch of the axis."""
    if aturan is None:
        return ""
    found, above = "", high
    for grade in aturan.mutu:
        start = max(float(grade.batas_bawah), low)
        if (above - start) / (high - low) > 0.05:
            found += f'<text class="tick" x="{x((start + above) / 2)}" y="12" text-anchor="middle">{grade.huruf}</text>'
        above = min(above, start)
    return f'<svg width="100%" height="16">{found}</svg>'


def _axis(low: float, high: float, step: float, x: Place) -> str:
    ticks = [low + place * step for place in range(int((high - low) / step + 1.5))]
    shown = ticks[:: math.ceil(len(ticks) / 6)]
    text = "".join(
        f'<text class="tick" x="{x(tick)}" y="12" text-anchor="middle">{f"{tick:g}".replace(".", ",")}</text>'
        for tick in shown
    )
    return f'<svg width="100%" height="16">{text}</svg>'


def course(points: Sequence[Point], alt: str) -> str:
    """The line of a scope, oldest first, joined where comparable; "" with fewer than two points to show."""
    known = [(point, value) for point in points if (value := showing.visible(point.score)) is not None]
    if len(known) < 2:
        return ""
    ends = [float(one) for point, value in known for one in (value, *(point.score.rentang or ()))]
    low = max(25.0, math.floor((min(ends) - 1) / 5) * 5)
    high = min(100.0, math.ceil((max(ends) + 1) / 5) * 5)

    def x(place: int) -> str:
        return f"{12 + place * 82 / (len(known) - 1):.2f}%"

    def y(value: Decimal | float) -> str:
        return f"{BOTTOM - (float(value) - low) / (high - low) * (BOTTOM - TOP):.1f}"

    shapes = ""
    for tick in range(int(low), int(high) + 1, 5):
        shapes += f'<line class="track" x1="6%" x2="100%" y1="{y(tick)}" y2="{y(tick)}"/>'
        shapes += f'<text class="tick" x="0" y="{y(tick)}" dy="4">{tick}</text>'
    placed = list(enumerate(known))
    for _, stretch in groupby(placed, key=lambda one: one[1][0].rangkaian):
        way = list(stretch)
        for (at, (_, before)), (then, (_, after)) in pairwise(way):
            shapes += f'<line class="way" x1="{x(at)}" y1="{y(before)}" x2="{x(then)}" y2="{y(after)}"/>'
    every = math.ceil(len(known) / MOST_LABELS)
    for place, (point, value) in placed:
        named = (len(known) - 1 - place) % every == 0
        shapes += _point(point, value, x(place), y, named)
    drawn = f'<svg width="100%" height="{TALL}" aria-hidden="true">{shapes}</svg>'
    return f'<figure class="course" role="img" aria-label="{escape(alt)}">{drawn}</figure>'


def _point(point: Point, value: Decimal, x: str, y: Place, named: bool) -> str:
    score, top, shapes = point.score, y(value), ""
    if score.rentang:
        top = y(score.rentang[1])
        shapes = f'<line class="span" x1="{x}" x2="{x}" y1="{y(score.rentang[0])}" y2="{top}"/>'
    kind = f"m{score.mutu.huruf}" if score.mutu else "plain"
    shapes += f'<circle class="{kind}{"" if score.mutu_pasti else " hollow"}" cx="{x}" cy="{y(value)}" r="6"/>'
    if named:
        first, second = short(point.periode)
        shapes += f'<text class="value" x="{x}" y="{top}" dy="-8" text-anchor="middle">{angka(value)}</text>'
        shapes += f'<text class="tick" x="{x}" y="{BOTTOM + 24}" text-anchor="middle">{escape(first)}</text>'
        shapes += f'<text class="tick" x="{x}" y="{BOTTOM + 40}" text-anchor="middle">{escape(second)}</text>'
    return shapes
