"""Sampel as its users meet it: draw and record, replace with a reason, targets, sizes, progress on a day, what-if."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from skm_core import checks, registry
from skm_core.sampling import krejcie_morgan, plan, plan_progress, plans, seen_so_far, what_if, wording
from skm_core.sampling.progress_sheet import missing
from skm_core.store import Store
from skm_ui import stores
from skm_ui.charts.pace import pace_picture
from skm_ui.format import plus_minus, share, whole
from tests.pages.conftest import framed, html, install, title
from tests.ui import conftest

Open = Callable[..., AppTest]
NOW, HALFWAY = "2021-q1", date(2021, 2, 12)


@pytest.fixture
def visit(tmp_path: Path, small_demo: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """The page of a fresh installation, on the real data."""
    install(small_demo, tmp_path, monkeypatch)
    return lambda **keys: framed("sampel", **{"data": "nyata", **keys}).run()


def text(app: AppTest) -> str:
    assert not app.exception
    return unescape(conftest.text(app))


def record(app: AppTest, *, name: str = "Siti", reason: str = "") -> AppTest:
    app.text_input("undi_nama").set_value(name)
    if reason:
        app.text_input("undi_alasan").set_value(reason)
    return app.button("undi_tombol").click().run()


# ---- plan and draw --------------------------------------------------------------------------------------------


def test_draw_record_and_see_the_result(visit: Open) -> None:
    app = visit()
    assert title(app) == "Belum ada rencana sampel untuk April–Juni 2019"
    assert "16 kelurahan, 1.600 responden, 1.600 kuesioner." in text(app)
    assert "16 atau 17 kuesioner untuk tiap layanan" in text(app)
    record(app, name="  ")
    assert "Ketik nama Anda dahulu" in text(app) and not plans(stores.real(), "2019-q2", "kota")

    record(app)
    found = plan(stores.real(), "2019-q2", "kota")
    assert found and found.pengundi == "Siti" and found.dapat_diulang
    assert title(app) == "16 kelurahan terundi untuk April–Juni 2019"
    assert all(one.nama in text(app) for one in found.terpilih)
    assert "Undian dicatat" in text(app) and "hasilnya sama" in text(app)
    assert str(found.usulan.benih) in text(app) and "tanggal undian" in text(app)
    assert app.get("download_button")[0].label == "Unduh berita acara untuk dicetak"
    assert checks.verify(stores.real()) == ()


def test_an_own_seed_needs_its_origin(visit: Open) -> None:
    app = visit()
    app.number_input("undi_benih").set_value(777).run()
    record(app)
    assert "Tulis dari mana angkanya" in text(app) and not plans(stores.real(), "2019-q2", "kota")
    app.text_input("undi_asal").set_value("disepakati rapat 3 April 2019").run()
    app.radio("undi_cara").set_value("pps").run()
    record(app)
    found = plan(stores.real(), "2019-q2", "kota")
    assert found and (found.usulan.benih, found.usulan.cara) == (777, "pps")
    assert "disepakati rapat 3 April 2019" in text(app) and "sebanding jumlah penduduk" in text(app)


def test_a_new_draw_is_a_recorded_replacement(visit: Open) -> None:
    app = record(visit())
    record(app)
    assert "sudah punya rencana nomor 1" in text(app)
    assert len(plans(stores.real(), "2019-q2", "kota")) == 1
    app.number_input("undi_per").set_value(3).run()
    record(app, reason="tiga kelurahan <menurut> rapat")
    new, old = plans(stores.real(), "2019-q2", "kota")
    assert (len(new.terpilih), len(old.terpilih), old.alasan) == (24, 16, "tiga kelurahan <menurut> rapat")
    assert "Rencana yang sudah diganti" in text(app) and "tiga kelurahan <menurut> rapat" in text(app)
    assert "tiga kelurahan <menurut>" not in html(app)
    assert [button.label for button in app.get("download_button")][-1] == "Unduh berita acara nomor 1"


def test_all_kelurahan_and_a_changed_target(visit: Open) -> None:
    app = record(visit(pengumpul="kelurahan"))
    found = plan(stores.real(), "2019-q2", "kelurahan")
    assert found and title(app) == "Semua 56 kelurahan mengumpulkan untuk April–Juni 2019"
    app.session_state[f"target_{found.rencana_id}"] = {
        "edited_rows": {0: {"Posyandu": 9}}, "added_rows": [], "deleted_rows": []
    }  # fmt: skip
    app.text_input("target_nama").set_value("Budi")
    app.button("target_tombol").click().run()
    now = plan(stores.real(), "2019-q2", "kelurahan")
    assert now and now.n_kuesioner == 56 * 30 + 4
    assert "1 target sudah diubah dari kuota" in text(app) and "oleh Budi" in text(app)


def test_the_demo_can_be_looked_at_but_not_changed(open_page: Open, demo: Store) -> None:
    app = open_page("sampel", bagian="rencana", periode=NOW)
    found = plan(demo, NOW, "kota")
    assert found and all(one.nama in html(app) for one in found.terpilih)
    assert not [field for field in app.text_input if field.key.startswith("undi")]
    app.button("sampel_nyata").click().run()
    assert app.query_params["data"] == "nyata" and "periode" not in app.query_params


# ---- size -------------------------------------------------------------------------------------------------------


def test_sizes_of_all_layanan(open_page: Open, demo: Store) -> None:
    users = [item.n_pengguna for item in registry.layanan(demo).values() if item.n_pengguna]
    total = sum(krejcie_morgan(n) for n in users)
    app = open_page("sampel", bagian="ukuran", periode=NOW, n="1600")
    assert title(app) == f"6 layanan memerlukan sedikitnya {whole(total)} responden"
    assert "Untuk 1.600 pengguna diperlukan <b>310 responden</b>" in html(app)  # row 1600 of the printed table


def test_the_hint_on_missing_users(visit: Open) -> None:
    real = visit(bagian="ukuran")
    assert title(real) == "Jumlah pengguna layanan belum diisi"
    assert "Isi di Pengaturan, bagian Layanan" in text(real)


# ---- progress ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pengumpul", ["kota", "kelurahan"])
def test_progress_on_a_day_is_the_library_s(open_page: Open, demo: Store, pengumpul: str) -> None:
    app = open_page("sampel", bagian="kemajuan", periode=NOW, pengumpul=pengumpul, pada=HALFWAY.isoformat())
    found = plan_progress(demo, NOW, pengumpul, HALFWAY)
    page = html(app)
    assert title(app) == f"{share(found.terisi, found.target, 0)} dari rencana sudah terkumpul"
    for n in (found.terisi, found.kurang, len(found.kosong), found.n_kuesioner - found.terisi):
        assert f"<b>{whole(n)}</b>" in page
    assert wording.finish(found, registry.periode(demo)[NOW]) in page
    assert wording.surplus(found) in page and bool(found.lebih) == ("tidak mengisi kekurangan" in page)
    assert all(f"<li>{line}</li>" in page for line in missing(demo, found))
    places = 16 if pengumpul == "kota" else 56
    assert page.count('<th scope="row">') == places and page.count("skm-bar") == places * 7
    assert page.count("num empty") == len(found.kosong) + sum(one.kosong for one in found.kelurahan)
    labels = [button.label for button in app.get("download_button")]
    assert "Unduh lembar kemajuan untuk dicetak" in labels and labels.count("Unduh CSV") == 2


def test_progress_opens_at_the_end_of_a_periode_that_is_over(open_page: Open, demo: Store) -> None:
    app = open_page("sampel", periode=NOW)  # a plan in force: the page opens on its progress
    end = registry.periode(demo)[NOW].selesai
    assert end and app.date_input("sampel_pada").value == end
    assert "Periode berakhir 31 Maret 2021, dan" in html(app)
    app.date_input("sampel_pada").set_value(HALFWAY).run()
    assert app.query_params["pada"] == HALFWAY.isoformat()


def test_the_curve_ends_where_the_pace_leads(demo: Store) -> None:
    found = plan_progress(demo, NOW, "kota", HALFWAY)
    assert found.perkiraan
    picture = pace_picture(found, registry.periode(demo)[NOW])
    line, ahead = picture.figure.data[1:]
    assert line.y[-1] == found.n_kuesioner and ahead.x[-1] == found.perkiraan.isoformat()
    assert found.n_kuesioner <= ahead.y[-1] <= found.n_kuesioner + found.kurang + (found.laju or 0)
    over = pace_picture(plan_progress(demo, NOW, "kota", date(2021, 3, 31)), registry.periode(demo)[NOW])
    assert len(over.figure.data) == 2 and "sampai 31 Maret 2021" in over.title


def test_no_plan_yet(visit: Open) -> None:
    app = visit(bagian="kemajuan")
    assert "Belum ada rencana untuk dibandingkan." in text(app)
    app.button("kemajuan_ke_rencana").click().run()
    assert app.query_params["bagian"] == "rencana" and "Undi dan catat rencana" in text(app)


# ---- what-if ----------------------------------------------------------------------------------------------------


def test_what_if_is_the_library_s(open_page: Open, demo: Store) -> None:
    app = open_page("sampel", bagian="andai", periode=NOW, k="3", m="75")
    seen = seen_so_far(demo).komponen
    page = html(app)
    for places in (2, 3, 4, 5):
        for people in (25, 50, 75, 100, 200):
            value = what_if(seen, places, people).plus_minus
            assert value is not None and f"{plus_minus(value)}<small>{whole(8 * places * people)}</small>" in page
    assert page.count(" here") == 1 and "(1.800 responden seluruhnya)" in page
    app.number_input("sampel_k").set_value(1).run()
    assert app.query_params["k"] == "1" and "ketelitian tidak dapat dihitung" in html(app)


def test_what_if_before_any_survey_names_its_assumption(visit: Open) -> None:
    assert "memakai anggapan" in text(visit(bagian="andai"))


# ---- the address ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"periode": "2030-q9"}, 'Periode "2030-q9" tidak dikenal.'),
        ({"periode": "2019-maret"}, "Maret 2019 memakai panel undangan, tanpa sampel."),
        ({"pengumpul": "camat"}, 'Pengumpul "camat" tidak dikenal.'),
        ({"bagian": "undian"}, 'Bagian "undian" tidak dikenal.'),
        ({"bagian": "kemajuan", "pada": "kemarin"}, 'Tanggal "kemarin" tidak dikenal'),
    ],
)
def test_unknown_keys_are_named(open_page: Open, keys: dict[str, str], message: str) -> None:
    app = open_page("sampel", **keys)
    assert not app.exception and message in unescape(html(app))


PARTS = pytest.mark.parametrize("part", ["rencana", "ukuran", "kemajuan", "andai"])
ODD = pytest.mark.parametrize("keys", [{}, {"k": "x", "m": "-1", "n": "99999999999"}, {"pada": "1999-01-01"}])


@PARTS
@ODD
def test_every_part_of_the_demo(open_page: Open, part: str, keys: dict[str, str]) -> None:
    app = open_page("sampel", bagian=part, **keys)
    assert not app.exception and "gagal ditampilkan" not in html(app) and title(app)


@PARTS
@ODD
def test_every_part_of_an_empty_database(visit: Open, part: str, keys: dict[str, str]) -> None:
    app = visit(bagian=part, **keys)
    assert not app.exception and "gagal ditampilkan" not in html(app) and title(app)


def test_changing_the_periode_drops_the_day(open_page: Open) -> None:
    app = open_page("sampel", bagian="kemajuan", periode=NOW, pada=HALFWAY.isoformat())
    app.selectbox("sampel_periode").set_value("2020-q4").run()
    assert app.query_params["periode"] == "2020-q4" and "pada" not in app.query_params
