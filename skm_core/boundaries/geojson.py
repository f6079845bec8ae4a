"""Reads one GeoJSON file of kelurahan: which feature is which kelurahan, and what is wrong with it."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import shapely

from skm_core.findings import CATALOGUE, Finding, cut
from skm_core.rules import round_half_up
from skm_core.terms import Wilayah
from skm_core.writing import angka

LARGEST = 30_000_000
"""Bytes of a file. The 56 kelurahan at full detail are about 1 MB."""
AREAL = ("Polygon", "MultiPolygon")
BOX = (106.4, -6.5, 107.1, -5.9)
"""West, south, east and north of what may still be a boundary of Jakarta Barat."""


def finding(kode: str, nilai: str | None = None, **filled: object) -> Finding:
    """An entry of the catalogue with its places filled."""
    weight, text = CATALOGUE[kode]
    shown = cut(nilai)
    return Finding(kode, weight, None, None, None, shown, text.format(nilai=shown, **filled))


@dataclass(frozen=True, slots=True)
class Shape:
    """One areal feature (longitude, latitude) of a kelurahan, and where it stands: file and number of the feature."""

    kode: str
    berkas: str
    nomor: int
    bidang: Any


@dataclass(slots=True)
class Read:
    """What a file gave: its shapes in file order, and the findings."""

    bentuk: list[Shape] = field(default_factory=list)
    temuan: list[Finding] = field(default_factory=list)


def read(path: Path, places: Mapping[str, Wilayah]) -> Read:
    """The kelurahan of one file. A file that cannot be used gives no shape and one finding that says why."""
    found = Read()
    features = _features(path, found)
    if features is None or _wrong_place(path.name, features, found):
        return found
    column, codes = _codes(path.name, features, places, found)
    for number, feature in enumerate(features, 1):
        if column and feature:
            _add(found, path.name, number, feature, column, codes, places)
    return found


def _features(path: Path, found: Read) -> list[dict[str, Any]] | None:
    name = path.name
    if path.suffix.lower() not in (".geojson", ".json"):
        found.temuan.append(finding("BATAS_BUKAN_GEOJSON", berkas=name))
        return None
    if (size := path.stat().st_size) > LARGEST:
        mb = angka(round_half_up(Fraction(size, 1_000_000), 0))
        found.temuan.append(finding("BATAS_TERLALU_BESAR", berkas=name, ukuran=mb, batas=LARGEST // 1_000_000))
        return None
    try:
        whole = json.loads(path.read_bytes().decode("utf-8-sig"))
    except json.JSONDecodeError as wrong:
        found.temuan.append(finding("BATAS_JSON_RUSAK", berkas=name, baris=angka(wrong.lineno)))
        return None
    except (UnicodeDecodeError, RecursionError, ValueError):
        found.temuan.append(finding("BATAS_BUKAN_GEOJSON", berkas=name))
        return None
    kind = whole.get("type") if isinstance(whole, dict) else None
    if kind == "Topology":
        found.temuan.append(finding("BATAS_TOPOJSON", berkas=name))
        return None
    features = whole.get("features") if kind == "FeatureCollection" else [whole] if kind == "Feature" else None
    if kind == "Feature" and not _may_be_area(features):
        features = None
    if not isinstance(features, list) or (features and not any(isinstance(one, dict) for one in features)):
        found.temuan.append(finding("BATAS_BUKAN_GEOJSON", berkas=name))
        return None
    for number, one in enumerate(features, 1):
        if not isinstance(one, dict):
            found.temuan.append(finding("BATAS_BENTUK_RUSAK", json.dumps(one), berkas=name, nomor=number))
    return [one if isinstance(one, dict) else {} for one in features]


def _may_be_area(features: Any) -> bool:
    """False for a lone feature that is a point or a line: no file of boundaries."""
    geometry = features[0].get("geometry")
    return isinstance(geometry, dict) and geometry.get("type") in AREAL


def _wrong_place(name: str, features: Iterable[Mapping[str, Any]], found: Read) -> bool:
    """A finding, and True, where the coordinates cannot be those of Jakarta Barat in longitude and latitude."""
    points = [point for feature in features for point in _points(feature.get("geometry"))]
    if not points:
        return False
    middle = sorted(x for x, _ in points)[len(points) // 2], sorted(y for _, y in points)[len(points) // 2]
    west, south, east, north = BOX
    if west <= middle[0] <= east and south <= middle[1] <= north:
        return False
    said = ", ".join(f"{value:.5g}" for value in middle)
    kode = "BATAS_LUAR_DAERAH"
    if abs(middle[0]) > 180 or abs(middle[1]) > 90:
        kode = "BATAS_KOORDINAT_LAIN"
    if west <= middle[1] <= east and south <= middle[0] <= north:
        kode = "BATAS_KOORDINAT_TERBALIK"
    found.temuan.append(finding(kode, f"[{said}]", berkas=name))
    return True


def _points(geometry: Any) -> Iterator[tuple[float, float]]:
    """Every pair of finite numbers, however deep; what is no pair is left to the check of each shape."""
    left = [geometry.get("coordinates")] if isinstance(geometry, Mapping) else []
    while left:
        part = left.pop()
        if not isinstance(part, list):
            continue
        if len(part) >= 2 and all(isinstance(one, int | float) for one in part[:2]):
            if all(abs(one) <= sys.float_info.max for one in part[:2]):  # an integer may be too large for a float
                yield float(part[0]), float(part[1])
        else:
            left += part


def _codes(
    name: str, features: list[dict[str, Any]], places: Mapping[str, Wilayah], found: Read
) -> tuple[str | None, dict[str, str]]:
    """The column that holds the codes, and what a cell of it means: Kemendagri with or without dots, else BPS."""
    inside = [place for place in places.values() if place.tingkat == "kelurahan"]
    kemendagri = {form: one.kode for one in inside for form in (one.kode, one.kode.replace(".", ""))}
    bps = {one.bps_kode: one.kode for one in inside if one.bps_kode}
    columns = dict.fromkeys(key for feature in features for key in _cells(feature))
    for codes in (kemendagri, bps):
        hits = {key: sum(_cells(one).get(key, "") in codes for one in features) for key in columns}
        best = max(hits, key=lambda key: hits[key], default=None)
        if best is not None and hits[best]:
            if codes is bps:
                found.temuan.append(finding("BATAS_KODE_BPS", berkas=name, kolom=best))
            return best, codes
    districts = {one.kode for one in places.values() if one.tingkat == "kecamatan"}
    only = any(cell in districts for feature in features for cell in _cells(feature).values())
    found.temuan.append(finding("BATAS_HANYA_KECAMATAN" if only else "BATAS_KODE_TIDAK_ADA", berkas=name))
    return None, {}


def _cells(feature: Mapping[str, Any]) -> dict[str, str]:
    """Properties (and the id) as text; a number that a spreadsheet made of a code loses its ".0"."""
    inside = feature.get("properties")
    cells = {**(inside if isinstance(inside, dict) else {}), "id": feature.get("id")}
    return {
        str(key): (f"{cell:.0f}" if isinstance(cell, float) and math.isfinite(cell) else str(cell)).strip()
        for key, cell in cells.items()
        if cell is not None and not isinstance(cell, list | dict)
    }


def _add(
    found: Read,
    name: str,
    number: int,
    feature: dict[str, Any],
    column: str,
    codes: Mapping[str, str],
    places: Mapping[str, Wilayah],
) -> None:
    cell = _cells(feature).get(column, "")
    if not cell:
        found.temuan.append(finding("BATAS_KODE_KOSONG", berkas=name, nomor=number, kolom=column))
        return
    kode = codes.get(cell)
    if kode is None:
        if cell not in places:  # the outline of a kecamatan or of the city in the same file is no fault
            found.temuan.append(finding("BATAS_KODE_TIDAK_DIKENAL", cell, berkas=name, nomor=number))
        return
    geometry = feature.get("geometry")
    kind = str(geometry.get("type")) if isinstance(geometry, dict) else "kosong"
    shape = _shape(geometry) if kind in AREAL else None
    if shape is None:
        said = kind if kind not in AREAL else f"{kind} yang rusak"
        found.temuan.append(finding("BATAS_BENTUK_LAIN", said, berkas=name, nomor=number, nama=places[kode].nama))
        return
    if not shape.is_valid:
        shape = _areal(shapely.make_valid(shape))
        found.temuan.append(finding("BATAS_GARIS_BERSILANG", berkas=name, nama=places[kode].nama))
    if not shape.is_empty:
        found.bentuk.append(Shape(kode, name, number, shape))


def _shape(geometry: Any) -> Any:
    """The geometry in two dimensions, or None where its numbers make no area."""
    try:
        shape = shapely.force_2d(shapely.from_geojson(json.dumps(geometry)))
    except (shapely.errors.GEOSException, ValueError, RecursionError):
        return None
    sound = shape is not None and not shape.is_empty and shapely.get_coordinates(shape).size
    if not sound or not all(math.isfinite(one) for one in shape.bounds):
        return None
    return shape if shape.area > 0 or not shape.is_valid else None


def _areal(shape: Any) -> Any:
    """Only the areas of what repairing left."""
    return shapely.union_all([part for part in shapely.get_parts(shape) if part.geom_type in AREAL])
