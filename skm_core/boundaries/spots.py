"""Where something fits on a map of boundaries: points inside an area, words beside the city, the frame around areas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import product
from math import hypot
from typing import Any

import numpy as np
import shapely

from skm_core.boundaries.layer import Bidang, Lapis, Ring

Box = tuple[float, float, float, float]
GAP = 0.25
"""Kilometres between the city and words beside it."""
REACHES = (GAP, 1.0, 2.0)
"""Tried in turn; from the second on a line leads to the kecamatan."""
STEP = 6
"""Every sixth point of an outline is tried."""
SIDES, SLIDES = (-1.0, 1.0), (-1.0, -0.5, 0.0, 0.5, 1.0)
AROUND = [*product(SIDES, SLIDES), *product(SLIDES[1:-1], SIDES)]
"""Where words stand to a point: their middle, as shares of half their width and height."""


def bounds(rings: Iterable[Ring]) -> Box:
    """West, south, east and north in kilometres."""
    points = np.array([point for ring in rings for point in ring])
    (west, south), (east, north) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return west, south, east, north


def inside(area: Bidang, step: float) -> tuple[tuple[float, float], ...]:
    """Points of a square grid of `step` kilometres within the area; () where it is too small for one."""
    west, south, east, north = bounds(area.cincin)
    across = np.arange(np.ceil(west / step), east / step) * step
    up = np.arange(np.ceil(south / step), north / step) * step
    x, y = (side.ravel() for side in np.meshgrid(across, up))
    within = shapely.contains_xy(_whole(area.cincin), x, y)
    return tuple(zip(np.round(x[within], 3).tolist(), np.round(y[within], 3).tolist(), strict=True))


def _whole(rings: Iterable[Ring]) -> Any:
    return reduce(shapely.symmetric_difference, (shapely.Polygon(ring).buffer(0) for ring in rings))


def fits(area: Bidang, width: float, height: float) -> bool:
    """True if words of this size, set in the middle of the area, lie within it."""
    x, y = area.tengah
    box = shapely.box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    return bool(_whole(area.cincin).buffer(height / 12).contains(box))


@dataclass(frozen=True, slots=True)
class Spot:
    """Middle of words beside the city, and the point of its kecamatan they belong to if that is further off."""

    tengah: tuple[float, float]
    titik: tuple[float, float] | None


def outside(layer: Lapis, sizes: Mapping[str, tuple[float, float]]) -> dict[str, Spot]:
    """Places for words beside the city, near their kecamatan, covering neither the city nor one another.

    `sizes`: width and height in kilometres by kecamatan code. A kecamatan that does not touch the edge of the city, or
    beside which there is no room, is left out.
    """
    city = _whole(layer.kota)
    edge, keep_off = city.boundary, city.buffer(GAP / 2)
    spots: dict[str, Spot] = {}
    taken: list[Any] = []
    free = {kode: _touching(layer.kecamatan[kode], edge) for kode in sizes}
    for kode in sorted(free, key=lambda kode: len(free[kode])):
        for reach in REACHES:
            tried = list(_around(free[kode], sizes[kode], reach))
            middle = layer.kecamatan[kode].tengah
            tried.sort(key=lambda one: hypot(one[0][0] - middle[0], one[0][1] - middle[1]))
            room = (one for one in tried if not any(one[1].intersects(other) for other in (keep_off, *taken)))
            if found := next(room, None):
                spots[kode] = Spot(found[0], found[2] if reach > GAP else None)
                taken.append(found[1].buffer(GAP / 2))
                break
    return spots


def _around(
    points: Sequence[tuple[float, float]], size: tuple[float, float], reach: float
) -> Iterator[tuple[tuple[float, float], Any, tuple[float, float]]]:
    """Middle and box of words around every few points, and the point."""
    width, height = size
    for x, y in points[::STEP]:
        for across, up in AROUND:
            spot = (x + across * (width / 2 + reach), y + up * (height / 2 + reach))
            box = shapely.box(spot[0] - width / 2, spot[1] - height / 2, spot[0] + width / 2, spot[1] + height / 2)
            yield spot, box, (x, y)


def _touching(area: Bidang, edge: Any) -> list[tuple[float, float]]:
    return [point for ring in area.cincin for point in ring if edge.distance(shapely.Point(point)) < 0.03]
