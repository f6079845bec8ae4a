"""The few shapes pictures are drawn with, and the colours of print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

INK, MUTED, FAINT, LINE, WASH, PAPER = "#15202B", "#5A6672", "#8A96A2", "#D5DCE3", "#F2F5F8", "#FFFFFF"
MUTU = {"A": "#0B5FA5", "B": "#7DB8DA", "C": "#F2B44B", "D": "#B5372A"}
ON_DARK = "AD"
"""Mutu whose colour carries white letters; the others carry ink."""
FONT = "Source Sans Pro"


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG of a size in points."""

    svg: str
    lebar: int
    tinggi: int


def picture(width: int, height: int, shapes: Iterable[str]) -> Picture:
    """The shapes on white."""
    body = "".join(shapes)
    return Picture(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{FONT}">{body}</svg>',
        width,
        height,
    )


def text(
    x: float, y: float, words: str, *, size: float = 9, anchor: str = "start", colour: str = INK, bold: bool = False
) -> str:
    """Words on a baseline."""
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" text-anchor="{anchor}" fill="{colour}"{weight}>'
        f"{escape(words)}</text>"
    )


def line(x1: float, y1: float, x2: float, y2: float, *, colour: str = LINE, width: float = 0.6, dash: str = "") -> str:
    """A straight line."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" stroke="{colour}" '
        f'stroke-width="{_n(width)}"{dashed}/>'
    )


def box(x: float, y: float, width: float, height: float, *, colour: str) -> str:
    """A filled rectangle."""
    return f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" fill="{colour}"/>'


def dot(x: float, y: float, *, colour: str, hollow: bool = False, radius: float = 4) -> str:
    """A marker; hollow where the grade is not certain."""
    fill = PAPER if hollow else colour
    return (
        f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{fill}" stroke="{colour}" '
        f'stroke-width="{1.8 if hollow else 0.8}"/>'
    )


def path(points: Iterable[tuple[float, float]], *, colour: str, width: float = 1.6) -> str:
    """A line through points."""
    way = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    return f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="{_n(width)}"/>'


def _n(value: float) -> str:
    """At most two decimals: the same picture is the same text on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
