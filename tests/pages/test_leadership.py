"""Ringkasan, Tren, Layanan, Wilayah: every filter, the panel round, no data; and their figures are the library's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from skm_core import registry
from skm_core.results import statements
from skm_core.results.change import Difference
from skm_core.results.layanan import layanan_detail
from skm_core.results.ringkasan import ringkasan
from skm_core.results.showing import visible
from skm_core.results.tren import tren
from skm_core.results.wilayah import peta
from skm_core.scoring import score
from skm_core.store import Store
from skm_core.terms import Pilihan
from skm_ui.figure import letter
from skm_ui.format import decimal
from skm_ui.trouble import SENTENCE
from skm_ui.views import wilayah as wilayah_view
from tests.pages.conftest import charts, html, title, words

Open = Callable[..., AppTest]
PAGES = ("ringkasan", "tren", "layanan", "wilayah")
NOW, PANEL = "2021-q1", "2019-maret"
TAMBORA, DURI_UTARA, MAPHAR = "31.73.04", "31.73.04.1003", "31.73.03.1003"
FILTERS: dict[str, dict[str, str]] = {
    "nothing": {},
    "older": {"periode": "2020-q2"},
    "year": {"periode": "2020-q4"},
    "service": {"layanan": "posyandu"},
    "kecamatan": {"kecamatan": TAMBORA},
    "kelurahan": {"kecamatan": TAMBORA, "kelurahan": DURI_UTARA},
    "kelurahan-run": {"pengumpul": "kelurahan"},
    "city": {"pengumpul": "kota"},
    "few": {"layanan": "pkk", "kelurahan": DURI_UTARA, "pengumpul": "kelurahan"},
    "panel": {"periode": PANEL},
    "panel-camat": {"periode": PANEL, "layanan": "camat"},
    "panel-kelurahan": {"periode": PANEL, "kelurahan": DURI_UTARA},
    "panel-wali-kota": {"periode": PANEL, "layanan": "wali_kota", "kecamatan": TAMBORA},
    "panel-own": {"periode": PANEL, "pengumpul": "kelurahan"},
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("keys", FILTERS.values(), ids=FILTERS)
def test_page_stands_with_every_filter(open_page: Open, page: str, keys: dict[str, str]) -> None:
    app = open_page(page, **keys)
    assert not app.exception
    assert SENTENCE not in html(app)
    assert title(app)
    assert all(chart["alt"].endswith(".") for chart in charts(app))


@pytest.mark.parametrize("page", ("ringkasan", "layanan", "wilayah"))
def test_no_data_says_what_to_widen(open_page: Open, page: str) -> None:
    app = open_page(page, periode=PANEL, pengumpul="kelurahan")
    assert "Tidak ada kuesioner untuk pilihan ini." in html(app)
    assert "otomatis" in html(app).split("Tidak ada kuesioner")[1]
    assert not charts(app)


def test_empty_store_leads_to_the_upload(open_page: Open) -> None:
    for page in PAGES:
        app = open_page(page, data="nyata")
        assert "Belum ada data survei yang masuk." in html(app)


def test_ringkasan_shows_the_figures_of_the_library(open_page: Open, demo: Store) -> None:
    found = ringkasan(demo, Pilihan(periode=(NOW,)))
    assert found
    app = open_page("ringkasan")
    page = html(app)
    assert title(app) == statements.summary(found, "Jakarta Barat")
    (total,) = score(demo, Pilihan(periode=(NOW,), pengumpul="kota"))
    assert f'<b class="v">{decimal(total.ikm)}</b>' in page
    assert found.rata_bagian is not None and found.pembanding is not None and decimal(found.pembanding.ikm) in page
    assert decimal(found.rata_bagian.ikm) in page
    services = next(chart for chart in charts(app) if "Posyandu" in chart["layout"]["yaxis"].get("ticktext", ()))
    for part in found.layanan:
        assert part.score and part.score.mutu
        assert any(
            text.startswith(f"<b>{decimal(part.score.ikm)}</b> {letter(part.score)}<br>") for text in words(services)
        )
    for figure in found.heat.values():
        assert figure.mutu
        assert f"<i>{letter(figure)}</i> {decimal(figure.ikm)}</td>" in page
    assert len(app.get("page_link")) >= len(found.perhatian) == 3
    labels = [link.proto.label for link in app.get("page_link")]
    assert [part.teks for part in (*found.perhatian, *found.pujian)] == [
        label for label in labels if label.endswith(".")
    ]


def test_ringkasan_sorts_services_and_says_so(open_page: Open, demo: Store) -> None:
    found = ringkasan(demo, Pilihan(periode=(NOW,)))
    assert found
    chart = next(c for c in charts(open_page("ringkasan")) if "Posyandu" in c["layout"]["yaxis"].get("ticktext", ()))
    best_first = sorted(found.layanan, key=lambda part: part.score.ikm_exact or 0 if part.score else 0, reverse=True)
    assert chart["layout"]["yaxis"]["ticktext"] == [part.layanan.nama for part in best_first]
    assert "diurutkan dari yang tertinggi" in html(open_page("ringkasan"))


def test_ringkasan_gives_the_year_only_when_it_is_complete(open_page: Open, demo: Store) -> None:
    (year,) = score(demo, Pilihan(periode=("2020-q1", "2020-q2", "2020-q3", "2020-q4"), pengumpul="kota"))
    assert "Setahun penuh 2020" in (page := html(open_page("ringkasan", periode="2020-q4")))
    assert decimal(year.ikm) in page
    assert "Setahun penuh" not in html(open_page("ringkasan", periode=NOW))


@pytest.mark.parametrize("page", ("ringkasan", "layanan", "wilayah"))
def test_panel_carries_no_mutu_no_band_and_no_unsur(open_page: Open, page: str) -> None:
    app = open_page(page, periode=PANEL)
    assert 'class="chip' not in html(app)
    assert "IKM " not in html(app).replace("IKM dan", "")
    assert "Penanganan Pengaduan" not in html(app)
    for chart in charts(app):
        assert not [shape for shape in chart["layout"].get("shapes", []) if shape["type"] == "rect"]
        assert not {"Pengaduan", "Sarana"} & set(chart["layout"]["yaxis"].get("ticktext", []))


def test_tren_ends_with_the_newest_figures(open_page: Open, demo: Store) -> None:
    found = tren(demo, Pilihan())
    assert found
    app = open_page("tren")
    assert title(app).replace("\N{WORD JOINER}", "") == statements.course(found)
    assert decimal(found.semua[-1].score.ikm) in html(app)
    shown = [text for chart in charts(app) for text in words(chart)]
    for lines in (found.layanan, found.kecamatan):
        for points in lines.values():
            last = points[-1].score
            assert last.mutu
            assert any(text.startswith(f"<b>{decimal(last.ikm)}</b> {letter(last)}<br>") for text in shown)
    for points in found.unsur.values():
        assert any(text.startswith(f"<b>{decimal(points[-1].score.nrr_terbit)}</b><br>") for text in shown)


def test_tren_breaks_the_line_where_the_pengumpul_changes(open_page: Open, demo: Store) -> None:
    found = tren(demo, Pilihan(wilayah=MAPHAR))  # it sent nothing of its own in the newest periode
    assert found
    stretches = Counter(point.rangkaian for point in found.semua)
    assert len(stretches) > 1 and len({point.score.pengumpul for point in found.semua if point.score}) == 2
    app = open_page("tren", kelurahan=MAPHAR)
    chart = charts(app)[0]
    lines = [trace for trace in chart["data"] if trace["mode"] == "lines"]
    assert [len(line["x"]) for line in lines] == list(stretches.values())
    assert [shape for shape in chart["layout"]["shapes"] if shape.get("line", {}).get("dash") == "dot"]
    assert "garis terputus\N{NO-BREAK SPACE}= tidak sebanding" in html(app)
    assert "kotak\N{NO-BREAK SPACE}= kumpulan kelurahan" in html(app)
    points = next(trace for trace in chart["data"] if trace["mode"] == "markers")
    assert points["marker"]["symbol"] == ["square" if p.pengumpul == "kelurahan" else "circle" for p in found.semua]


def test_layanan_shows_nrr_answers_places_and_comments(open_page: Open, demo: Store) -> None:
    found = layanan_detail(demo, Pilihan(periode=(NOW,), layanan=("posyandu",)))
    assert found
    app = open_page("layanan", layanan="posyandu")
    page, shown = html(app), [text for chart in charts(app) for text in words(chart)]
    assert decimal(found.score.ikm) in page
    assert f"<b>{found.n_saran}</b>" in page
    assert found.saran[0].teks in page
    for _, part, spread in found.unsur:
        assert any(text.startswith(f"<b>{decimal(part.nrr_terbit)}</b><br>") for text in shown)
        assert sum(spread.n) == part.n_jawaban
    for _, figure in found.tempat:
        assert figure and figure.mutu
        assert any(text.startswith(f"<b>{decimal(figure.ikm)}</b> {letter(figure)}<br>") for text in shown)
    bars = next(chart for chart in charts(app) if chart["data"][0]["type"] == "bar")
    for row in range(9):
        assert sum(abs(trace["x"][row]) for trace in bars["data"]) == pytest.approx(100, abs=0.2)
    assert [sum(trace["x"]) < 0 for trace in bars["data"]] == [True, True, False, False]


def test_map_has_56_hexagons_with_the_kelurahan_own_figure(open_page: Open, demo: Store) -> None:
    found = peta(demo, Pilihan(periode=(NOW,)))
    assert found
    app = open_page("wilayah")
    assert title(app) == statements.places(found)
    chart = charts(app)[0]
    targets = next(trace for trace in chart["data"] if "customdata" in trace)
    assert sorted(targets["customdata"]) == [item.wilayah.kode for item in found.petak]
    for item in found.petak:
        if item.tampil and item.tampil.mutu:
            assert f"<b>{decimal(item.tampil.ikm)} {letter(item.tampil)}</b>" in words(chart)
    rings = next(trace for trace in chart["data"] if trace.get("marker", {}).get("size") == 8)
    assert len(rings["x"]) == sum(item.kota is not None for item in found.petak) == 16
    assert "tanpa data" in html(app) and "juga disampel kota" in html(app)


def test_few_questionnaires_are_withheld_everywhere(open_page: Open, demo: Store) -> None:
    found = peta(demo, Pilihan(periode=(NOW,), layanan=("rptra",)))
    assert found
    thin = [item.sendiri for item in found.petak if item.sendiri and item.sendiri.n_kuesioner < 10]
    seen = {
        decimal(value)
        for item in found.petak
        for figure in (item.sendiri, item.kota)
        if (value := visible(figure)) is not None
    }
    places = {decimal(figure.ikm) for _, figure in found.kecamatan if figure}
    assert len(thin) > 30
    app = open_page("wilayah", layanan="rptra")
    everything = html(app) + str(charts(app))
    for figure in thin:
        if decimal(figure.ikm) not in seen | places:
            assert decimal(figure.ikm) not in everything
    (_, table), *_ = wilayah_view.tables(found)
    from skm_ui.table import csv_of

    rows = csv_of(table).decode("utf-8-sig").splitlines()
    thin_names = {item.wilayah.nama for item in found.petak if item.sendiri in thin}
    assert all(row.split(";")[2] == "" for row in rows[1:] if row.split(";")[0] in thin_names)


def test_chosen_kelurahan_shows_both_kinds_of_data_apart(open_page: Open, demo: Store) -> None:
    found = peta(demo, Pilihan(periode=(NOW,)))
    assert found
    item = next(item for item in found.petak if item.wilayah.kode == DURI_UTARA)
    assert item.sendiri and item.kota
    app = open_page("wilayah", kecamatan=TAMBORA, kelurahan=DURI_UTARA)
    detail = html(app).split('<div class="skm-tiles two">')[1]
    assert detail.index(decimal(item.sendiri.ikm)) < detail.index(decimal(item.kota.ikm))
    assert title(app) == "Kelurahan Duri Utara baik menurut kelurahan dan sampel kota"
    assert [button.label for button in app.button][-3:-1] == ["Semua kelurahan di Tambora", "Semua kecamatan"]
    app.button[-2].click().run()
    assert "kecamatan" not in app.query_params and "kelurahan" not in app.query_params
    assert title(app) == statements.places(found)


def test_the_two_kinds_of_data_are_compared_from_the_largest_difference(open_page: Open, demo: Store) -> None:
    found = peta(demo, Pilihan(periode=("2019-q2",)))
    assert found is not None
    table = wilayah_view.both_kinds(found)
    assert table is not None and len(table.rows) == 16
    gaps = [gap for row in table.rows if isinstance(gap := row[-1], Difference)]
    assert [gap.certain for gap in gaps] == [True] + [False] * 15
    assert [abs(gap.poin) for gap in gaps[1:]] == sorted((abs(gap.poin) for gap in gaps[1:]), reverse=True)
    page = html(open_page("wilayah", periode="2019-q2"))
    assert "Tampilkan 10 kelurahan lagi" in page and page.index("13,00") < page.index("4,13")


def test_every_page_offers_its_figures_as_csv(open_page: Open) -> None:
    for page, n in (("ringkasan", 3), ("tren", 4), ("layanan", 2), ("wilayah", 2)):
        app = open_page(page)
        assert html(app).count('<details class="skm-more">') - html(app).count("saran lagi</summary>") == n
        assert len(app.get("download_button")) == n


def test_attention_names_a_fall_only_where_it_is_certain(demo: Store) -> None:
    seen = {True: 0, False: 0}
    for kode, periode in registry.periode(demo).items():
        found = None if periode.panel else ringkasan(demo, Pilihan(periode=(kode,)))
        if not found:
            continue
        moved = [(part.change, part.layanan) for part in found.layanan if part.change]
        certain = sorted((one for one in moved if one[0].turun), key=lambda one: one[0].poin)
        if certain:
            change, worst = certain[0]
            fall = found.perhatian[0]
            assert fall.teks == (
                f"{worst.nama} turun {decimal(-change.poin)} poin sejak {change.sejak.nama}, "
                "di luar batas kebetulan survei."
            )
            assert fall.halaman == "tren" and fall.kunci == {"layanan": worst.kode}
            assert sum(worst.nama in part.teks for part in found.perhatian[:2]) == 1
        else:
            assert not any(" turun " in part.teks for part in found.perhatian)
        seen[bool(certain)] += bool(certain) or any(change.poin <= -1 for change, _ in moved)
    assert seen[True] and seen[False], "the demo holds falls within chance and beyond"


def test_attention_names_the_lowest_unsur_and_who_sent_nothing(demo: Store) -> None:
    now = ringkasan(demo, Pilihan(periode=(NOW,)))
    assert now
    names = {unsur.kunci: unsur.nama for unsur, _ in now.unsur if unsur}
    if len(now.terendah) == 1:
        assert f"{names[now.terendah[0]]} adalah unsur terendah." in [part.teks for part in now.perhatian]
    own = score(demo, Pilihan(periode=(NOW,), pengumpul="kelurahan"), ["kelurahan"])
    silent = {place.kode for place in registry.wilayah(demo).values() if place.tingkat == "kelurahan"}
    silent -= {str(one.kelurahan) for one in own}
    assert {place.kode for place in now.belum_lapor} == silent and len(silent) > 0
    assert any(place.nama in part.teks for part in now.perhatian for place in now.belum_lapor)


def test_statement_of_a_kecamatan_counts_only_its_own_and_only_certain_grades(demo: Store) -> None:
    found = peta(demo, Pilihan(periode=(NOW,)))
    assert found
    inside = [item for item in found.petak if item.wilayah.kode.startswith(TAMBORA)]
    shown = [item.tampil for item in inside if item.tampil and item.tampil.mutu]
    n = sum(figure.mutu_pasti and figure.mutu is not None and figure.mutu.huruf == "B" for figure in shown)
    said = statements.places(found, TAMBORA).replace("\N{NO-BREAK SPACE}", " ")
    assert f"Dari {len(inside)} kelurahan di Tambora, {n} bermutu B" in said
    assert f"{sum(not figure.mutu_pasti for figure in shown)} belum pasti mutunya" in said


def test_a_label_of_the_page_before_is_no_filter(open_page: Open) -> None:
    """A filter pressed in the moment of a page switch comes back with what it said on the other page."""
    app = open_page("tren")
    other = app.selectbox(key="saring_pengumpul")
    other.options.append("Otomatis: sampel kota")
    other.set_value("Otomatis: sampel kota").run()
    assert "pengumpul" not in app.query_params and "tidak dikenal" not in html(app)
    app.selectbox(key="saring_pengumpul").set_value("kelurahan").run()
    assert app.query_params["pengumpul"] == "kelurahan"
