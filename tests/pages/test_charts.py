"""The parts of the charts: scales and bands, rows, time axis, outlines of the map, tables as CSV, what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from skm_core import registry
from skm_core.results.measured import Measured, measure
from skm_core.results.wilayah import Petak, peta
from skm_core.rules import KEPMENPAN_25_2004, PERMENPAN_14_2017
from skm_core.scoring import score
from skm_core.store import Store
from skm_core.terms import Pilihan
from skm_ui.charts import time
from skm_ui.charts.dots import figure_of_dots
from skm_ui.charts.hexagons import _edges, figure_of_map
from skm_ui.charts.map_words import LONGEST, lines_of
from skm_ui.charts.marks import ikm_mark, nrr_mark, spread
from skm_ui.charts.scale import excerpt, rules_of
from skm_ui.charts.trend import figure_of_trend
from skm_ui.format import decimal, whole
from skm_ui.kept import built
from skm_ui.palette import INK, MUTU, PAPER
from skm_ui.table import Column, Table, csv_of, table_html


@pytest.fixture
def city(demo: Store) -> Measured:
    (figure,) = measure(demo, Pilihan(periode=("2021-q1",), pengumpul="kota"))
    return figure


def test_excerpt_shows_every_value_and_the_near_edges_of_the_bands() -> None:
    drawn = excerpt([Decimal("78.82"), Decimal("86.06"), None], PERMENPAN_14_2017)
    assert drawn.low < 76.61 and drawn.high > 88.31
    assert [grade.huruf for grade, _, _ in drawn.bands()] == ["C", "B", "A"]
    for (_, _, high), (_, low, _) in zip(drawn.bands(), drawn.bands()[1:], strict=False):
        assert high == low
    assert excerpt([], PERMENPAN_14_2017).low == 25
    far = excerpt([Decimal("40.00")], PERMENPAN_14_2017)
    assert [grade.huruf for grade, _, _ in far.bands()] == ["D"]


def test_bands_follow_the_rule_set_and_the_nrr_scale() -> None:
    old = excerpt([Decimal("72.40")], KEPMENPAN_25_2004)
    assert [grade.huruf for grade, low, high in old.bands() if low <= 72.40 <= high] == ["B"]
    nrr = excerpt([Decimal("2.957"), Decimal("3.842")], PERMENPAN_14_2017, unit=25)
    assert 1 <= nrr.low < 2.957 and 3.842 < nrr.high <= 4
    assert {grade.huruf: low for grade, low, _ in nrr.bands()}["B"] == pytest.approx(3.0644)


def test_no_bands_where_no_mutu_is_set(demo: Store, city: Measured) -> None:
    (panel,) = score(demo, Pilihan(periode=("2019-maret",)))
    assert rules_of([city]) is PERMENPAN_14_2017
    assert rules_of([panel]) is None
    assert rules_of([city, replace(city, aturan=("kepmenpan-25-2004",))]) is None


def test_rows_carry_their_interval_and_withhold_small_n(city: Measured) -> None:
    sure = ikm_mark("Kota", city, key="31.73")
    few = ikm_mark("Sedikit", replace(city, n_kuesioner=9))
    assert few.value is None and few.text == "n < 10" and decimal(city.ikm) not in few.hover and few.rentang is None
    assert ikm_mark("Kosong", None).text == "tanpa data"
    assert city.rentang and city.plus_minus and sure.value is not None
    assert decimal(city.plus_minus) in sure.hover and f"n {whole(city.n_kuesioner)}" in sure.hover
    assert city.rentang[1] in spread([sure])
    figure = figure_of_dots([sure, few], excerpt(spread([sure]), PERMENPAN_14_2017), clickable=True)
    dots = next(trace for trace in figure.data if trace.error_x.visible)
    assert dots.error_x.array == pytest.approx([float(city.rentang[1] - sure.value)])
    assert dots.error_x.arrayminus == pytest.approx([float(sure.value - city.rentang[0])])
    assert list(dots.meta) == [city.acuan]
    assert list(figure.data[-1].customdata) == ["31.73", ""]
    assert nrr_mark("Sarana", None).text == "tanpa data"


def test_a_dot_is_hollow_where_its_mutu_is_not_certain(demo: Store) -> None:
    cells = measure(demo, Pilihan(periode=("2021-q1",), pengumpul="kota"), ["kecamatan", "layanan"], unsur=False)
    doubtful = next(one for one in cells if not one.mutu_pasti)
    certain = next(one for one in cells if one.mutu_pasti)
    marks = [ikm_mark("Ragu", doubtful), ikm_mark("Pasti", certain)]
    dots = next(t for t in figure_of_dots(marks, excerpt(spread(marks), None)).data if t.error_x.visible)
    assert doubtful.mutu and certain.mutu
    assert list(dots.marker.color) == [PAPER, MUTU[certain.mutu.huruf]]
    assert list(dots.marker.line.color) == [MUTU[doubtful.mutu.huruf], INK]
    assert marks[0].text.endswith(f"{doubtful.mutu.huruf}?") and not marks[1].text.endswith("?")


def test_trend_of_nothing_is_an_empty_chart() -> None:
    assert not figure_of_trend([]).data


def test_time_axis_has_at_most_six_labels(demo: Store) -> None:
    known = [item for item in registry.periode(demo).values() if not item.panel]
    place = time.positions(known)
    assert list(place.values()) == sorted(place.values())
    assert place["2019-q2"] == pytest.approx(2019.37, abs=0.01)
    settings, lines = time.axis(known, place)
    assert settings["ticktext"] == ["2019", "2020", "2021"] and len(lines) == 2
    undated = [replace(item, mulai=None) for item in known]
    settings, lines = time.axis(undated, time.positions(undated))
    assert len(settings["ticktext"]) <= 6 and settings["ticktext"][-1] == "Jan–Mar 2021" and not lines
    decade = [
        replace(known[0], kode=str(year), mulai=date(year, 1, 1), selesai=date(year, 12, 31))
        for year in range(2010, 2022)
    ]
    assert len(time.axis(decade, time.positions(decade))[0]["ticktext"]) <= 6


def test_names_on_the_map_fit_a_hexagon_on_a_phone(demo: Store) -> None:
    for place in registry.wilayah(demo).values():
        if place.tingkat == "kelurahan":
            rows = lines_of(place.nama)
            assert 1 <= len(rows) <= 2, place.nama
            assert all(len(row) <= LONGEST + 1 for row in rows), place.nama


def test_outline_of_the_kecamatan_closes(demo: Store) -> None:
    found = peta(demo, Pilihan(periode=("2021-q1",)))
    assert found
    tiles: list[Petak] = list(found.petak)
    inside = [item for item in tiles if item.kecamatan.nama == "Kalideres"]
    ends: dict[tuple[int, int], int] = {}
    for edge in _edges(inside, group=False):
        for x, y in edge:
            corner = (int(x * 1000 + 0.5), int(y * 1000 + 0.5))
            ends[corner] = ends.get(corner, 0) + 1
    assert ends and all(n % 2 == 0 for n in ends.values())
    shared = [edge for edge in _edges(tiles) if edge in _edges(inside, group=False)]
    assert len(shared) == len(_edges(inside, group=False))


def test_map_tells_the_kinds_of_data_apart(demo: Store) -> None:
    found = peta(demo, Pilihan(periode=("2021-q1",), layanan=("rptra",)))
    assert found
    fills = [trace for trace in figure_of_map(found.petak, "31.73.04").data if trace.fill == "toself"]
    assert {trace.line.dash for trace in fills} == {"dot", "solid"}
    assert [trace for trace in fills if trace.fillpattern.shape == "/"]
    assert len(fills) == len({(trace.fillcolor, trace.line.dash, trace.fillpattern.shape) for trace in fills})


def test_csv_is_made_for_indonesian_excel(city: Measured) -> None:
    few = replace(city, n_kuesioner=9)
    table = Table(
        (Column("Nama; dan lagi"), Column("IKM", "ikm"), Column("NRR", "nrr"), Column("Poin", "number")),
        (("Kota", city, city.unsur[0], Decimal("-0.73")), ("Sedikit", few, None, None)),
    )
    raw = csv_of(table)
    assert raw.startswith(b"\xef\xbb\xbf")
    head, first, second = raw.decode("utf-8-sig").split("\r\n")[:3]
    interval = "± (95%);{0}: batas bawah;{0}: batas atas"
    assert head == (
        f'"Nama; dan lagi";IKM;IKM: mutu;IKM: {interval.format("IKM")};IKM: n kuesioner;'
        f"NRR;NRR: {interval.format('NRR')};NRR: n jawaban;Poin"
    )
    assert city.rentang and city.presisi and city.presisi.lower
    assert first.startswith(
        f"Kota;{city.ikm};B;{city.plus_minus};{city.rentang[0]};{city.rentang[1]};{city.n_kuesioner};".replace(".", ",")
    )
    assert city.rentang[0] == Decimal(f"{city.presisi.lower:.2f}")
    assert first.endswith(";-0,73")
    assert second == "Sedikit;;;;;;9;;;;;0;"
    shown = table_html(table)
    assert (
        decimal(city.ikm) in shown
        and "n kurang dari 10" in shown
        and "<script" not in table_html(Table((Column("<script>"),), (("<script>",),)))
    )


def test_what_is_built_is_kept_by_result_and_arguments() -> None:
    calls: list[object] = []

    def build(found: dict[str, int], by: str) -> object:
        calls.append((found, by))
        return object()

    one, other = {"a": 1}, {"a": 1}
    first = built(build, one, "x")
    assert built(build, one, "x") is first
    assert built(build, one, "y") is not first
    assert built(build, other, "x") is not first
    assert len(calls) == 3
