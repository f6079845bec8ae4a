"""Laporan as its users meet it: what it is about, what it lacks, its sentences, and what the downloads contain."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from skm_core.reports.content import content
from skm_core.reports.kinds import GROUPS, KINDS
from skm_core.reports.scope import Scope
from skm_core.store import Store
from tests.pages.conftest import framed, html, install, title
from tests.reports.conftest import DAY
from tests.reports.test_laporan import pdf_text

Open = Callable[..., AppTest]
KAPUK = {"kecamatan": "31.73.01", "kelurahan": "31.73.01.1005"}


def field(app: AppTest, label: str) -> object:
    return next(one for one in app.text_area if one.label.startswith(label))


def test_the_filters_decide_what_the_report_is_about(open_page: Open, demo: Store) -> None:
    app = open_page("laporan", periode="2020-q4", tanggal="2021-01-15", **KAPUK)
    assert not app.exception and title(app) == "Laporan SKM Kelurahan Kapuk, Oktober–Desember 2020"
    c = content(demo, Scope("kelurahan", KAPUK["kelurahan"], "2020-q4"), tanggal=DAY)
    assert f'data-f="{c.score.acuan}"' in html(app) and "tertanggal 15 Januari 2021" in html(app)
    assert [one.label for one in app.text_area] == [one.judul for one in c.teks]
    assert [one.value for one in app.text_area] == [one.teks for one in c.teks]
    offered = [
        f"Unduh {kind.judul}"
        for group in GROUPS
        for kind in KINDS.values()
        if kind.kelompok == group and "kelurahan" in kind.lingkup
    ]
    assert [one.proto.label for one in app.get("download_button")] == offered
    assert "IKM" in app.code[0].value and f"n {c.n_kuesioner}" in app.code[0].value


def test_a_letter_is_only_for_a_kelurahan(open_page: Open) -> None:
    labels = [one.proto.label for one in open_page("laporan", periode="2020-q4").get("download_button")]
    assert "Unduh Poster IKM, PDF A4" in labels and "Unduh Surat umpan balik, PDF" not in labels


def test_what_is_missing_leads_to_where_it_is_mended(open_page: Open) -> None:
    app = open_page("laporan", periode="2020-q4")
    assert "Nama dan jabatan penanda tangan belum diisi" in html(app)
    assert '<a href="pengaturan?periode=2020-q4' in html(app)


def test_a_place_goes_before_a_layanan_and_says_so(open_page: Open) -> None:
    app = open_page("laporan", periode="2020-q4", layanan="ppsu", kecamatan="31.73.01")
    assert title(app).startswith("Laporan SKM Kecamatan Cengkareng") and "Yang dipakai: kecamatan Cengkareng" in html(
        app
    )


@pytest.mark.parametrize(("layanan", "name"), [("ppsu", "PPSU"), ("posyandu", "Posyandu")])
def test_one_layanan(open_page: Open, layanan: str, name: str) -> None:
    app = open_page("laporan", periode="2020-q4", layanan=layanan)
    assert title(app) == f"Laporan SKM {name}, Oktober–Desember 2020" and "IKM per layanan" not in html(app)


def test_a_closed_panel(open_page: Open) -> None:
    app = open_page("laporan", periode="2019-maret")
    assert not app.exception and title(app) == "Laporan SKM Jakarta Barat, Maret 2019"
    assert "panel tertutup" in html(app)


def test_a_date_that_is_none_is_named(open_page: Open) -> None:
    app = open_page("laporan", periode="2020-q4", tanggal="kemarin")
    assert not app.exception and 'Tanggal "kemarin" tidak dikenal' in unescape(html(app))


def test_choosing_a_date_writes_it_into_the_address(open_page: Open) -> None:
    app = open_page("laporan", periode="2020-q4")
    app.date_input(key="laporan_tanggal").set_value(DAY).run()
    assert app.query_params["tanggal"] == "2021-01-15" and "tertanggal 15 Januari 2021" in html(app)


def test_without_data_the_next_step(open_page: Open) -> None:
    app = open_page("laporan", data="nyata")
    assert not app.exception and "Belum ada data survei yang masuk." in html(app)
    assert not app.text_area and not app.get("download_button")


def test_a_place_without_questionnaires(open_page: Open, demo: Store) -> None:
    _, silent = demo.fetch(
        "SELECT wilayah_kode FROM wilayah WHERE tingkat = 'kelurahan' AND NOT EXISTS (SELECT 1 FROM kuesioner_aktif k "
        "WHERE k.wilayah_kode = wilayah.wilayah_kode AND k.periode_kode = '2020-q4') LIMIT 1"
    )
    kode = silent[0][0]
    app = open_page("laporan", periode="2020-q4", kecamatan=kode[:8], kelurahan=kode)
    assert not app.exception and "Belum ada kuesioner untuk Kelurahan" in html(app)
    assert not app.get("download_button")


def test_pages_are_shown_on_demand(open_page: Open) -> None:
    app = open_page("laporan", periode="2020-q4")
    assert "data:image/png" not in html(app)
    app.toggle(key="laporan_pratinjau").set_value(True).run()
    pictures = html(app).count("data:image/png;base64")
    assert pictures > 10 and f"halaman {pictures} dari {pictures}" in html(app)


def test_poster_and_letter_are_shown_on_demand(open_page: Open) -> None:
    app = open_page("laporan", periode="2020-q4", **KAPUK)
    app.toggle(key="laporan_pratinjau_poster").set_value(True).run()
    assert html(app).count("data:image/png;base64") == 2 and "Poster IKM Kelurahan Kapuk" in html(app)
    app.toggle(key="laporan_pratinjau_surat").set_value(True).run()
    assert not app.exception and "Surat umpan balik Kelurahan Kapuk" in html(app)


@pytest.fixture
def own(demo_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """The page inside its frame, on a copy of the demo data that the test may change."""
    install(demo_path, tmp_path, monkeypatch)
    return lambda **keys: framed("laporan", timeout=60, **keys).run()


def test_a_rewritten_sentence_is_in_the_document(own: Open, tmp_path: Path) -> None:
    app = own(periode="2020-q4")
    before = [one.value for one in app.text_area]
    field(app, "Kesimpulan").set_value("Warga puas, kecuali soal pengaduan.")  # type: ignore[attr-defined]
    save = next(one for one in app.button if one.label == "Simpan kalimat")
    save.click().run()
    assert "Ketik nama Anda dahulu" in html(app)

    next(one for one in app.text_input if one.label.startswith("Nama Anda")).set_value("Siti")
    next(one for one in app.button if one.label == "Simpan kalimat").click().run()
    assert "1 bagian disimpan." in html(app)
    assert field(app, "Kesimpulan (disunting)").value == "Warga puas, kecuali soal pengaduan."  # type: ignore[attr-defined]

    from skm_ui import stores

    c = content(stores.demo(), Scope("kota", "", "2020-q4"), tanggal=DAY)
    assert "Warga puas, kecuali soal pengaduan." in pdf_text(KINDS["laporan-pdf"].make(stores.demo(), c))

    field(app, "Kesimpulan").set_value("")  # type: ignore[attr-defined]
    next(one for one in app.button if one.label == "Simpan kalimat").click().run()
    assert [one.value for one in app.text_area] == before


def test_a_batch_is_made_with_progress_and_names_what_it_leaves_out(own: Open) -> None:
    app = own(periode="2020-q4")
    app.selectbox(key="kumpulan_untuk").set_value("semua-kelurahan").run()
    app.button(key="kumpulan_buat").click().run()
    assert not app.exception
    assert [one.proto.label for one in app.get("download_button")][-1] == "Unduh ZIP"
    assert html(app).count("Belum ada kuesioner untuk Kelurahan") >= 1


def test_letters_as_one_file(own: Open) -> None:
    app = own(periode="2019-maret")
    app.selectbox(key="kumpulan_untuk").set_value("semua-kelurahan").run()
    assert not [one for one in app.checkbox if one.key == "kumpulan_gabung"]
    app.selectbox(key="kumpulan_macam").set_value("surat-pdf").run()
    app.checkbox(key="kumpulan_gabung").check().run()
    app.button(key="kumpulan_buat").click().run()
    assert not app.exception
    assert [one.proto.label for one in app.get("download_button")][-1] == "Unduh PDF"


def test_chosen_comments_are_in_the_letter(own: Open) -> None:
    here = Scope("kelurahan", "31.73.08.1005", "2020-q3")
    app = own(periode=here.periode, kecamatan=here.kode[:8], kelurahan=here.kode)
    (choice,) = [one for one in app.multiselect if one.label == "Saran warga"]
    assert choice.value == []
    choice.set_value(choice.options[:2])
    save = next(one for one in app.button if one.label == "Simpan pilihan")
    save.click().run()
    assert "Ketik nama Anda dahulu" in html(app)
    app.text_input(key="kutipan_nama").set_value("Siti")
    next(one for one in app.button if one.label == "Simpan pilihan").click().run()
    assert "2 saran akan dikutip dalam surat." in html(app)

    from skm_ui import stores

    c = content(stores.demo(), here, tanggal=DAY)
    assert c.kutipan == tuple(choice.options[:2])
    assert "Kata warga" in pdf_text(KINDS["surat-pdf"].make(stores.demo(), c))
