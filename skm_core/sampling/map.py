"""The hexagon map of the kelurahan as a small SVG that needs nothing else: for the page and for paper."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from html import escape
from math import cos, pi, sin, sqrt

from skm_core.terms import Wilayah

SIZE = 30.0
"""Width of a hexagon in units of the drawing."""


def svg(places: Iterable[Wilayah], chosen: Collection[str], *, alt: str) -> str:
    """One hexagon per kelurahan, those in `chosen` filled (class "on"), each with its name as a tooltip."""
    tiles = [place for place in places if place.tingkat == "kelurahan" and place.heksagon]
    shapes = []
    spots = []
    for place in tiles:
        assert place.heksagon
        q, r = place.heksagon
        spot = ((q + r / 2) * SIZE, r * SIZE / sqrt(3) * 1.5)
        spots.append(spot)
        mark = "on" if place.kode in chosen else "off"
        title = f"{place.nama}{', terpilih' if place.kode in chosen else ''}"
        shapes.append(f'<polygon class="{mark}" points="{_corners(*spot)}"><title>{escape(title)}</title></polygon>')
    if not shapes:
        return ""
    left, top = min(x for x, _ in spots) - SIZE, min(y for _, y in spots) - SIZE
    width, height = max(x for x, _ in spots) + SIZE - left, max(y for _, y in spots) + SIZE - top
    return (
        f'<svg class="skm-hexagons" viewBox="{left:.0f} {top:.0f} {width:.0f} {height:.0f}" role="img" '
        f'aria-label="{escape(alt, quote=True)}">{"".join(shapes)}</svg>'
    )


def _corners(x: float, y: float) -> str:
    radius = SIZE / sqrt(3) * 0.94
    angles = (pi / 180 * (60 * number - 30) for number in range(6))
    return " ".join(f"{x + radius * cos(angle):.1f},{y + radius * sin(angle):.1f}" for angle in angles)
