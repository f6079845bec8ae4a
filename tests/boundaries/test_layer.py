"""Boundaries put into the folder: what is drawn, and what is said of every kind of mistake."""

from __future__ import annotations

import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
import shapely

from skm_core.boundaries import Bidang, Lapis, digest, geojson, load
from tests.boundaries.made import features, moved, places, write

KAPUK, KALIDERES, ROA_MALAKA = "31.73.01.1005", "31.73.06.1001", "31.73.04.1010"


def read(folder: Path) -> Lapis:
    layer = load(folder, places())
    assert layer is not None
    return layer


def codes(layer: Lapis) -> list[str]:
    return [one.kode for one in layer.temuan]


def polygon(area: Bidang) -> shapely.Polygon:
    return shapely.Polygon(area.cincin[0], area.cincin[1:])


def test_no_folder_and_an_empty_one_are_no_layer(tmp_path: Path) -> None:
    assert load(tmp_path / "batas", places()) is None
    (tmp_path / "sumber.txt").write_text("BPS", encoding="utf-8")
    (tmp_path / ".DS_Store").write_bytes(b"\0")
    assert load(tmp_path, places()) is None


def test_a_sound_file_gives_all_kelurahan_without_a_word(tmp_path: Path) -> None:
    layer = read(write(tmp_path))
    (tmp_path / "sumber.txt").write_text("\ufeffBatas wilayah: Pemkot\nbaris kedua", encoding="utf-8")
    assert not layer.temuan
    assert sorted(layer.kelurahan) == [kode for kode, place in places().items() if place.tingkat == "kelurahan"]
    assert len(layer.kecamatan) == 8 and layer.sumber == ""
    other = read(tmp_path)
    assert other.sumber == "Batas wilayah: Pemkot" and other != layer and other.sidik == digest(tmp_path)


def test_lines_are_simplified_without_gaps_between_neighbours(tmp_path: Path) -> None:
    some = features()
    layer = read(write(tmp_path, some))
    before = sum(shapely.get_num_coordinates(shapely.from_geojson(json.dumps(one["geometry"]))) for one in some)
    after = sum(len(ring) for area in layer.kelurahan.values() for ring in area.cincin)
    assert after < before / 5
    areas = [polygon(area) for area in layer.kelurahan.values()]
    assert shapely.union_all(areas).area == pytest.approx(sum(area.area for area in areas), rel=1e-5)
    assert 150 < sum(area.area for area in areas) < 350, "square kilometres"


def test_rings_are_closed_and_words_stand_inside(tmp_path: Path) -> None:
    for area in read(write(tmp_path)).kelurahan.values():
        assert all(ring[0] == ring[-1] for ring in area.cincin)
        turn = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(area.cincin[0]))
        assert turn > 0, "outer ring clockwise"
        assert polygon(area).contains(shapely.Point(area.tengah).buffer(area.ruang * 0.95))


def test_a_hole_and_an_island_are_kept(tmp_path: Path) -> None:
    some = [one for one in features() if one["properties"]["kode"] == KAPUK]
    shape = shapely.from_geojson(json.dumps(some[0]["geometry"]))
    middle = shape.centroid
    island = shapely.Point(middle.x, middle.y + 0.05).buffer(0.003)
    both = shapely.MultiPolygon([shape.difference(middle.buffer(0.002)), island])
    some[0]["geometry"] = json.loads(shapely.to_geojson(both))
    assert len(read(write(tmp_path, some)).kelurahan[KAPUK].cincin) == 3


@pytest.mark.parametrize("form", ["31.73.01.1005", "3173011005", 3173011005, 3173011005.0])
def test_a_code_is_known_in_every_form_a_table_makes_of_it(tmp_path: Path, form: object) -> None:
    (one,) = [one for one in features() if one["properties"]["kode"] == KAPUK]
    one["properties"] = {"NAMA": "KAPUK", "KD": form}
    assert list(read(write(tmp_path, [one])).kelurahan) == [KAPUK]
    one["properties"], one["id"] = None, form
    assert list(read(write(tmp_path, [one])).kelurahan) == [KAPUK]


def test_codes_of_bps_are_read_and_said(tmp_path: Path) -> None:
    some = features()
    for one in some:
        one["properties"] = {"kode_bps": places()[one["properties"]["kode"]].bps_kode}
    layer = read(write(tmp_path, some))
    assert len(layer.kelurahan) == 56 and codes(layer) == ["BATAS_KODE_BPS"]
    assert "kode_bps" in layer.temuan[0].pesan
    kemendagri = {kode.replace(".", "") for kode in places()}
    assert not kemendagri & {place.bps_kode for place in places().values() if place.tingkat == "kelurahan"}


def test_missing_unknown_empty_and_double_codes_are_named(tmp_path: Path) -> None:
    some = features()
    some[0]["properties"]["kode"] = "31.74.01.1001"
    some[1]["properties"]["kode"] = None
    some[2]["properties"]["kode"] = some[3]["properties"]["kode"]
    layer = read(write(tmp_path, some))
    assert codes(layer) == [
        "BATAS_KODE_TIDAK_DIKENAL",
        "BATAS_KODE_KOSONG",
        "BATAS_KODE_GANDA",
        "BATAS_TEMPAT_LAIN",
        "BATAS_KURANG",
    ]
    said = " ".join(one.pesan for one in layer.temuan)
    assert 'bentuk ke-1: kode "31.74.01.1001"' in said and "bentuk ke-2: kolom kode kosong" in said
    assert "kelurahan.geojson ke-3, kelurahan.geojson ke-4" in said
    assert "Batas 3 kelurahan tidak ada: Cengkareng Barat, Duri Kosambi, Rawa Buaya." in said


def test_the_same_kelurahan_in_two_files_is_said(tmp_path: Path) -> None:
    write(tmp_path, features()[:30], "a.geojson")
    layer = read(write(tmp_path, features()[29:], "b.json"))
    assert len(layer.kelurahan) == 56 and codes(layer) == ["BATAS_KODE_GANDA"]
    assert "a.geojson ke-30, b.json ke-1" in layer.temuan[0].pesan


def test_exchanged_codes_are_seen_by_the_place(tmp_path: Path) -> None:
    some = {one["properties"]["kode"]: one for one in features()}
    some[KALIDERES]["properties"]["kode"], some[ROA_MALAKA]["properties"]["kode"] = ROA_MALAKA, KALIDERES
    layer = read(write(tmp_path, list(some.values())))
    assert codes(layer) == ["BATAS_TEMPAT_LAIN"] * 2
    assert "Kalideres" in layer.temuan[0].pesan + layer.temuan[1].pesan and " km dari letak" in layer.temuan[0].pesan


def test_coordinates_of_another_system_order_or_city_refuse_the_file(tmp_path: Path) -> None:
    cases = {
        "BATAS_KOORDINAT_LAIN": lambda x, y: (x * 6_500, y * -1_500_000),
        "BATAS_KOORDINAT_TERBALIK": lambda x, y: (y, x),
        "BATAS_LUAR_DAERAH": lambda x, y: (x + 4, y - 1),
    }
    for number, (kode, change) in enumerate(cases.items()):
        folder = write(tmp_path / str(number), [moved(one, change) for one in features()])
        layer = read(folder)
        assert codes(layer) == [kode] and not layer.kelurahan and not layer.kota


def test_lines_points_and_nothing_are_not_drawn(tmp_path: Path) -> None:
    some = features()
    some[0]["geometry"] = {"type": "LineString", "coordinates": [[106.7, -6.1], [106.8, -6.2]]}
    some[1]["geometry"] = None
    some[2]["geometry"] = {"type": "Polygon", "coordinates": [[[106.7, -6.1], [106.8, "x"]]]}
    some[3]["geometry"] = {"type": "Polygon", "coordinates": []}
    some[4]["geometry"]["coordinates"][0][1] = [float("nan"), -6.1]
    some[5]["geometry"] = {"type": "GeometryCollection", "geometries": []}
    layer = read(write(tmp_path, some))
    assert codes(layer) == ["BATAS_BENTUK_LAIN"] * 6 + ["BATAS_KURANG"]
    assert "(LineString)" in layer.temuan[0].pesan and "(kosong)" in layer.temuan[1].pesan
    assert len(layer.kelurahan) == 50


def test_crossed_and_overlapping_lines_are_mended_and_said(tmp_path: Path) -> None:
    some = {one["properties"]["kode"]: one for one in features()}
    ring = some[KAPUK]["geometry"]["coordinates"][0]
    ring[1:-1] = [*ring[2:-1][: len(ring) // 2], ring[1], *ring[2:-1][len(ring) // 2 :]]
    layer = read(write(tmp_path, list(some.values())))
    assert {"BATAS_GARIS_BERSILANG", "BATAS_BERTUMPUK"} >= set(codes(layer)) >= {"BATAS_GARIS_BERSILANG"}
    assert all(polygon(area).is_valid for area in layer.kelurahan.values() if len(area.cincin) == 1)
    shifted = [moved(one, lambda x, y: (x + 0.002, y)) if at == 0 else one for at, one in enumerate(features())]
    assert "BATAS_BERTUMPUK" in codes(read(write(tmp_path / "lain", shifted)))


def test_a_file_of_kecamatan_or_without_codes_is_refused(tmp_path: Path) -> None:
    some = features()[:1]
    some[0]["properties"] = {"kode": "31.73.01"}
    assert codes(read(write(tmp_path / "a", some))) == ["BATAS_HANYA_KECAMATAN"]
    some[0]["properties"] = {"nama": "Kapuk"}
    assert codes(read(write(tmp_path / "b", some))) == ["BATAS_KODE_TIDAK_ADA"]
    assert codes(read(write(tmp_path / "c", []))) == ["BATAS_KODE_TIDAK_ADA"]


def test_what_is_no_feature_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    good = len(read(write(tmp_path / "a", features())).kelurahan)
    broken = ["teks", *features(), float("nan"), None]
    layer = read(write(tmp_path / "b", broken))
    named = [one for one in layer.temuan if one.kode == "BATAS_BENTUK_RUSAK"]
    assert [one.nilai for one in named] == ['"teks"', "NaN", "null"] and len(layer.kelurahan) == good
    assert "bentuk ke-1:" in named[0].pesan and "bentuk ke-58:" in named[1].pesan


def test_one_point_is_no_layer(tmp_path: Path) -> None:
    (tmp_path / "titik.geojson").write_text(
        '{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [106.7, -6.1]}}'
    )
    assert codes(read(tmp_path)) == ["BATAS_BUKAN_GEOJSON"]


def test_kecamatan_beside_their_kelurahan_are_passed_over(tmp_path: Path) -> None:
    some = features()
    some.append({**some[0], "properties": {"kode": "31.73.01"}})
    assert not codes(read(write(tmp_path, some)))


@pytest.mark.parametrize(
    ("name", "content", "kode"),
    [
        ("batas.shp", b"\0\0\x27\x0a", "BATAS_BUKAN_GEOJSON"),
        ("batas.geojson", b"", "BATAS_JSON_RUSAK"),
        ("batas.geojson", b'{"type": "FeatureCollection",\n"features": [{', "BATAS_JSON_RUSAK"),
        ("batas.geojson", b"\x1f\x8b\x08\x00\xff", "BATAS_BUKAN_GEOJSON"),
        ("batas.geojson", b"[]", "BATAS_BUKAN_GEOJSON"),
        ("batas.geojson", b'{"type": "FeatureCollection", "features": [1]}', "BATAS_BUKAN_GEOJSON"),
        ("batas.geojson", b"[" * 200_000, "BATAS_BUKAN_GEOJSON"),
        ("batas.json", b'{"type": "Topology", "objects": {}, "arcs": []}', "BATAS_TOPOJSON"),
    ],
)
def test_what_is_no_geojson_is_refused(tmp_path: Path, name: str, content: bytes, kode: str) -> None:
    (tmp_path / name).write_bytes(content)
    layer = read(tmp_path)
    assert codes(layer) == [kode] and not layer.kelurahan
    assert name in layer.temuan[0].pesan


def test_a_file_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path)
    monkeypatch.setattr(geojson, "LARGEST", 10_000)
    assert codes(read(folder)) == ["BATAS_TERLALU_BESAR"]


def test_no_damage_of_a_file_ends_the_reading(tmp_path: Path) -> None:
    whole = bytearray((write(tmp_path, features()[:6]) / "kelurahan.geojson").read_bytes())
    chance = random.Random(20190424)
    for _ in range(80):
        spoilt = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            spoilt[chance.randrange(len(spoilt))] = chance.choice(b'[]{}",:.-0123456789eNa \xff')
        (tmp_path / "kelurahan.geojson").write_bytes(spoilt)
        layer = read(tmp_path)
        assert layer.temuan


def test_a_number_too_large_to_compute_with_is_a_finding(tmp_path: Path) -> None:
    some = features()
    some[0]["geometry"]["coordinates"][0][0] = [10**400, 1]
    assert read(write(tmp_path, some)).temuan
