"""Made-up boundaries: every kelurahan gets what is nearest to its known place, so that neighbours share their line."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import shapely

from skm_core import registry, seed
from skm_core.store import Store
from skm_core.terms import Wilayah

Feature = dict[str, Any]


@lru_cache
def places() -> dict[str, Wilayah]:
    with Store() as store:
        seed(store)
        return dict(registry.wilayah(store))


@lru_cache
def _areas() -> tuple[tuple[str, str], ...]:
    inside = [place for place in places().values() if place.tingkat == "kelurahan"]
    points = shapely.MultiPoint([(place.bujur, place.lintang) for place in inside])
    cells = shapely.get_parts(shapely.voronoi_polygons(points, extend_to=points.buffer(0.02), ordered=True))
    city = points.convex_hull.buffer(0.01)
    return tuple(
        (place.kode, shapely.to_geojson(cell.intersection(city).segmentize(0.0005)))
        for place, cell in zip(inside, cells, strict=True)
    )


def features() -> list[Feature]:
    """All 56, fresh, to be spoilt."""
    return [
        {"type": "Feature", "properties": {"kode": kode, "luas": 1.5}, "geometry": json.loads(area)}
        for kode, area in _areas()
    ]


def write(folder: Path, some: list[Feature] | None = None, name: str = "kelurahan.geojson", **members: Any) -> Path:
    """A file of boundaries in the folder; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = {"type": "FeatureCollection", "features": features() if some is None else some, **members}
    (folder / name).write_text(json.dumps(whole), encoding="utf-8")
    return folder


def moved(feature: Feature, change: Callable[[float, float], tuple[float, float]]) -> Feature:
    """The feature with every point changed."""
    shape = shapely.from_geojson(json.dumps(feature["geometry"]))
    other = shapely.transform(shape, lambda points: [change(x, y) for x, y in points])
    return {**feature, "geometry": json.loads(shapely.to_geojson(other))}
