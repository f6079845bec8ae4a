"""Wilayah in the agency's own boundaries: the switch, the same figures as the hexagons, what is said of faults."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.boundaries.made import features, write
from tests.pages.conftest import charts, framed, install, text
from tests.pages.reading import of_chart

Open = Callable[..., AppTest]
TAMBORA, ROA_MALAKA = "31.73.04", "31.73.04.1010"
SOURCE = "Batas wilayah: contoh buatan"


@pytest.fixture
def put(app_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Open]:
    """An installation with a folder of boundaries; returns what opens its pages."""
    install(app_dir / "demo.duckdb", tmp_path, monkeypatch)

    def make(some: list[dict[str, object]] | None = None) -> Open:
        write(tmp_path / "batas", some)
        (tmp_path / "batas" / "sumber.txt").write_text(SOURCE, encoding="utf-8")
        return lambda page, **keys: framed(page, **keys).run()

    return make


def switch(app: AppTest) -> list[str]:
    return [group.value for group in app.get("button_group") if group.key == "pilih_peta"]


def test_without_a_file_nothing_is_offered(open_page: Open) -> None:
    app = open_page("wilayah")
    assert not switch(app)
    app = open_page("wilayah", peta="batas")
    assert not app.exception and "Batas wilayah belum dipasang" in text(app) and len(charts(app)[0]["data"]) < 12


@pytest.mark.parametrize("keys", [{}, {"kecamatan": TAMBORA}, {"kecamatan": TAMBORA, "kelurahan": ROA_MALAKA}])
def test_both_maps_say_the_same_figures(put: Callable[..., Open], keys: dict[str, str]) -> None:
    open_page = put()
    hexagons, own = (open_page("wilayah", **keys, **extra) for extra in ({}, {"peta": "batas"}))
    assert switch(hexagons) == ["heksagon"] and switch(own) == ["batas"]
    told = [{(one.acuan, one.text) for one in of_chart(charts(app)[0]) if not one.short} for app in (hexagons, own)]
    assert len(told[1]) > 20 and told[1] <= told[0]
    assert keys or told[1] == told[0]
    written = {one.text for one in of_chart(charts(own)[0]) if one.short}
    assert written and written <= {one.text for one in of_chart(charts(hexagons)[0]) if one.short}
    alts = [charts(app)[0]["alt"] for app in (hexagons, own)]
    assert alts[0].split(". ", 1)[1] == alts[1].split(". ", 1)[1] and "batas 56 kelurahan" in alts[1]
    assert SOURCE in text(own) and "catatan tentang" not in text(own)


def test_every_kelurahan_answers_to_a_click_with_its_code(put: Callable[..., Open]) -> None:
    chart = charts(put()("wilayah", peta="batas"))[0]
    codes = [trace["customdata"] for trace in chart["data"] if trace.get("customdata")]
    assert len({kode for some in codes for kode in some}) == 56
    assert all(len(set(some)) == 1 for some in codes[1:]) and sum(map(len, codes)) > 400
    near = charts(put()("wilayah", peta="batas", kecamatan=TAMBORA))[0]
    width = [chart["layout"]["xaxis"]["range"][1] - chart["layout"]["xaxis"]["range"][0] for chart in (chart, near)]
    assert width[1] < width[0] / 2, "a kecamatan is shown close up"


def test_the_switch_is_kept_in_the_address(put: Callable[..., Open]) -> None:
    app = put()("wilayah", kecamatan=TAMBORA)
    group = next(group for group in app.get("button_group") if group.key == "pilih_peta")
    group.set_value("batas").run()
    assert dict(app.query_params) == {"peta": "batas", "kecamatan": TAMBORA}
    app.query_params["peta"] = "globe"
    assert 'Jenis peta "globe" tidak dikenal' in text(app.run()) and switch(app) == ["heksagon"]


def test_faults_are_told_on_the_map_and_listed_in_the_settings(put: Callable[..., Open], tmp_path: Path) -> None:
    some = features()
    some[0]["properties"]["kode"] = "31.74.01.1001"
    open_page = put(some)
    app = open_page("wilayah", peta="batas")
    assert "Batas 1 kelurahan tidak ada di berkas itu." in text(app)
    assert [link.label for link in app.get("page_link") if "catatan" in link.label] == [
        "2 catatan tentang berkas batas wilayah"
    ]
    settings = text(open_page("pengaturan"))
    assert "Batas 55 kelurahan terpasang" in settings and 'kode "31.74.01.1001" bukan kode kelurahan' in settings
    (tmp_path / "batas" / "kelurahan.geojson").write_text("{", encoding="utf-8")
    app = open_page("wilayah", peta="batas")
    assert "isinya rusak atau terpotong di baris 1" in text(app) and not switch(app) and charts(app)
    assert "Berkas batas wilayah tidak dapat dipakai" in text(open_page("pengaturan"))
    shutil.rmtree(tmp_path / "batas")
    assert "Belum ada batas wilayah" in text(open_page("pengaturan"))
