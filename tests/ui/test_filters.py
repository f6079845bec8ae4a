"""The filters: from the address, back into it, and what is said about keys that mean nothing."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import text


def sentence(app: AppTest) -> str:
    head = next(element.proto.body for element in app.get("html") if 'class="skm-head"' in element.proto.body)
    return head.split("<p>")[1].split("</p>")[0]


def test_default_is_the_newest_periode_with_data(open_page) -> None:
    assert sentence(open_page()) == "Semua layanan · semua kecamatan · April–Juni 2019 · sampel kota"


def test_address_with_every_key(open_page) -> None:
    app = open_page(
        periode="2019-q2", layanan="posyandu", kelurahan="31.73.02.1001", kecamatan="31.73.02", pengumpul="kelurahan"
    )
    assert sentence(app) == "Posyandu · Kelurahan Grogol · April–Juni 2019 · kumpulan kelurahan"
    assert app.selectbox(key="saring_kelurahan").value == "31.73.02.1001"


def test_kelurahan_alone_brings_its_kecamatan(open_page) -> None:
    app = open_page(kelurahan="31.73.02.1001")
    assert app.selectbox(key="saring_kecamatan").value == "31.73.02"


def test_automatic_pengumpul_follows_the_place(open_page) -> None:
    assert sentence(open_page(kecamatan="31.73.02")).endswith("kumpulan kelurahan")
    assert sentence(open_page(kecamatan="31.73.01")).endswith("sampel kota")


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"periode": "1998-q1"}, "Periode &quot;1998-q1&quot; tidak dikenal. Yang ditampilkan April–Juni 2019."),
        ({"layanan": "Posyandu"}, "Layanan &quot;Posyandu&quot; tidak dikenal"),
        ({"kecamatan": "31.73.09"}, "Kecamatan &quot;31.73.09&quot; tidak dikenal"),
        ({"kelurahan": "31.73.01"}, "Kelurahan &quot;31.73.01&quot; tidak dikenal"),
        ({"pengumpul": "rw"}, "Pengumpul &quot;rw&quot; tidak dikenal"),
        ({"layanan": "camat"}, "Camat tidak disurvei pada April–Juni 2019"),
        (
            {"kecamatan": "31.73.01", "kelurahan": "31.73.02.1001"},
            "Kelurahan Grogol tidak termasuk Kecamatan Cengkareng",
        ),
        ({"layanan": "<script>alert(1)</script>"}, "&lt;script&gt;"),
        ({"data": "lama"}, "Pilihan data &quot;lama&quot; tidak dikenal"),
    ],
)
def test_unknown_key_is_named_and_the_default_shown(open_page, keys: dict[str, str], message: str) -> None:
    app = open_page(**keys)
    assert not app.exception
    assert message in text(app)
    assert "<script>alert" not in text(app)


def test_choosing_writes_the_key_into_the_address(open_page) -> None:
    app = open_page()
    app.selectbox(key="saring_layanan").set_value("posyandu").run()
    app.selectbox(key="saring_kecamatan").set_value("31.73.02").run()
    assert app.query_params["layanan"] == "posyandu"
    assert app.query_params["kecamatan"] == "31.73.02"
    assert sentence(app).startswith("Posyandu · Kecamatan Grogol Petamburan")
    app.selectbox(key="saring_layanan").set_value("").run()
    assert "layanan" not in app.query_params


def test_another_kecamatan_drops_the_kelurahan(open_page) -> None:
    app = open_page(kelurahan="31.73.02.1001")
    app.selectbox(key="saring_kecamatan").set_value("31.73.01").run()
    assert "kelurahan" not in app.query_params
    assert "skm-notice" not in text(app)


def test_kelurahan_is_chosen_at_once_and_brings_its_kecamatan(open_page) -> None:
    app = open_page()
    assert len(app.selectbox(key="saring_kelurahan").options) == 57
    app.selectbox(key="saring_kelurahan").set_value("31.73.02.1001").run()
    assert app.query_params["kecamatan"] == "31.73.02"
    app.selectbox(key="saring_kelurahan").set_value("").run()
    assert sentence(app).startswith("Semua layanan · Kecamatan Grogol Petamburan")


def test_another_periode_drops_a_layanan_it_does_not_have(open_page) -> None:
    app = open_page(layanan="posyandu")
    app.selectbox(key="saring_periode").set_value("2019-maret").run()
    assert "layanan" not in app.query_params
    assert "skm-notice" not in text(app)
    assert app.selectbox(key="saring_layanan").options == ["Semua layanan", "Camat", "Lurah"]


def test_filters_survive_a_page_without_them(open_page) -> None:
    app = open_page(layanan="posyandu")
    app = app.switch_page("pages/metode.py").run()
    app = app.switch_page("pages/wilayah.py").run()
    assert sentence(app).startswith("Posyandu")
