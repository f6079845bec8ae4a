"""Kualitas data, the line of flagged questionnaires, and what Metode says of certainty: figures are the library's."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from skm_core import queries, reference, registry
from skm_core.compare.verdict import PUTUSAN
from skm_core.demo.answers import N_SUSPICIOUS
from skm_core.precision import precision
from skm_core.quality import TANDA, Keandalan, inspect, score_without, standing_out
from skm_core.results.kualitas import headline, kualitas, percent, sentence
from skm_core.store import Store
from skm_core.terms import Pilihan, Wilayah
from skm_ui.format import decimal, signed, whole
from skm_ui.quality import index, places, reliability
from skm_ui.table import csv_of
from skm_ui.trouble import SENTENCE
from tests import build
from tests.pages.conftest import ROOT, charts, html, title, words
from tests.pages.test_leadership import FILTERS

Open = Callable[..., AppTest]
NOW = Pilihan(periode=("2021-q1",))
ROWS = queries.rows


@pytest.fixture(scope="module")
def planted(demo: Store) -> list[Wilayah]:
    """The kelurahan whose own demo data hold many forms of the best answer throughout, worst first."""
    best = "concat(b1, b2, b3, b4, b5, b6, b7, b8, b9) = '444444444'"
    _, rows = demo.fetch(
        f"SELECT wilayah_kode, count_if({best}) / count(*) AS s FROM kuesioner WHERE pengumpul = 'kelurahan' "
        f"GROUP BY ALL ORDER BY s DESC LIMIT {N_SUSPICIOUS}"
    )
    return [registry.wilayah(demo)[row[0]] for row in rows]


def keys_of(place: Wilayah) -> dict[str, str]:
    return {"kecamatan": str(place.kecamatan_kode), "kelurahan": place.kode}


@pytest.mark.parametrize("keys", FILTERS.values(), ids=FILTERS)
def test_page_stands_with_every_filter(open_page: Open, keys: dict[str, str]) -> None:
    app = open_page("kualitas", **keys)
    assert not app.exception and SENTENCE not in html(app)
    assert title(app)
    assert all(chart["alt"].endswith(".") for chart in charts(app))


@pytest.mark.parametrize("tanda", TANDA)
def test_page_stands_with_every_sign(open_page: Open, tanda: str) -> None:
    app = open_page("kualitas", tanda=tanda)
    assert not app.exception and SENTENCE not in html(app)
    assert TANDA[tanda].penjelasan in html(app)


def test_headline_and_list_name_exactly_the_suspicious(open_page: Open, demo: Store, planted: list[Wilayah]) -> None:
    found = kualitas(demo, NOW)
    assert found and {one.wilayah.kode for one in found.perlu} == {place.kode for place in planted}
    app = open_page("kualitas")
    page = html(app)
    assert title(app) == headline(found, "")
    assert title(app).startswith("Data tiga kelurahan perlu diperiksa: ")
    for one in found.perlu:
        assert one.wilayah.nama in title(app)
        assert all(sentence(sign) in page and sign.tanda.tanya in page for sign in one.temuan)
        pair = one.pasangan
        assert pair and pair.tanpa and pair.selisih is not None
        assert decimal(pair.semua.ikm) in page and decimal(pair.tanpa.ikm) in page
        assert f"({signed(pair.selisih)} poin)" in page
    assert "Tanda bukan bukti" in page and "Tidak ada kuesioner yang dihapus" in page


def test_with_and_without_per_pengumpul_are_the_library_s(open_page: Open, demo: Store) -> None:
    page = html(open_page("kualitas"))
    both = score_without(demo, NOW)
    assert [one.semua.pengumpul for one in both] == ["kelurahan", "kota"]
    for one in both:
        assert one.tanpa
        assert f"tanpa {whole(one.n_bertanda)} kuesioner janggal" in page
        assert decimal(one.semua.ikm) in page and decimal(one.tanpa.ikm) in page
    city = both[1].presisi_tanpa
    assert city and city.plus_minus and f"± {decimal(city.plus_minus)}".replace(" ", "\N{NO-BREAK SPACE}") in page
    assert "Kumpulan kelurahan" not in html(open_page("kualitas", pengumpul="kota")).split("Setiap tanda")[1]


def test_funnels_draw_every_place_and_name_those_above_the_limit(open_page: Open, demo: Store) -> None:
    drawn = [chart for chart in charts(open_page("kualitas", tanda="seragam")) if "umumnya" in chart["alt"]]
    parts = [part for part in inspect(demo, NOW) if part.tanda.kunci == "seragam"]
    names = registry.wilayah(demo)
    assert len(drawn) == len(parts) == 2
    for chart, part in zip(drawn, parts, strict=True):
        (dots,) = (trace for trace in chart["data"] if trace["mode"] == "markers")
        assert sorted(dots["customdata"]) == sorted(one.kelurahan for one in part.temuan)
        shares = {one.kelurahan: 100 * one.x / one.n for one in part.temuan}
        for kode, y in zip(dots["customdata"], dots["y"], strict=True):
            assert math.isclose(y, shares[kode])
        curve = next(trace for trace in chart["data"] if trace["line"].get("dash"))
        assert all(100 * part.corong.batas_atas(x) == y for x, y in zip(curve["x"], curve["y"], strict=True))
        named = {text.removeprefix("<b>").removesuffix("</b>") for text in words(chart) if text.startswith("<b>")}
        assert named == {names[one.kelurahan].nama for one in part.temuan if one.menonjol}
        assert all(one.x / one.n > one.batas for one in part.temuan if one.menonjol)


def test_a_place_shows_all_its_signs_judged_by_the_whole_city(
    open_page: Open, demo: Store, planted: list[Wilayah]
) -> None:
    app = open_page("kualitas", **keys_of(planted[0]), pengumpul="kelurahan")
    page = html(app)
    assert title(app) == f"Data {planted[0].nama} perlu diperiksa"
    own = Pilihan(periode=NOW.periode, pengumpul="kelurahan")
    here = [one for part in inspect(demo, own) for one in part.temuan if one.kelurahan == planted[0].kode]
    assert len(here) == len(TANDA)
    rows = dict(re.findall(r'<tr><td title="[^"]*">([^<]+)</td>(.*?)</tr>', page))
    for one in here:
        row = rows[one.tanda.nama]
        assert f"({whole(one.x)} dari {whole(one.n)})" in row and percent(one.x_lain, one.n_lain) in row
        assert ("perlu diperiksa" in row) == one.menonjol
    clean = next(
        place
        for place in registry.wilayah(demo).values()
        if place.tingkat == "kecamatan" and not any(bad.kode.startswith(place.kode) for bad in planted)
    )
    other = open_page("kualitas", kecamatan=clean.kode)
    assert title(other) == f"Data {clean.nama} tidak menyimpang dari yang lain"


def test_a_name_of_the_list_leads_to_the_place_with_its_worst_sign(open_page: Open, planted: list[Wilayah]) -> None:
    app = open_page("kualitas", tanda="usia_bulat")
    app.button(key=f"tombol-kelurahan-{planted[0].kode}").click().run()
    assert title(app) == f"Data {planted[0].nama} perlu diperiksa"
    assert {key: app.query_params[key] for key in ("kecamatan", "kelurahan", "tanda")} == {
        **keys_of(planted[0]),
        "tanda": "seragam",
    }


def test_unknown_sign_says_so_and_falls_back(open_page: Open) -> None:
    page = html(open_page("kualitas", tanda="ajaib"))
    assert "Tanda &quot;ajaib&quot; tidak dikenal. Yang ditampilkan semua jawaban sama." in page


def test_choosing_a_sign_writes_its_key_into_the_address(open_page: Open) -> None:
    app = open_page("kualitas")
    app.button_group(key="pilih_tanda").set_value("usia_bulat").run()
    assert app.query_params["tanda"] == "usia_bulat"
    assert TANDA["usia_bulat"].penjelasan in html(app)


@pytest.fixture
def open_few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """The page on a real store of the given forms."""
    monkeypatch.setenv("SKM_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("SKM_AKSES", raising=False)

    def run(forms: list[dict[str, object]], page: str = "kualitas", **keys: str) -> AppTest:
        with Store(tmp_path / "skm.duckdb") as store:
            reference.seed(store)
            build.ingest(store, forms, pengumpul="kota")
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        for key, value in {"data": "nyata", **keys}.items():
            app.query_params[key] = value
        return app.run() if page == "ringkasan" else app.run().switch_page(f"pages/{page}.py").run()

    return run


def test_where_nothing_was_compared_nothing_is_called_usual(open_few: Callable[..., AppTest]) -> None:
    keys = {"kecamatan": "31.73.01", "kelurahan": build.KAPUK}
    page = html(open_few([build.form([1, 2, 3, 4, 3, 2, 3, 4, 4 - n]) for n in range(3)], **keys))
    assert places.NO_OTHERS in page and places.TOO_FEW in page and places.NOTHING not in page
    rows = re.findall(r'<tr><td title="[^"]*">[^<]+</td>.*?</tr>', page)
    assert rows and all("belum dapat dinilai" in row and "dalam batas" not in row for row in rows)
    assert "Belum dapat dinilai" in page and "Perlu paling sedikit 30 kuesioner lengkap" in page
    assert "Alfa Cronbach" not in page and "Tidak valid" not in page and "r hitung" not in page


def test_alpha_is_written_with_a_true_minus_and_even_if_it_is_nothing(demo: Store) -> None:
    found = kualitas(demo, NOW)
    assert found
    one = Keandalan("skm9", "kota", 40, -0.25, 0.0, 0.3, ())
    said = reliability.tiles_html(replace(found, keandalan=((found.keandalan[0][0], one),)))
    assert "Alfa Cronbach −0,250, tidak reliabel" in said and "semua jawabannya sama, alfa 0,000." in said


def test_a_figure_without_an_interval_is_hollow_on_the_front_page(open_few: Callable[..., AppTest]) -> None:
    page = html(open_few([build.form([4] * 9)] * 12, "ringkasan"))
    assert "belum dapat dipastikan mutunya menurut 1 dari 8 kecamatan" in page
    assert 'class="chip hollow chip-A"' in page and 'class="chip chip-A"' not in page
    assert "100,00" in page and "lebih dari 99" not in page and "± 0,00" not in page


def test_no_data_says_what_to_widen(open_page: Open) -> None:
    app = open_page("kualitas", periode="2019-maret", pengumpul="kelurahan")
    assert "Tidak ada kuesioner untuk pilihan ini." in html(app) and not charts(app)
    assert "Belum ada data survei yang masuk." in html(open_page("kualitas", data="nyata"))


def test_panel_is_judged_per_level_and_has_no_mutu(open_page: Open) -> None:
    app = open_page("kualitas", periode="2019-maret")
    assert title(app) == "Tidak ada data yang menyimpang"
    assert 'class="chip' not in html(app)
    assert "Panel undangan" in html(app) and "IKM" not in html(app).split("<h1>")[1].split("Semua angka")[0]


def test_reliability_is_shown_with_its_caution(open_page: Open, demo: Store, planted: list[Wilayah]) -> None:
    place, one = next(
        (place, part)
        for place in planted
        if (found := kualitas(demo, Pilihan(periode=("2021-q1",), wilayah=place.kode, pengumpul="kelurahan")))
        for _, part in found.keandalan
        if part.n >= 30
    )
    assert one.alpha and one.alpha_beragam and one.alpha > one.alpha_beragam + 0.1
    page = html(open_page("kualitas", **keys_of(place), pengumpul="kelurahan"))
    assert f"Alfa Cronbach {one.alpha:.3f}, reliabel".replace(".", ",") in page
    assert f"Tanpa kuesioner yang semua jawabannya sama, alfa {one.alpha_beragam:.3f}.".replace("0.", "0,") in page
    assert "Alfa yang tinggi bukan bukti data baik" in page and re.search(r"Semua 9 butir valid|Tidak valid: ", page)


def test_downloads_hold_every_place_and_sign(demo: Store) -> None:
    found = kualitas(demo, NOW)
    assert found
    tables = dict(index.tables(found))
    lines = csv_of(tables["Tanda per tempat"]).decode("utf-8-sig").split("\r\n")
    flagged = {(one.pengumpul, one.kelurahan) for one in standing_out(found.sebaran)}
    places = {(one.pengumpul, one.kelurahan) for part in found.sebaran for one in part.temuan}
    assert len(lines) == 1 + len(places) + 1
    assert sum("semua jawaban sama" in line.split(";")[2] for line in lines[1:-1]) == len(flagged) == N_SUSPICIOUS
    per_place = csv_of(tables["Indeks per tempat"]).decode("utf-8-sig")
    for one in score_without(demo, NOW, ["kelurahan"]):
        assert one.tanpa and (one.tanpa.n_kuesioner < 10 or decimal(one.tanpa.ikm) in per_place)


def test_metode_takes_the_newest_city_sample_apart(open_page: Open, demo: Store) -> None:
    page = html(open_page("metode"))
    (sure,) = precision(demo, Pilihan(periode=("2021-q1",), pengumpul="kota"))
    assert sure.se and sure.deff and sure.rentang and sure.plus_minus
    part = page.split("Contoh dari data yang ditampilkan")[1]
    assert f"galat baku IKM kota {sure.se:.2f}".replace(".", ",") in part
    assert "2,306" in part and "hanya ada 8 perbedaan" in part
    assert f"rentangnya {decimal(sure.rentang[0])} sampai {decimal(sure.rentang[1])}" in part
    assert f"{math.sqrt(sure.deff) * 2.306 / 1.9607:.1f} kali terlalu sempit".replace(".", ",") in part
    assert str(sure.setara) in part
    assert all(one.perubahan in page and one.penjelasan in page for one in PUTUSAN.values())
    assert all(tanda.penjelasan in page for tanda in TANDA.values())
    assert "Contoh dari data" not in html(open_page("metode", data="nyata"))


WITHOUT = {"bertanda": "tanpa"}
SHOWN: dict[str, tuple[str, dict[str, str], Pilihan]] = {
    "ringkasan": ("ringkasan", {}, Pilihan(periode=("2021-q1",), pengumpul="kota")),
    "ringkasan, kelurahan-run": (
        "ringkasan",
        {"pengumpul": "kelurahan", "layanan": "pkk"},
        Pilihan(periode=("2021-q1",), layanan=("pkk",), pengumpul="kelurahan"),
    ),
    "layanan": (
        "layanan",
        {"layanan": "posyandu", "kecamatan": "31.73.04"},
        Pilihan(periode=("2021-q1",), layanan=("posyandu",), wilayah="31.73.04", pengumpul="kota"),
    ),
    "tren": ("tren", {"periode": "2019-q2"}, Pilihan(periode=("2021-q1",), pengumpul="kota")),
    "wilayah": (
        "wilayah",
        {"kecamatan": "31.73.04", "kelurahan": "31.73.04.1001", "pengumpul": "kelurahan"},
        Pilihan(periode=("2021-q1",), wilayah="31.73.04.1001", pengumpul="kelurahan"),
    ),
    "wilayah, kecamatan": (
        "wilayah",
        {"kecamatan": "31.73.04"},
        Pilihan(periode=("2021-q1",), wilayah="31.73.04", pengumpul="kota"),
    ),
}


@pytest.mark.parametrize(("page", "keys", "pilihan"), SHOWN.values(), ids=SHOWN)
def test_every_page_shows_its_index_without_the_flagged(
    open_page: Open, demo: Store, page: str, keys: dict[str, str], pilihan: Pilihan
) -> None:
    (one,) = score_without(demo, pilihan)
    assert one.tanpa and one.selisih is not None
    app = open_page(page, **keys, **WITHOUT)
    assert not app.exception
    (line,) = [body for body in html(app).split("\n") if "kuesioner janggal</span>" in body]
    assert f"Tanpa {whole(one.n_bertanda)} kuesioner janggal" in line
    assert decimal(one.tanpa.ikm) in line and f"({signed(one.selisih)} poin)" in line
    assert f"n\N{NO-BREAK SPACE}{whole(one.tanpa.n_kuesioner)}" in line
    interval = one.presisi_tanpa.plus_minus if one.presisi_tanpa else None
    assert ("tanpa rentang" in line) if interval is None else (decimal(interval) in line)
    assert len([link for link in app.get("page_link") if link.proto.label == "Kualitas data"]) == 2, "menu and line"


@pytest.mark.parametrize("page", ("ringkasan", "layanan", "tren", "wilayah"))
def test_the_line_costs_nothing_until_it_is_asked_for(
    open_page: Open, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        queries, "rows", lambda store, name, **values: asked.append(name) or ROWS(store, name, **values)
    )
    app = open_page(page, kecamatan="31.73.05", layanan="jumantik")
    assert "kuesioner janggal</span>" not in html(app)
    assert not [name for name in asked if name.startswith("mutu_data")]
    app.button(key="tombol-bertanda").click().run()
    assert app.query_params["bertanda"] == "tanpa"
    assert "kuesioner janggal</span>" in html(app) or "Tidak ada kuesioner janggal" in html(app)
    app.button(key="tombol-bertanda").click().run()
    assert "bertanda" not in app.query_params
