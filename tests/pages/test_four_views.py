"""Unsur, Responden, Bandingkan, Suara warga as their readers meet them: filters, links, choices, and quotes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from skm_core import voices
from skm_core.terms import SEMUA
from skm_ui import stores
from skm_ui.trouble import SENTENCE
from tests import build
from tests.build import KALIDERES, KAPUK, form
from tests.pages.conftest import charts, framed, html, title
from tests.pages.conftest import text as said_on
from tests.pages.reading import tree

Open = Callable[..., AppTest]
NOW, PANEL, TAMBORA, KALIDERES_KEC = "2021-q1", "2019-maret", "31.73.04", "31.73.06"
PAGES = ("unsur", "responden", "bandingkan", "suara")


def text(app: AppTest) -> str:
    """What the page says, without the marks that keep a span of years together."""
    return said_on(app).replace("\N{WORD JOINER}", "")


@pytest.mark.parametrize("page", PAGES)
def test_a_fresh_installation_says_what_to_do(visit: Open, page: str) -> None:
    app = framed(page, data="nyata").run() if visit else None
    assert app and not app.exception and "Belum ada data survei yang masuk" in text(app)


@pytest.mark.parametrize("page", PAGES)
def test_nothing_found_says_what_to_widen(open_page: Open, page: str) -> None:
    app = open_page(page, kelurahan="31.73.01.1001", pengumpul="kota", periode=NOW)
    assert not app.exception and SENTENCE not in html(app) and "yang lebih luas" in text(app)


@pytest.mark.parametrize("page", PAGES)
def test_every_chart_has_its_words(open_page: Open, page: str) -> None:
    for keys in ({}, {"periode": PANEL}, {"layanan": "posyandu", "kecamatan": TAMBORA}):
        app = open_page(page, **keys)
        assert not app.exception and SENTENCE not in html(app)
        assert all(chart["alt"].endswith(".") for chart in charts(app))


# ---- Unsur --------------------------------------------------------------------------------------------------------


def test_unsur_names_the_weakest_and_where_mending_is_worth_most(open_page: Open) -> None:
    app = open_page("unsur")
    assert title(app) == "Pengaduan paling rendah di Jakarta Barat"
    said = text(app)
    assert "Paling bernilai dibenahi: pengaduan di ketertiban umum" in said and "Bukan dari korelasi" in said
    first = next(node for node in tree(html(app)).walk() if node.attrs.get("class") == "skm-first")
    links = [node.attrs["href"] for node in first.walk() if node.tag == "a"]
    assert links[0].startswith("layanan?") and "layanan=ketertiban_umum" in links[0] and len(links) == 6
    gains = [float(hit.replace(",", ".")) for hit in re.findall(r"\+(\d,\d\d) poin", said)]
    assert gains == sorted(gains, reverse=True) and len(gains) == 6
    assert "Tanpa biaya, indeksnya 1,69 poin lebih rendah" in said and "bukan angka resmi" in said


def test_a_link_opens_the_details_of_an_unsur(open_page: Open) -> None:
    said = text(open_page("unsur", unsur="waktu", layanan="pkk", periode="2020-q4"))
    assert "Waktu di urutan 2–6 dari bawah, dari 9 unsur" in said
    assert "Bila naik 0,1, IKM pilihan ini naik 0,28 poin." in said
    assert re.search(r"Belum dapat dibedakan dari (\w+, ){3}\w+\. NRR per kecamatan", said)
    assert 'Unsur "cuaca" tidak dikenal' in text(open_page("unsur", unsur="cuaca"))


def test_a_panel_has_no_priorities(open_page: Open) -> None:
    app = open_page("unsur", periode=PANEL)
    assert "Panel tertutup: tanpa prioritas" in text(app) and " poin" not in text(app)
    assert not re.search(r'class="heat-', html(app))


# ---- Responden ----------------------------------------------------------------------------------------------------


def test_responden_counts_people_and_names_the_certain_gap(open_page: Open) -> None:
    app = open_page("responden", periode="2020-q4")
    assert title(app) == "1.600 warga menjawab di Jakarta Barat; satu beda antarkelompok di luar batas kebetulan survei"
    assert "Usia 50–59 tahun lebih rendah daripada usia 40–49 tahun" in text(app)
    few = open_page("responden", periode="2020-q2", layanan="pkk", kecamatan=TAMBORA, pengumpul="kelurahan")
    young = [row for row in tree(html(few)).walk() if row.tag == "tr" and "Di bawah 20 tahun" in row.text()]
    assert young and all("tidak ditampilkan" in row.text() and not re.search(r"\d,\d\d", row.text()) for row in young)


# ---- Bandingkan ---------------------------------------------------------------------------------------------------


def test_the_second_side_is_what_the_first_is_naturally_compared_with(open_page: Open) -> None:
    app = open_page("bandingkan")
    assert title(app) == "Januari–Maret 2021 dan Oktober–Desember 2020 belum dapat dibedakan"
    assert "dibandingkan dengan Semua layanan · semua kecamatan · Oktober–Desember 2020" in re.sub(
        r"\s+", " ", tree(html(app)).text()
    )


def test_a_link_holds_both_sides_and_they_can_be_exchanged(app_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKM_DATA_DIR", str(app_dir))
    keys = {"data": "contoh", "layanan": "pkk", "b_periode": NOW, "b_layanan": "ketertiban_umum"}
    app = framed("bandingkan", **keys).run()
    assert title(app) == "PKK lebih tinggi daripada ketertiban umum"
    app.button("tukar").click().run()
    assert title(app) == "Ketertiban umum lebih rendah daripada PKK"
    assert (app.query_params["layanan"], app.query_params["b_layanan"]) == ("ketertiban_umum", "pkk")
    app.selectbox("saring_b_kecamatan").set_value(TAMBORA).run()
    assert app.query_params["b_kecamatan"] == TAMBORA and app.query_params["b_layanan"] == "pkk"
    assert "kecamatan" not in app.query_params
    app.button("banding-pengumpul").click().run()
    assert app.query_params["b_pengumpul"] == "kelurahan" and "b_kecamatan" not in app.query_params
    app.selectbox("saring_kecamatan").set_value(KALIDERES_KEC).run()
    assert app.query_params["kecamatan"] == KALIDERES_KEC and app.query_params["b_pengumpul"] == "kelurahan"


def test_across_rules_and_with_a_panel_it_says_why_not(open_page: Open) -> None:
    said = text(open_page("bandingkan", periode=NOW, b_periode=PANEL))
    assert "Panel tertutup bukan sampel: bedanya tidak dapat diuji" in said and "Kuesionernya tidak sama" in said
    unknown = text(open_page("bandingkan", b_periode="2031-q1"))
    assert 'Periode "2031-q1" tidak dikenal' in unknown


# ---- Suara warga --------------------------------------------------------------------------------------------------


def test_search_theme_and_answers_stand_in_the_address(app_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKM_DATA_DIR", str(app_dir))
    app = framed("suara", data="contoh", periode=NOW).run()
    n = int(title(app).split()[0])
    app.text_input("suara_cari").set_value("mengantre").run()
    app.selectbox("suara_nilai").set_value("tinggi").run()
    app.selectbox("suara_tema").set_value("petugas").run()
    assert {key: app.query_params[key] for key in ("cari", "nilai", "tema")} == {
        "cari": "mengantre",
        "nilai": "tinggi",
        "tema": "petugas",
    }
    quotes = [node.text() for node in tree(html(app)).walk() if node.tag == "blockquote"]
    assert 0 < len(quotes) < n and all("ntre" in one and ("ramah" in one or "etugas" in one) for one in quotes)
    assert f"{len(quotes)} dari {n} saran cocok" in text(app)
    app.text_input("suara_cari").set_value("xyzzy <b>").run()
    assert "xyzzy <b>" not in html(app)
    assert "Tidak ada saran yang cocok dengan kata “xyzzy <b>”, tema sikap petugas, dan jawaban tinggi." in text(app)
    app.button("suara_lepas_cari").click().run()
    assert title(app).split()[0] == str(n) and not {"cari", "nilai", "tema"} & set(app.query_params)
    assert f"{n} saran, yang terbaru di atas" in text(app) and app.query_params["periode"] == NOW
    assert "data/reference" not in html(app)
    broken = framed("suara", data="contoh", tema="cuaca", nilai="luar biasa", hal="-3").run()
    assert 'Tema "cuaca" tidak dikenal' in text(broken) and 'Nilai "luar biasa" tidak dikenal' in text(broken)


def test_filters_without_comments_are_lifted_with_one_button(visit: Open) -> None:
    visit("suara")
    rows = [form([3] * 9, saran="Kursinya kurang") for _ in range(12)]
    build.ingest(stores.real(), [*rows, *(form([3] * 9, layanan="pkk", kelurahan=KALIDERES) for _ in range(12))])
    app = framed("suara", data="nyata", layanan="pkk", kelurahan=KALIDERES, pengumpul="kelurahan").run()
    words = "PKK, Kalideres, dan kumpulan kelurahan"
    assert f"Tidak ada saran tertulis pada April–Juni 2019 untuk {words}." in text(app)
    app.button("suara_lepas").click().run()
    assert title(app).startswith("12 saran warga di Jakarta Barat")
    assert not {"layanan", "kecamatan", "kelurahan", "pengumpul"} & set(app.query_params)


def test_more_comments_come_on_demand(app_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKM_DATA_DIR", str(app_dir))
    app = framed("suara", data="contoh", periode=NOW).run()
    assert html(app).count("<blockquote>") == 20
    app.button("suara_lagi").click().run()
    assert html(app).count("<blockquote>") == 40 and app.query_params["hal"] == "2"


def test_demo_comments_are_not_chosen(open_page: Open) -> None:
    app = open_page("suara", pilih="ya")
    assert "Kutipan untuk umum hanya dapat dipilih dari data nyata" in text(app)
    assert not [one for one in app.button if one.label.startswith("Pilih")]


@pytest.mark.parametrize("typed", ['"', "%", "_", "([.*+", "👍"])
def test_a_search_without_a_letter_says_that_it_is_not_used(open_page: Open, typed: str) -> None:
    app = open_page("suara", cari=typed)
    assert f"Pencarian “{typed}” tidak dipakai" in text(app) and not app.exception


def test_a_pasted_page_of_text_is_cut_and_says_so(open_page: Open) -> None:
    app = open_page("suara")
    app.text_input("suara_cari").set_value("antrean " * 600).run()
    assert "yang dipakai 80 huruf pertama" in text(app) and len(app.query_params["cari"]) <= 81


def test_staff_choose_and_withdraw_a_quote(visit: Open) -> None:
    visit("suara")
    rows = [form([3] * 9, saran=f"Kursinya <i>kurang</i> {n}" if n < 2 else None) for n in range(10)]
    rows += [form([3] * 9, kelurahan=KALIDERES, saran="Sendirian" if not n else None) for n in range(9)]
    build.ingest(stores.real(), rows)
    app = framed("suara", data="nyata").run()
    assert title(app).startswith("2 saran warga") and "Sendirian" not in html(app) and "<i>kurang" not in html(app)
    assert "1 saran lain tidak ditampilkan" in text(app)
    app.button("kutipan_ubah").click().run()
    first = next(one for one in app.button if one.label == "Pilih sebagai kutipan")
    first.click().run()
    assert "Isi nama Anda dahulu" in text(app) and voices.chosen(stores.real()) == ()
    app.text_input("kutipan_nama").set_value("Siti").run()
    next(one for one in app.button if one.label == "Pilih sebagai kutipan").click().run()
    (quote,) = voices.chosen(stores.real(), SEMUA)
    assert quote.dipilih_oleh == "Siti" and quote.wilayah == KAPUK and "sekarang kutipan pilihan" in text(app)
    only = framed("suara", data="nyata", kutipan="ya").run()
    assert html(only).count("<blockquote>") == 1 and "kutipan pilihan" in text(only)
    next(one for one in app.button if one.label == "Tarik kutipan ini").click().run()
    assert voices.chosen(stores.real()) == () and "Kutipan ditarik." in text(app)
