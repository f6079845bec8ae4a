"""One row per part: a dot for the figure, a line for its interval, on one axis with the mutu behind it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from skm_core.reports.pictures import svg
from skm_core.reports.pictures.svg import FAINT, INK, LINE, MUTED, MUTU, WASH, Picture
from skm_core.rules import RuleSet

WIDTH, LABEL, VALUE, ROW, TOP = 470, 132, 92, 19, 22
MORE_LABEL = 190
"""Room for names of kelurahan and full names of unsur."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One row. nilai None: it may not be shown, and `teks` says why. huruf: colour by mutu, "" = ink.

    acuan: which figure it is (`Measured.acuan`), where a picture carries that.
    """

    nama: str
    nilai: Decimal | None
    rentang: tuple[Decimal, Decimal] | None
    teks: str
    huruf: str = ""
    pasti: bool = True
    utama: bool = False
    acuan: str = ""


def dots(rows: Sequence[Dot], *, most: tuple[int, int], step: float, aturan: RuleSet | None) -> Picture | None:
    """The rows from top to bottom. `most`: the whole scale; the axis shows the part that holds all intervals.

    step: distance of the labels of the axis. aturan: whose grades are the bands behind, none without. None where
    nothing may be shown.
    """
    seen = [value for row in rows if row.nilai is not None for value in (row.nilai, *(row.rentang or ()))]
    if not seen:
        return None
    low = max(float(most[0]), math.floor((float(min(seen)) - step / 2) / step) * step)
    high = min(float(most[1]), math.ceil((float(max(seen)) + step / 2) / step) * step)
    label = MORE_LABEL if max(len(row.nama) for row in rows) > 26 else LABEL
    left, right = label, WIDTH - VALUE
    height = TOP + ROW * len(rows) + 20

    def x(value: Decimal | float) -> float:
        return left + (float(value) - low) / (high - low) * (right - left)

    bottom = TOP + ROW * len(rows)
    shapes = [svg.box(left, TOP, right - left, bottom - TOP, colour=WASH)]
    shapes += _bands(aturan, low, high, x, bottom) if aturan else []
    ticks = [low + place * step for place in range(int((high - low) / step + 1.5))]
    every = math.ceil(len(ticks) / 9)
    for tick in ticks[::every]:
        shapes.append(svg.line(x(tick), bottom, x(tick), bottom + 3))
        words = f"{tick:g}".replace(".", ",")
        shapes.append(svg.text(x(tick), bottom + 13, words, size=8, anchor="middle", colour=MUTED))
    for place, row in enumerate(rows):
        y = TOP + ROW * place + ROW / 2
        shapes += [svg.line(0, y + ROW / 2, WIDTH, y + ROW / 2, width=0.4)]
        shapes.append(svg.text(0, y + 3, row.nama, bold=row.utama))
        shapes.append(
            svg.text(WIDTH, y + 3, row.teks, anchor="end", colour=INK if row.nilai is not None else MUTED, size=8.5)
        )
        colour = MUTU.get(row.huruf, INK if row.utama else FAINT)
        if row.rentang:
            shapes.append(svg.line(x(row.rentang[0]), y, x(row.rentang[1]), y, colour=INK, width=1.1))
        if row.nilai is not None:
            shapes.append(svg.dot(x(row.nilai), y, colour=colour, hollow=not row.pasti))
    return svg.picture(WIDTH, height, shapes)


def _bands(aturan: RuleSet, low: float, high: float, place: Callable[[float], float], bottom: float) -> list[str]:
    """The bounds of the mutu inside the axis, and the letter over each band."""
    shapes = []
    above = high
    for grade in aturan.mutu:
        bound = float(grade.batas_bawah)
        start, end = max(bound, low), above
        if start < end:
            centre = place((start + end) / 2)
            if place(end) - place(start) > 12:
                shapes.append(
                    svg.text(centre, TOP - 6, grade.huruf, size=8.5, anchor="middle", colour=MUTED, bold=True)
                )
            if low < bound < high:
                shapes.append(
                    svg.line(place(bound), TOP - 12, place(bound), bottom, colour=LINE, width=0.9, dash="2 2")
                )
            above = start
    return shapes
