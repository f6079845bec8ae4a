"""Tindak lanjut as its users meet it: plan from a proposal, follow, prove, see the effect, exchange the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from skm_core import checks, uploads
from skm_core.follow_up import Isian, Rtl, achievement, add, change, history, item, next_quarter, plan, report_day
from skm_core.results.tindak_lanjut import effects, proposals, shown_by
from skm_core.store import Store
from skm_core.writing import WIB
from skm_ui import stores
from tests import build
from tests.build import form
from tests.follow_up.build import official
from tests.pages.conftest import framed, html, install, title
from tests.pages.reading import stray, tree
from tests.ui import conftest

Open = Callable[..., AppTest]
NOW, RISE = "2021-q1", "2020-q3"
TODAY = date(2021, 5, 15)
PERIODE = "2019-q2"
PLAN = Isian(PERIODE, "posyandu", "sarana", "Kursi tunggu", 2019, (3,), "Lurah Kapuk")


@pytest.fixture
def visit(tmp_path: Path, demo_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """The page on real data: a survey of PKK and posyandu in which sarana is lowest, and no plan."""
    install(demo_path, tmp_path, monkeypatch)
    places = (build.KAPUK, build.KALIDERES, build.KAMAL)
    build.ingest(
        stores.real(),
        [
            form([4, 3, 3, 4, 3, 3, 3, 3 + number % 2, 2], layanan=layanan, kelurahan=place)
            for layanan in ("pkk", "posyandu")
            for place in places
            for number in range(12)
        ],
    )

    return lambda **keys: framed("tindak_lanjut", **{"data": "nyata", **keys}).run()


def text(app: AppTest) -> str:
    assert not app.exception
    return unescape(conftest.text(app))


def button(app: AppTest, key: str) -> AppTest:
    return app.button(key).click().run()


def current() -> tuple[Rtl, ...]:
    return plan(stores.real(), PERIODE)


# ---- from proposal to plan --------------------------------------------------------------------------------------


def test_the_weakest_unsur_becomes_a_plan(visit: Open) -> None:
    app = visit()
    assert title(app) == "Belum ada rencana tindak lanjut"
    (first,) = proposals(stores.real(), PERIODE)
    assert first.unsur.kunci == "sarana" and "Sarana terendah, atau setara terendah, di semua layanan" in text(app)
    button(app, "rtl_usul_posyandu_sarana")
    assert app.query_params["baru"] == "posyandu.sarana" and "Rencana baru untuk sarana, Posyandu" in text(app)
    app.text_area("rtl_program_baru_posyandu_sarana").set_value("Kursi tunggu")
    app.text_input("rtl_pj_baru_posyandu_sarana").set_value("Lurah Kapuk")
    button(app, "rtl_catat")
    assert "Ketik nama Anda dahulu" in text(app) and not current()
    app.text_input("rtl_nama_baru_posyandu_sarana").set_value("Siti")
    button(app, "rtl_catat")
    (one,) = current()
    year, quarter = next_quarter(None, datetime.now(WIB).date())  # the survey of 2019 is long over
    assert one.isian == replace(PLAN, tahun=year, tw=(quarter,)) and one.dibuat_oleh == "Siti"
    assert title(app) == "Belum satu pun dari 1 tindak lanjut selesai" and "Rencana dicatat." in text(app)
    assert "baru" not in app.query_params and "1 rencana" in text(app)
    assert checks.verify(stores.real()) == ()


def test_a_plan_of_ones_own(visit: Open) -> None:
    app = visit()
    button(app, "rtl_tambah")
    app.text_area("rtl_program_baru_semua_kosong").set_value("Forum Konsultasi Publik")
    app.text_input("rtl_pj_baru_semua_kosong").set_value("Bagian Tatalaksana")
    app.text_input("rtl_nama_baru_semua_kosong").set_value("Siti")
    button(app, "rtl_catat")
    assert "Pilih unsur yang diperbaiki" in text(app) and not current()
    app.selectbox("rtl_unsur_baru_semua_kosong").set_value("prosedur")
    _, quarter = next_quarter(None, datetime.now(WIB).date())
    other = quarter % 4 + 1
    app.checkbox(f"rtl_tw{other}_baru_semua_kosong").check()
    button(app, "rtl_catat")
    (one,) = current()
    assert (one.isian.layanan, one.isian.unsur) == (None, "prosedur")
    assert one.isian.tw == tuple(sorted((quarter, other)))


# ---- following it -----------------------------------------------------------------------------------------------


def test_progress_until_done(visit: Open) -> None:
    visit()
    one = add(stores.real(), PLAN, oleh="Siti")
    app = visit(rtl=str(one.rtl_id))
    name = f"maju_{one.rtl_id}_1"
    app.selectbox(f"rtl_status_{name}").set_value("selesai")
    app.date_input(f"rtl_selesai_{name}").set_value(date(2019, 8, 19))
    app.text_input(f"rtl_nama_{name}").set_value("Budi")
    button(app, "rtl_simpan_kemajuan")
    now = item(stores.real(), one.rtl_id)
    assert (now.isian.status, now.isian.kemajuan_pct, now.isian.selesai_pada) == ("selesai", 100, date(2019, 8, 19))
    assert title(app) == "Satu-satunya tindak lanjut sudah selesai" and "Kemajuan disimpan." in text(app)
    assert "<b>50</b><span>hari dari survei berakhir sampai selesai" in html(app)  # 30 June to 19 August
    assert "Budi</b> mengubah" in html(app) and "keadaan dari “Belum mulai” menjadi “Selesai”" in text(app)


def test_what_does_not_fit_is_said_and_nothing_stored(visit: Open) -> None:
    visit()
    one = add(stores.real(), PLAN, oleh="Siti")
    app = visit(rtl=str(one.rtl_id))
    name = f"maju_{one.rtl_id}_1"
    app.selectbox(f"rtl_status_{name}").set_value("batal")
    app.text_input(f"rtl_nama_{name}").set_value("Budi")
    button(app, "rtl_simpan_kemajuan")
    assert "Tulis alasan pembatalan" in text(app) and item(stores.real(), one.rtl_id) == one
    app.text_area(f"rtl_catatan_{name}").set_value("anggaran dialihkan")
    button(app, "rtl_simpan_kemajuan")
    assert item(stores.real(), one.rtl_id).isian.status == "batal"
    assert title(app) == "Belum ada rencana tindak lanjut" and "dibatalkan" in [e.label for e in app.expander][-2]


def test_what_is_typed_while_somebody_else_saves_is_neither_lost_nor_stored_over(visit: Open) -> None:
    visit()
    one = add(stores.real(), PLAN, oleh="Siti")
    app = visit(rtl=str(one.rtl_id))
    name = f"maju_{one.rtl_id}_1"
    change(stores.real(), one, replace(PLAN, program="Kursi dan kipas"), oleh="Budi")
    app.run()
    assert "Rencana ini baru diubah oleh Budi" in text(app)
    button(app, "rtl_simpan_kemajuan")
    assert "Belum ada yang diubah" in text(app)
    app.text_area(f"rtl_catatan_{name}").set_value("catatan Siti")
    app.text_input(f"rtl_nama_{name}").set_value("Siti")
    button(app, "rtl_simpan_kemajuan")
    assert "baru saja diubah orang lain" in text(app)
    assert app.text_area(f"rtl_catatan_{name}").value == "catatan Siti"
    button(app, "rtl_terbaru")
    name = f"maju_{one.rtl_id}_2"
    app.text_area(f"rtl_catatan_{name}").set_value("catatan Siti")
    app.text_input(f"rtl_nama_{name}").set_value("Siti")
    button(app, "rtl_simpan_kemajuan")
    assert item(stores.real(), one.rtl_id).isian == replace(PLAN, program="Kursi dan kipas", catatan="catatan Siti")


def test_a_day_without_the_status_is_not_dropped_in_silence(visit: Open) -> None:
    visit()
    one = add(stores.real(), PLAN, oleh="Siti")
    app = visit(rtl=str(one.rtl_id))
    name = f"maju_{one.rtl_id}_1"
    app.date_input(f"rtl_selesai_{name}").set_value(date(2019, 8, 19))
    app.text_input(f"rtl_nama_{name}").set_value("Budi")
    button(app, "rtl_simpan_kemajuan")
    assert "Tanggal selesai hanya diisi bila statusnya selesai" in text(app)


def test_the_plan_itself_can_be_changed(visit: Open) -> None:
    visit()
    one = add(stores.real(), PLAN, oleh="Siti")
    app = visit(rtl=str(one.rtl_id))
    name = f"ubah_{one.rtl_id}_1"
    app.text_area(f"rtl_program_{name}").set_value("Kursi <b>dan</b> *kipas*")
    app.selectbox(f"rtl_jenis_{name}").set_value("inovasi")
    app.text_input(f"rtl_nama_{name}").set_value("Budi")
    button(app, "rtl_simpan_rencana")
    assert item(stores.real(), one.rtl_id).isian == replace(PLAN, program="Kursi <b>dan</b> *kipas*", jenis="inovasi")
    assert "Kursi <b>dan</b>" not in html(app) and "Kursi <b>dan</b> *kipas*" in text(app)
    assert app.button(f"rtl_buka_{one.rtl_id}").label == r"Kursi \<b\>dan\</b\> \*kipas\*"


def test_evidence_is_added_and_withdrawn(visit: Open) -> None:
    visit()
    one = add(stores.real(), PLAN, oleh="Siti")
    app = visit(rtl=str(one.rtl_id))
    name = f"bukti_{one.rtl_id}_0"
    app.text_input(f"rtl_nama_{name}").set_value("Budi")
    button(app, "rtl_simpan_bukti")
    assert "harus berupa alamat lengkap" in text(app)
    app.text_input(f"rtl_tautan_{name}").set_value("https://barat.jakarta.go.id/1?a=1&b=2")
    app.file_uploader(f"rtl_berkas_{name}").upload("foto.pdf", b"%PDF-1.7", "application/pdf")
    button(app, "rtl_simpan_bukti")
    assert [bukti.jenis for bukti in item(stores.real(), one.rtl_id).bukti] == ["berkas", "tautan"]
    assert 'href="https://barat.jakarta.go.id/1?a=1&amp;b=2"' in html(app)
    assert "foto" in app.get("download_button")[0].label
    tarik = f"tarik_{one.rtl_id}_2"
    app.text_input(f"rtl_nama_{tarik}").set_value("Budi")
    button(app, "rtl_tarik_bukti")
    assert [bukti.jenis for bukti in item(stores.real(), one.rtl_id).bukti] == ["tautan"]
    assert [event.sebelum for event in history(stores.real(), one.rtl_id) if event.sebelum] == ["foto.pdf"]


def test_the_day_of_the_report(visit: Open) -> None:
    visit()
    add(stores.real(), PLAN, oleh="Siti")
    app = visit()
    app.text_input("rtl_nama_laporan").set_value("Siti")
    button(app, "rtl_simpan_laporan")
    assert "Pilih tanggal laporannya" in text(app)
    app.date_input(f"rtl_tanggal_laporan_{PERIODE}").set_value(date(2019, 7, 15))
    button(app, "rtl_simpan_laporan")
    assert report_day(stores.real(), PERIODE).tanggal == date(2019, 7, 15)
    assert "hari sejak laporan, 15 Juli 2019" in text(app)


# ---- the official table -----------------------------------------------------------------------------------------


def test_an_uploaded_table_is_shown_before_it_is_stored(visit: Open) -> None:
    visit()
    add(stores.real(), PLAN, oleh="Siti")
    app = visit(layanan="posyandu")
    data = official(
        [
            [1, "Sarana", "Kursi tunggu", None, None, None, "v", "Camat"],
            [2, "Pengaduan", "Kotak saran", None, None, "v", None, "Lurah"],
            [3, "Keramahan alam", "X", "v", None, None, None, "Lurah"],
        ]
    )
    upload = app.file_uploader[0]
    upload.upload("rtl.xlsx", data).run()
    assert "1 rencana baru, 1 berubah" in text(app) and 'unsur "Keramahan alam" tidak dikenal' in text(app)
    assert len(current()) == 1
    app.text_input("rtl_nama_impor").set_value("Siti")
    button(app, "rtl_simpan_impor")
    assert {(one.isian.program, one.isian.tw, one.isian.layanan) for one in current()} == {
        ("Kursi tunggu", (4,), "posyandu"), ("Kotak saran", (3,), "posyandu")
    }  # fmt: skip
    assert "1 rencana baru dicatat, 1 diubah." in text(app)


def test_a_file_that_is_no_table_is_refused(visit: Open) -> None:
    app = visit()
    app.file_uploader[0].upload("rtl.xlsx", b"bukan").run()
    assert "bukan buku kerja" in text(app) and "rtl_simpan_impor" not in [one.key for one in app.button]


# ---- the demo: figures of the library ---------------------------------------------------------------------------


def test_counts_and_board_are_the_library_s(open_page: Open, demo: Store) -> None:
    app = open_page("tindak_lanjut", periode=NOW)
    items = plan(demo, NOW)
    found = achievement(items, report_day(demo, NOW), TODAY)
    assert title(app) == f"{found.n_selesai} dari {found.n} tindak lanjut selesai" and found.n == 5
    assert f"<b>{100 * found.n_selesai // found.n}%</b>" in html(app)
    assert f"<b>{found.hari}</b><span>hari sejak laporan, 14 April 2021" in html(app)
    assert all(app.button(f"rtl_buka_{one.rtl_id}") for one in items)
    assert not [field for field in app.text_input if str(field.key).startswith("rtl")], "the demo is only looked at"
    late = open_page("tindak_lanjut", periode="2020-q4")
    assert title(late).endswith("1 terlambat") and "terlambat</span>" in html(late)


@pytest.mark.parametrize("periode", ["2019-q3", RISE, NOW])
def test_every_figure_of_effects_and_proposals(open_page: Open, demo: Store, periode: str) -> None:
    app = open_page("tindak_lanjut", periode=periode)
    nodes = list(tree(html(app)).walk())
    named = {node.attrs["data-f"]: node.text() for node in nodes if "data-f" in node.attrs}
    expected = [part for one in proposals(demo, periode) for _, part, _ in one.layanan]
    effect = shown_by(demo, periode)
    expected += [part for _, now in effect for part in (now.sebelum, now.sesudah) if part]
    assert len(effect) >= 1 and set(named) == {part.acuan for part in expected}
    for part in expected:
        assert part.nrr_terbit is not None and part.plus_minus is not None
        n = max(one.n_jawaban for one in part.butir)
        said = f"{part.nrr_terbit} ± {part.plus_minus} · n {n}".replace(".", ",").replace("n 1,", "n 1.")
        assert " ".join(named[part.acuan].split()).replace("\N{NO-BREAK SPACE}", " ") == said
    changes = {node.attrs["data-c"]: node.text() for node in nodes if "data-c" in node.attrs}
    assert {now.acuan: now.kata for _, now in effect}.items() <= changes.items()
    assert stray(app) == []


def test_a_real_rise_is_called_one(open_page: Open, demo: Store) -> None:
    (posyandu,) = [now for one, now in shown_by(demo, RISE) if one.isian.layanan == "posyandu"]
    assert posyandu.certain and posyandu.kata.startswith("naik ")
    app = open_page("tindak_lanjut", periode=RISE)
    assert "Unsurnya naik sesudah 1 dari 2 tindak lanjut yang selesai" in text(app)
    table = open_page("tindak_lanjut", periode="2020-q2", tampilan="tabel")
    assert posyandu.kata in text(table) and "Dibatalkan, jadi tanpa pengaruh" in text(table)
    assert table.query_params["tampilan"] == ["tabel"] or table.query_params["tampilan"] == "tabel"


def test_an_open_item_of_the_demo(open_page: Open, demo: Store) -> None:
    one = plan(demo, "2020-q2", "posyandu")[0]
    app = open_page("tindak_lanjut", rtl=str(one.rtl_id))
    assert "April–Juni 2020" in text(app) and one.isian.catatan in text(app)
    assert effects(demo, (one,))[one.rtl_id].kata in text(app)
    button(app, "rtl_nyata")
    assert "rtl" not in app.query_params


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"periode": "2030-q9"}, 'Periode "2030-q9" tidak dikenal'),
        ({"layanan": "samsat"}, 'Layanan "samsat" tidak dikenal'),
        ({"tampilan": "kalender"}, 'Tampilan "kalender" tidak dikenal'),
        ({"rtl": "999"}, 'Tindak lanjut nomor "999" tidak ada'),
        ({"rtl": "satu"}, 'Tindak lanjut nomor "satu" tidak ada'),
        ({"baru": "samsat.wifi"}, 'Rencana baru "samsat.wifi" tidak dikenal'),
    ],
)
def test_unknown_keys_are_named(open_page: Open, keys: dict[str, str], message: str) -> None:
    app = open_page("tindak_lanjut", **keys)
    assert message in text(app) and "gagal ditampilkan" not in html(app)


@pytest.mark.parametrize("keys", [{}, {"tampilan": "tabel"}, {"layanan": "pkk"}, {"periode": "2019-maret"}])
def test_a_periode_without_follow_up(visit: Open, open_page: Open, keys: dict[str, str]) -> None:
    app = open_page("tindak_lanjut", **{"periode": "2020-q1", **keys})
    assert title(app) == "Belum ada rencana tindak lanjut" and "gagal ditampilkan" not in html(app)
    assert app.get("download_button")[0].label == "Unduh tabel kosong"


def test_an_empty_database(visit: Open) -> None:
    uploads.undo(stores.real(), 1, oleh="Siti")
    app = visit()
    assert "Belum ada hasil survei" in text(app) and "gagal ditampilkan" not in html(app)
