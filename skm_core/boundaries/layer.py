"""The layer of a folder: all its files together, checked against one another and the list of kelurahan."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from skm_core.boundaries.geojson import AREAL, Shape, finding, read
from skm_core.findings import Finding
from skm_core.rules import round_half_up
from skm_core.terms import Wilayah
from skm_core.writing import angka

SOURCE = "sumber.txt"
"""Its first line stands under the map: whose boundaries these are, as most licences ask."""
CENTRE = (106.757, -6.161)
"""Longitude and latitude that lie at 0, 0."""
KM = 111.195
"""Kilometres of a degree of a great circle. Over the 16 km of the city the plane departs by less than 0.1 per cent."""
MOST_POINTS = 6_000
FINEST = 0.004
"""Kilometres: finer lines are no different on a screen."""
FAR = 1.0
"""Kilometres between an area and the known place of its kelurahan from which the code is doubted.

Two sources of boundaries differ by less than 0.4 km there."""
OVERLAP = 0.01
"""Square kilometres of overlap that are said: a hectare."""
Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Bidang:
    """One area: closed rings in kilometres east and north of the centre, and where its words fit.

    `ruang` is the radius of the largest circle inside, in kilometres, whose centre is `tengah`.
    """

    kode: str
    cincin: tuple[Ring, ...]
    tengah: tuple[float, float]
    ruang: float


@dataclass(frozen=True, slots=True)
class Lapis:
    """The boundaries of a folder: kelurahan and kecamatan by code, the files they are from, and what was found.

    `sidik` is the SHA-256 of the files; two layers are equal if it is. `kota` are the rings around all kelurahan.
    """

    sidik: str
    berkas: tuple[str, ...]
    sumber: str
    kelurahan: Mapping[str, Bidang]
    kecamatan: Mapping[str, Bidang]
    kota: tuple[Ring, ...]
    temuan: tuple[Finding, ...]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lapis) and other.sidik == self.sidik

    def __hash__(self) -> int:
        return hash(self.sidik)


def paths(folder: Path) -> tuple[Path, ...]:
    """Files of boundaries in the folder, by name, without hidden ones, notes and the source; () if there is none."""
    if not folder.is_dir():
        return ()
    aside = (".txt", ".md", ".pdf")
    files = (one for one in folder.iterdir() if one.is_file() and not one.name.startswith("."))
    return tuple(sorted(one for one in files if one.suffix.lower() not in aside))


def digest(folder: Path) -> str:
    """SHA-256 over names and content of the files and the source."""
    whole = hashlib.sha256()
    for path in (*paths(folder), folder / SOURCE):
        if path.is_file():
            whole.update(path.name.encode() + b"\0")
            with path.open("rb") as file:
                whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()


def load(folder: Path, places: Mapping[str, Wilayah]) -> Lapis | None:
    """The layer of the folder, or None if no file lies there. `places` are all Wilayah by code.

    Raises nothing for what is wrong with a file: the findings say it, and a layer without kelurahan is not drawn.
    """
    files = paths(folder)
    if not files:
        return None
    shapes: list[Shape] = []
    found: list[Finding] = []
    for path in files:
        one = read(path, places)
        shapes += one.bentuk
        found += one.temuan
    areas = _areas(shapes, places, found)
    found += _misplaced(shapes, places)
    simple = _simplified(areas)
    if areas:
        found += [*_overlaps(areas, places), *_missing(areas, places)]
    by_kecamatan: defaultdict[str, list[Any]] = defaultdict(list)
    for kode, area in simple.items():
        by_kecamatan[str(places[kode].kecamatan_kode)].append(area)
    return Lapis(
        sidik=digest(folder),
        berkas=tuple(path.name for path in files),
        sumber=_source(folder),
        kelurahan={kode: _bidang(kode, area) for kode, area in simple.items()},
        kecamatan={kode: _bidang(kode, _joined(parts)) for kode, parts in sorted(by_kecamatan.items())},
        kota=_rings(_joined(simple.values())) if simple else (),
        temuan=tuple(found),
    )


def _source(folder: Path) -> str:
    path = folder / SOURCE
    lines = path.read_text(encoding="utf-8", errors="replace").lstrip("\ufeff").splitlines() if path.is_file() else []
    return lines[0].strip()[:200] if lines else ""


def plane(degrees: Any) -> Any:
    """An array of longitude and latitude in kilometres east and north of the centre."""
    return (degrees - np.array(CENTRE)) * np.array([KM * cos(radians(CENTRE[1])), KM])


def _areas(shapes: Sequence[Shape], places: Mapping[str, Wilayah], found: list[Finding]) -> dict[str, Any]:
    """One area a kelurahan in code order, in kilometres; several shapes of one code become one."""
    by_code: defaultdict[str, list[Shape]] = defaultdict(list)
    for shape in shapes:
        by_code[shape.kode].append(shape)
    areas = {}
    for kode in sorted(by_code):
        several = by_code[kode]
        if len(several) > 1:
            where = ", ".join(f"{one.berkas} ke-{one.nomor}" for one in several)
            found.append(finding("BATAS_KODE_GANDA", nama=places[kode].nama, n=len(several), tempat=where))
        areas[kode] = shapely.transform(shapely.union_all([one.bidang for one in several]), plane)
    return areas


def _misplaced(shapes: Iterable[Shape], places: Mapping[str, Wilayah]) -> list[Finding]:
    """Shapes that lie far from where their kelurahan is known to be."""
    found = []
    for shape in shapes:
        place = places[shape.kode]
        if place.bujur is None or place.lintang is None:
            continue
        x, y = plane(np.array([place.bujur, place.lintang]))
        far = shapely.distance(shapely.Point(x, y), shapely.transform(shape.bidang, plane))
        if far > FAR:
            km = angka(round_half_up(Fraction(far), 1))
            found.append(finding("BATAS_TEMPAT_LAIN", berkas=shape.berkas, nama=place.nama, jarak=km))
    return found


def _simplified(areas: Mapping[str, Any]) -> dict[str, Any]:
    """Neighbours keep their common line; the coarseness is the finest at which the whole is small enough to send."""
    whole = list(areas.values())
    tolerance = FINEST
    simple = list(shapely.coverage_simplify(whole, tolerance)) if whole else []
    while sum(shapely.get_num_coordinates(simple)) > MOST_POINTS and tolerance < 0.3:
        tolerance *= 1.6
        simple = list(shapely.coverage_simplify(whole, tolerance))
    return {kode: area for kode, area in zip(areas, simple, strict=True) if not area.is_empty}


def _overlaps(areas: Mapping[str, Any], places: Mapping[str, Wilayah]) -> list[Finding]:
    codes, shapes = list(areas), list(areas.values())
    tree = shapely.STRtree(shapes)
    found = []
    for one, other in sorted(zip(*(side.tolist() for side in tree.query(shapes)), strict=True)):
        if one < other and (shared := shapes[one].intersection(shapes[other]).area) > OVERLAP:
            both = f"{places[codes[one]].nama} dan {places[codes[other]].nama}"
            found.append(finding("BATAS_BERTUMPUK", nama=both, luas=angka(round_half_up(Fraction(shared) * 100, 0))))
    return found


def _missing(areas: Mapping[str, Any], places: Mapping[str, Wilayah]) -> list[Finding]:
    absent = [one.nama for one in places.values() if one.tingkat == "kelurahan" and one.kode not in areas]
    if not absent:
        return []
    listed = ", ".join(absent[:8]) + (f", dan {len(absent) - 8} lainnya" if len(absent) > 8 else "")
    return [finding("BATAS_KURANG", n=len(absent), nama=listed)]


def _joined(parts: Iterable[Any]) -> Any:
    """The outline of several areas. Where lines of neighbours do not meet, gaps up to 20 m are closed."""
    several = list(parts)
    if shapely.coverage_is_valid(several):
        return shapely.coverage_union_all(several)
    return shapely.union_all([part.buffer(0.01) for part in several]).buffer(-0.01).simplify(FINEST)


def _bidang(kode: str, area: Any) -> Bidang:
    inside = max(shapely.get_parts(area), key=lambda part: part.area)
    circle = shapely.get_coordinates(shapely.maximum_inscribed_circle(inside, tolerance=0.01))
    (x, y), (ex, ey) = circle.tolist()
    return Bidang(kode, _rings(area), (x, y), hypot(x - ex, y - ey))


def _rings(area: Any) -> tuple[Ring, ...]:
    """Outer rings clockwise, holes against it, to the metre."""
    rings = []
    for part in shapely.get_parts(area):
        if part.geom_type in AREAL and not part.is_empty:
            turned = shapely.orient_polygons(part, exterior_cw=True)
            for ring in (turned.exterior, *turned.interiors):
                rings.append(tuple((x, y) for x, y in np.round(shapely.get_coordinates(ring), 3).tolist()))
    return tuple(rings)
