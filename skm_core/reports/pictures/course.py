"""The index over periode: points with their intervals, joined only where they are comparable."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby

from skm_core.reports.pictures import svg
from skm_core.reports.pictures.svg import INK, MUTED, MUTU, WASH, Picture
from skm_core.results import showing
from skm_core.results.tren import Point
from skm_core.results.wording import shown
from skm_core.terms import Periode
from skm_core.writing import BULAN, angka

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 470, 190, 30, 14, 152
STEP = 5


def course(points: Sequence[Point]) -> Picture | None:
    """The line of a scope, oldest first; None with fewer than two points that may be shown."""
    known = [point for point in points if shown(point.score)]
    if len(known) < 2:
        return None
    values = [float(value) for point in known for value in (point.score.ikm, *(point.score.rentang or ())) if value]
    low = max(25.0, math.floor((min(values) - 1) / STEP) * STEP)
    high = min(100.0, math.ceil((max(values) + 2) / STEP) * STEP)
    gap = (WIDTH - LEFT - 60) / (len(known) - 1)

    def x(place: int) -> float:
        return LEFT + 30 + gap * place

    def y(value: float) -> float:
        return BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP)

    shapes = [svg.box(LEFT, TOP, WIDTH - LEFT, BOTTOM - TOP, colour=WASH)]
    for tick in range(int(low), int(high) + 1, STEP):
        shapes.append(svg.line(LEFT, y(tick), WIDTH, y(tick), width=0.5))
        shapes.append(svg.text(LEFT - 5, y(tick) + 3, str(tick), size=8, anchor="end", colour=MUTED))
    placed = list(enumerate(known))
    for _, stretch in groupby(placed, key=lambda one: one[1].rangkaian):
        way = [(x(place), y(float(point.score.ikm or 0))) for place, point in stretch]
        if len(way) > 1:
            shapes.append(svg.path(way, colour=MUTED))
    for place, point in placed:
        score, last = point.score, place == len(known) - 1
        centre = y(float(score.ikm or 0))
        top = centre
        if score.rentang:
            top = y(float(score.rentang[1]))
            shapes.append(svg.line(x(place), y(float(score.rentang[0])), x(place), top, colour=INK, width=1))
        colour = MUTU[score.mutu.huruf] if score.mutu else MUTED
        shapes.append(svg.dot(x(place), centre, colour=colour, hollow=not score.mutu_pasti, radius=5 if last else 4))
        value = showing.visible(score)
        if value is not None:
            shapes.append(svg.text(x(place), top - 4, angka(value), size=8, anchor="middle", bold=last))
        for number, words in enumerate(short(point.periode)):
            shapes.append(
                svg.text(x(place), BOTTOM + 13 + 10 * number, words, size=8, anchor="middle", colour=MUTED, bold=last)
            )
    return svg.picture(WIDTH, HEIGHT, shapes)


def short(periode: Periode) -> tuple[str, str]:
    """A periode on two short lines: "Apr–Jun", "2019"; its code where it carries no dates."""
    if periode.mulai is None or periode.selesai is None:
        return periode.kode, ""
    first, last = BULAN[periode.mulai.month - 1][:3], BULAN[periode.selesai.month - 1][:3]
    return (first if first == last else f"{first}–{last}"), str(periode.selesai.year)
