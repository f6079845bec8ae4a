"""Unggah, Pengaturan and Metode as their users meet them: every step, every refusal, and what is stored afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from streamlit.testing.v1 import AppTest

from skm_core import checks, reference, registry, scoring, uploads
from skm_core.findings import BERKAS, CATALOGUE
from skm_core.intake import Options, ingest, prepare, read_file
from skm_core.rules import N_SEMBUNYI, N_TANDA, RULE_SETS
from skm_core.store import Store
from skm_core.terms import Pilihan
from skm_ui import stores
from skm_ui.format import decimal
from skm_ui.method import example
from skm_ui.settings import new_questionnaire
from skm_ui.upload.held import MAX_MEGABYTES, too_large
from skm_ui.upload.titles import TITLES, on_screen
from tests.build import KAPUK, UNSUR, csv_bytes, form
from tests.intake import services
from tests.pages.conftest import text

ASKED = {item.kolom: item for item in reference.instrumen()[0].butir}


def choose(app: AppTest, content: bytes, name: str = "uji.csv") -> AppTest:
    return app.get("file_uploader")[0].upload(name, content).run()


def find(elements: Sequence[object], label: str) -> object:
    """The one element whose label contains these words."""
    (found,) = (one for one in elements if label in one.label)  # type: ignore[attr-defined]
    return found


def answer(app: AppTest, **chosen: str) -> AppTest:
    """Fill the questions of step 2: the value of a select or radio by a part of its label."""
    for label, value in chosen.items():
        words = {"pengumpul": "Siapa yang", "u8": "nomor 8", "kode1": "Kode mana"}.get(label, label.capitalize())
        find([*app.radio, *app.selectbox], words).set_value(value)  # type: ignore[attr-defined]
        app.run()
    return app


def save(app: AppTest, name: str = "Siti") -> AppTest:
    find(app.text_input, "Nama Anda").set_value(name)  # type: ignore[attr-defined]
    return find(app.button, "Simpan").click().run()  # type: ignore[attr-defined]


def keyed(n: int = 12, value: int = 3, **more: str) -> bytes:
    return csv_bytes(form([value] * 9, **more) for _ in range(n))


def labelled(n: int = 12) -> list[dict[str, object]]:
    """Rows as Google Forms exports them, without periode, layanan and pengumpul."""
    return [
        {
            "Cap waktu": "24/04/2019 9.15.30",
            "Nama lengkap": f"Warga {number}",
            "Kelurahan": "Kapuk",
            **{f"{item.urutan}. {item.teks}": item.label[2] for item in ASKED.values()},
        }
        for number in range(n)
    ]


# ---- Unggah -------------------------------------------------------------------------------------------------


def test_nothing_is_stored_before_the_button_and_everything_after(visit: Callable[..., AppTest]) -> None:
    app = visit("unggah")
    assert "Berkas yang diunggah di sini masuk ke data nyata" in text(app)
    assert "Belum ada unggahan" in text(app)
    choose(app, keyed(40))
    assert "Pilih dahulu di langkah 2: siapa yang mengumpulkan" in text(app)
    answer(app, pengumpul="kelurahan")
    assert find(app.button, "Simpan").label == "Simpan 40 kuesioner ke Posyandu · April–Juni 2019"  # type: ignore[attr-defined]
    assert uploads.history(stores.real()) == ()

    save(app, name="  ")
    assert "Ketik nama Anda dahulu" in text(app)
    assert uploads.history(stores.real()) == ()

    save(app)
    (stored,) = uploads.history(stores.real())
    assert (stored.pengunggah, stored.n_diterima, stored.aktif) == ("Siti", 40, True)
    shown = text(app)
    assert f"Unggahan {stored.unggahan_id} tersimpan" in shown
    assert "75,00" in shown
    assert "Siti (belum diverifikasi)" in shown and "WIB" in shown
    assert "DATA CONTOH" not in shown, "the real data is shown from now on"
    assert not checks.verify(stores.real())


def test_dates_of_another_quarter_are_stored_only_on_a_second_word(visit: Callable[..., AppTest]) -> None:
    app = choose(visit("unggah"), keyed(12, tanggal="2019-08-14"))
    answer(app, pengumpul="kelurahan")
    save(app)
    assert "centang bahwa periodenya memang itu" in text(app) and uploads.history(stores.real()) == ()
    find(app.checkbox, "Periodenya memang itu").check()  # type: ignore[attr-defined]
    save(app)
    assert len(uploads.history(stores.real())) == 1


def test_what_was_confirmed_of_one_file_is_not_confirmed_of_the_next(visit: Callable[..., AppTest]) -> None:
    app = choose(visit("unggah"), keyed(12, tanggal="2019-08-14", pengumpul="kelurahan"))
    find(app.checkbox, "Periodenya memang itu").check()  # type: ignore[attr-defined]
    save(app, "")
    assert "Ketik nama Anda dahulu" in text(app)
    save(choose(app, keyed(15, tanggal="2019-11-14", pengumpul="kelurahan"), "lain.csv"))
    assert "centang bahwa periodenya memang itu" in text(app) and uploads.history(stores.real()) == ()


def test_the_file_is_dropped_after_saving(visit: Callable[..., AppTest]) -> None:
    app = save(answer(choose(visit("unggah"), keyed()), pengumpul="kota"))
    assert "unggah_dipegang" not in app.session_state
    assert app.get("file_uploader")[0].value is None


def test_the_same_file_again_changes_nothing(visit: Callable[..., AppTest]) -> None:
    app = save(answer(choose(visit("unggah"), keyed()), pengumpul="kota"))
    choose(app, keyed())
    assert "sama persis dengan unggahan 1" in text(app)
    assert not [one for one in app.button if one.label.startswith("Simpan")]
    assert len(uploads.history(stores.real())) == 1


def test_undo_and_restore_ask_first(visit: Callable[..., AppTest]) -> None:
    app = save(answer(choose(visit("unggah"), keyed()), pengumpul="kota"))
    find(app.button, "Batalkan").click().run()  # type: ignore[attr-defined]
    assert "12 kuesioner Posyandu · April–Juni 2019 tidak dihitung lagi dalam semua angka" in text(app)
    assert app.text_input(key="riwayat_nama").value == "Siti"
    assert uploads.history(stores.real())[0].aktif, "asked, not done; the doing is in the browser's journey"
    uploads.undo(stores.real(), 1, oleh="Budi")
    app.run()
    assert "dibatalkan oleh Budi" in text(app)
    find(app.button, "Pulihkan").click().run()  # type: ignore[attr-defined]
    assert "dihitung lagi dalam semua angka" in text(app)


def test_labels_bad_rows_and_personal_columns(visit: Callable[..., AppTest]) -> None:
    rows = labelled(20)
    header = f"2. {ASKED['b2'].teks}"
    rows[4][header] = "Lumayan"
    rows[9][header] = "0"
    rows[15]["Kelurahan"] = "Kampung Anu"
    app = answer(choose(visit("unggah"), csv_bytes(rows)), periode="2019-q2", layanan="pkk", pengumpul="kelurahan")
    shown = text(app)
    assert "<b>17</b><span>Diterima" in shown and "<b>3</b><span>Ditolak" in shown
    assert "Nama lengkap: dibuang, tidak disimpan" in shown and "Warga 3" not in shown
    assert "Baris 6, kolom E" in shown and "Lumayan" in shown
    assert TITLES["JAWABAN_NOL"] in shown and TITLES["WILAYAH_TIDAK_DIKENAL"] in shown
    assert "3 Mudah" in shown, "the first rows carry the labels"
    assert "--" not in shown.replace("<!--", "").replace("var(--", "")
    save(app)
    assert "3 baris yang ditolak" not in text(app)
    assert uploads.history(stores.real())[0].n_ditolak == 3


def test_hundreds_of_findings_stay_readable(visit: Callable[..., AppTest]) -> None:
    rows = labelled(600)
    for row in rows[:500]:
        row[f"2. {ASKED['b2'].teks}"] = "Lumayan"
    app = answer(choose(visit("unggah"), csv_bytes(rows)), periode="2019-q2", layanan="pkk", pengumpul="kelurahan")
    (group,) = (part for part in text(app).split("<section>") if TITLES["JAWABAN_TIDAK_DIKENAL"] in part)
    assert group.count("<li>") == 1 and "<b>500 jawaban</b>, mis. baris 2, kolom" in group
    assert "200 yang pertama dari 500" in group


def test_numbers_eight_and_nine_are_asked_not_guessed(visit: Callable[..., AppTest]) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["No", "Kelurahan", *(f"U{number}" for number in range(1, 10))])
    for number in range(1, 21):
        sheet.append([number, "Kapuk", 3, 3, 3, 3, 3, 3, 3, 2, 4])
    app = visit("unggah")
    path = stores.data_dir() / "nomor.xlsx"
    book.save(path)
    choose(app, path.read_bytes(), "nomor.xlsx")
    question = find(app.radio, "nomor 8")
    assert question.options[0] == "Kolom J (U8) penanganan pengaduan, kolom K (U9) sarana dan prasarana"  # type: ignore[attr-defined]
    assert "pengaduan atau sarana? Pilih di atas" in text(app)
    answer(app, periode="2019-q2", layanan="posyandu", pengumpul="kota")
    assert not [one for one in app.button if one.label.startswith("Simpan")]
    save(answer(app, u8="sarana"))
    (figure,) = scoring.score(stores.real())
    by_unsur = {part.kunci: part.nrr for part in figure.unsur}
    assert (by_unsur["sarana"], by_unsur["pengaduan"]) == (2, 4)


def test_codes_of_choices_are_asked_not_guessed(visit: Callable[..., AppTest]) -> None:
    found = services.people(20)
    rows = services.lime(found, services.single(found, mode="A1"), headings="kode", unfinished=0)
    app = choose(visit("unggah"), services.csv(rows))
    question = find(app.radio, "Kode mana yang terbaik")
    assert "hanya kode pilihan (A1, A2, A3, A4)" in question.label  # type: ignore[attr-defined]
    assert question.options[0] == "Kode bernomor 4 yang terbaik, kode bernomor 1 yang terburuk"  # type: ignore[attr-defined]
    answer(app, periode="2019-q2", pengumpul="kelurahan")
    assert "kode jawaban mana yang terbaik" in text(app)
    assert not [one for one in app.button if one.label.startswith("Simpan")]
    save(answer(app, kode1="terbaik"))
    _, sums = stores.real().fetch("SELECT sum(b1) FROM kuesioner")
    assert sums == [(sum(5 - value for p in found if (value := p.nilai[p.one]["persyaratan"])),)]


def test_an_unknown_periode_is_made_on_the_spot(visit: Callable[..., AppTest]) -> None:
    app = choose(visit("unggah"), keyed(periode="2019-q3"))
    assert "Periode 2019-q3 belum ada. Buat sekarang?" in text(app)
    assert find(app.text_input, "Nama").value == "Triwulan III 2019"  # type: ignore[attr-defined]
    find(app.button, "Buat periode").click().run()  # type: ignore[attr-defined]
    assert registry.periode(stores.real())["2019-q3"].nama == "Triwulan III 2019"
    save(answer(app, pengumpul="kelurahan"))
    assert uploads.history(stores.real())[0].periode == ("2019-q3",)


def test_another_periode_can_be_made_where_the_file_has_none(visit: Callable[..., AppTest]) -> None:
    app = answer(choose(visit("unggah"), csv_bytes(labelled())), periode="+")
    find(app.text_input, "Kode").set_value("2020-s1")  # type: ignore[attr-defined]
    find(app.button, "Buat periode").click().run()  # type: ignore[attr-defined]
    assert find(app.selectbox, "Periode").value == "2020-s1"  # type: ignore[attr-defined]
    answer(app, layanan="pkk")
    assert "Semester I 2020" in text(app)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("foto.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "bukan tabel"),
        ("kosong.csv", b"", "kosong"),
        ("rusak.xlsx", b"PK\x03\x04" + b"\x00" * 40, "tidak dapat dibuka"),
        (
            "lima.csv",
            csv_bytes(
                {"kelurahan": "Kapuk", **dict.fromkeys(UNSUR, word)}
                for word in ("Sangat setuju", "Setuju", "Netral", "Tidak setuju", "Sangat tidak setuju") * 8
            ),
            "bukan empat pilihan",
        ),
        ("anggaran.csv", b"nama barang,harga\nkertas,50000\ntinta,70000\n", "tidak ditemukan"),
    ],
)
def test_a_refused_file_gets_one_clear_sentence(
    visit: Callable[..., AppTest], name: str, content: bytes, sentence: str
) -> None:
    app = choose(visit("unggah"), content, name)
    (refusal,) = (part for part in text(app).split("\n") if 'class="skm-error"' in part)
    assert sentence in refusal
    assert not app.exception and not app.radio
    assert not [one for one in app.button if one.label.startswith("Simpan")]


def test_the_size_limit_is_checked_here_too() -> None:
    assert too_large(MAX_MEGABYTES * 1024**2 + 1)
    assert not too_large(MAX_MEGABYTES * 1024**2)


def test_every_finding_has_a_title_and_no_sentence_names_an_option() -> None:
    of_uploads = {kode: entry for kode, entry in CATALOGUE.items() if not kode.startswith("BATAS_")}
    assert set(TITLES) == {kode for kode, (weight, _) in of_uploads.items() if weight != BERKAS}
    for kode, (_, sentence) in CATALOGUE.items():
        assert "--" not in on_screen(sentence), kode


# ---- Pengaturan ---------------------------------------------------------------------------------------------


def test_settings_are_those_of_the_real_data(visit: Callable[..., AppTest]) -> None:
    app = visit("pengaturan")
    assert "data contoh tidak dapat diubah" in text(app)
    titles = ["Periode", "Layanan", "Kuesioner", "Pemetaan", "Instansi", "Batas wilayah"]
    assert [tab.label for tab in app.tabs] == titles
    assert "11–22 Maret 2019" in text(app)


def test_a_periode_is_added_changed_and_refused(visit: Callable[..., AppTest]) -> None:
    app = visit("pengaturan")
    app.text_input(key="periode_nama_baru").set_value("Juli–September 2019")
    app.text_input(key="periode_kode_baru").set_value("Triwulan 3")
    app.button(key="periode_simpan_baru").click().run()
    assert 'Kode periode "Triwulan 3" hanya boleh berisi huruf kecil' in text(app)
    app.text_input(key="periode_kode_baru").set_value("2019-q3")
    app.button(key="periode_simpan_baru").click().run()
    assert "Periode Juli–September 2019 disimpan." in text(app)
    app.selectbox(key="periode_dipilih").set_value("2019-q3").run()
    app.selectbox(key="periode_cara_2019-q3").set_value("acak")
    app.button(key="periode_simpan_2019-q3").click().run()
    assert registry.periode(stores.real())["2019-q3"].cara_pemilihan == "acak"
    app.selectbox(key="periode_dipilih").set_value("").run()
    app.text_input(key="periode_kode_baru").set_value("2019-q2")
    app.button(key="periode_simpan_baru").click().run()
    assert "sudah ada" in text(app)
    assert registry.periode(stores.real())["2019-q2"].nama == "April–Juni 2019"


def test_a_layanan_takes_users_and_target(visit: Callable[..., AppTest]) -> None:
    app = visit("pengaturan")
    app.number_input(key="layanan_n_pkk").set_value(2500)
    app.text_input(key="layanan_target_pkk").set_value("182,5")
    app.button(key="layanan_simpan_pkk").click().run()
    assert "Target PKK harus antara 25 dan 100" in text(app)
    app.text_input(key="layanan_target_pkk").set_value("82,5")
    app.button(key="layanan_simpan_pkk").click().run()
    saved = registry.layanan(stores.real())["pkk"]
    assert (saved.n_pengguna, decimal(saved.target_ikm)) == (2500, "82,50")
    assert "2.500" in text(app)


def test_a_questionnaire_with_weights_that_do_not_total_one_is_refused(visit: Callable[..., AppTest]) -> None:
    app = visit("pengaturan")
    app.text_input(key="kuesioner_nama").set_value("SKM Posyandu 2020")
    app.toggle(key="kuesioner_bobot_skm9").set_value(True).run()
    edit = {"edited_rows": {row: {"Bobot": "0,1"} for row in range(9)}, "added_rows": [], "deleted_rows": []}
    app.session_state["kuesioner_isi_skm9"] = edit
    app.button(key="kuesioner_simpan").click().run()
    assert "Jumlah bobot unsur harus tepat 1, sekarang 0.9" in text(app)
    assert "skm_posyandu_2020" not in registry.instrumen(stores.real())
    edit["edited_rows"][0] = {"Bobot": "0,2"}
    app.session_state["kuesioner_isi_skm9"] = edit
    app.button(key="kuesioner_simpan").click().run()
    made = registry.instrumen(stores.real())["skm_posyandu_2020"]
    assert made.bobot is not None and made.bobot["persyaratan"] == Fraction(1, 5)
    assert "Kuesioner SKM Posyandu 2020 disimpan." in text(app)


def test_an_added_unsur_can_be_asked_twice_in_a_new_questionnaire(visit: Callable[..., AppTest]) -> None:
    app = visit("pengaturan")
    app.text_input(key="unsur_nama").set_value("Keamanan Lingkungan")
    app.text_input(key="unsur_pendek").set_value("Keamanan")
    app.button(key="unsur_simpan").click().run()
    app.text_input(key="kuesioner_nama").set_value("SKM dengan keamanan")
    labels = dict(zip(new_questionnaire.LABELS, ("Tidak aman", "Kurang aman", "Aman", "Sangat aman"), strict=True))
    added = [{"Unsur": "Keamanan Lingkungan", "Pertanyaan": ask, **labels} for ask in ("Siang hari?", "Malam hari?")]
    app.session_state["kuesioner_isi_skm9"] = {"edited_rows": {}, "added_rows": added, "deleted_rows": []}
    app.button(key="kuesioner_simpan").click().run()
    made = registry.instrumen(stores.real())["skm_dengan_keamanan"]
    assert [item.unsur_kunci for item in made.butir[9:]] == ["keamanan_lingkungan"] * 2
    assert not checks.verify(stores.real())


def test_agency_settings_are_checked(visit: Callable[..., AppTest]) -> None:
    app = visit("pengaturan")
    app.text_input(key="instansi_tautan_publikasi").set_value("barat.jakarta.go.id")
    app.button(key="instansi_simpan").click().run()
    assert "Tautan publikasi harus diawali https://" in text(app)
    app.text_input(key="instansi_tautan_publikasi").set_value("https://barat.jakarta.go.id/skm")
    app.text_input(key="instansi_target_ikm").set_value("85")
    app.button(key="instansi_simpan").click().run()
    assert registry.settings(stores.real())["target_ikm"] == "85"


# ---- Metode -------------------------------------------------------------------------------------------------


def test_the_method_shows_what_the_code_does(visit: Callable[..., AppTest]) -> None:
    shown = text(visit("metode"))
    for rule_set in RULE_SETS.values():
        for grade in rule_set.mutu:
            assert grade.interval_ikm in shown and grade.interval_nrr in shown
    assert f"kurang dari {N_SEMBUNYI} kuesioner" in shown and f"sampai {N_TANDA - 1} kuesioner" in shown
    assert "88,305 terbit sebagai 88,31 dan bermutu A" in shown
    assert "88,3049 terbit sebagai 88,30 dan bermutu B" in shown
    assert decimal(example.scored().ikm) in shown


def test_the_example_is_what_the_intake_and_the_database_give(store: Store) -> None:
    from tests.build import ingest

    order = [item.unsur_kunci for item in ASKED.values()]
    rows = [
        {"periode": "2019-q2", "kode_kelurahan": KAPUK, "layanan": "pkk", **dict(zip(order, given, strict=True))}
        for given in example.ANSWERS
    ]
    ingest(store, rows)
    (figure,) = scoring.score(store, Pilihan())
    assert figure.ikm_exact == example.scored().ikm_exact
    parts = example.scored().unsur
    assert [(one.kunci, one.rasio, one.bobot, one.butir) for one in figure.unsur] == [
        (one.kunci, one.rasio, one.bobot, one.butir) for one in parts
    ]


# ---- Corrections, overlaps and fixed results ----------------------------------------------------------------


def respondents(n: int, value: int = 3) -> list[dict[str, object]]:
    return [form([value] * 9, responden=f"uuid-0000-{number:04d}") for number in range(n)]


def test_what_will_change_is_said_before_the_button(visit: Callable[..., AppTest]) -> None:
    app = save(answer(choose(visit("unggah"), keyed(20)), pengumpul="kelurahan"))
    answer(choose(app, keyed(10, value=4), "dua.csv"), pengumpul="kelurahan")
    shown = text(app)
    assert "Posyandu · April–Juni 2019 · kumpulan kelurahan" in shown
    assert "75,00 → <b>83,33</b>" in shown and "n 20 → 30" in shown
    save(app)
    app.button(key="batalkan_2").click().run()
    assert "83,33 → <b>75,00</b>" in text(app) and "n 30 → 20" in text(app)


def test_next_weeks_export_shows_what_is_new_and_what_changed(visit: Callable[..., AppTest]) -> None:
    rows = respondents(30)
    app = save(answer(choose(visit("unggah"), csv_bytes(rows)), pengumpul="kelurahan"))
    rows[2]["biaya"] = 4
    more = csv_bytes([*rows, *respondents(33)[30:]])
    answer(choose(app, more, "minggu-depan.csv"), pengumpul="kelurahan")
    shown = text(app)
    assert "<b>3</b><span>Baru" in shown and "<b>29</b><span>Sudah tersimpan" in shown
    assert "<b>1</b><span>Berubah" in shown and "3 Murah → <b>4 Gratis</b>" in shown
    assert find(app.button, "Simpan").label.startswith("Simpan 3 kuesioner")  # type: ignore[attr-defined]
    find(app.checkbox, "Ambil 1 perubahan").set_value(True).run()  # type: ignore[attr-defined]
    assert find(app.button, "Simpan").label.startswith("Simpan 4 kuesioner")  # type: ignore[attr-defined]
    save(app)
    assert "1 di antaranya menggantikan isian yang lama. 29 baris sudah tersimpan dan dilewati." in text(app)
    (figure,) = scoring.score(stores.real())
    assert figure.n_kuesioner == 33 and {part.kunci: part.jumlah_nilai for part in figure.unsur}["biaya"] == 100
    choose(app, more + b"\n", "lagi.csv")
    assert "Semua isian berkas ini sudah tersimpan, yang pertama dalam unggahan 1" in text(app)


def test_a_mended_file_is_recognised_and_asks_nothing(visit: Callable[..., AppTest]) -> None:
    rows = labelled(20)
    rows[4][f"2. {ASKED['b2'].teks}"] = "Lumayan"
    app = answer(choose(visit("unggah"), csv_bytes(rows)), periode="2019-q2", layanan="pkk", pengumpul="kelurahan")
    assert [one.label for one in app.get("download_button")] == ["Unduh 1 baris yang ditolak"]
    save(app)
    book = load_workbook(BytesIO(uploads.refused_workbook(stores.real(), 1)))
    sheet = book.worksheets[0]
    (cell,) = [cell for cell in sheet[2] if cell.value == "Lumayan"]
    cell.value = ASKED["b2"].label[2]
    out = BytesIO()
    book.save(out)
    choose(app, out.getvalue(), "ditolak.xlsx")
    shown = text(app)
    assert "perbaikan baris yang ditolak dari unggahan 1" in shown and "Kunci baris" not in shown
    assert not app.radio and not app.selectbox
    save(app)
    assert "1 ditolak (1 sudah diperbaiki)" in text(app)
    assert scoring.score(stores.real())[0].n_kuesioner == 20


def test_a_click_stores_only_what_the_button_said(visit: Callable[..., AppTest]) -> None:
    rows = [form([3] * 9, responden=f"uuid-0000-{n}") for n in range(20)]
    app = answer(choose(visit("unggah"), csv_bytes(rows)), pengumpul="kelurahan")
    assert find(app.button, "Simpan").label.startswith("Simpan 20 kuesioner")  # type: ignore[attr-defined]
    elsewhere = [row | {"biaya": 1} for row in rows[:15]]
    draft = prepare(stores.real(), read_file(csv_bytes(elsewhere), "lain.csv"), Options(pengumpul="kelurahan"))
    ingest(stores.real(), draft, pengunggah="Budi")
    save(app)
    assert "Data berubah sejak halaman ini ditampilkan" in text(app) and "15 baris berubah" in text(app)
    assert len(uploads.history(stores.real())) == 1, "nothing was stored"
    assert find(app.button, "Simpan").label.startswith("Simpan 5 kuesioner")  # type: ignore[attr-defined]
    save(app)
    assert "Unggahan 2 tersimpan." in text(app) and scoring.score(stores.real())[0].n_kuesioner == 20


def test_fixed_results_ask_for_a_reason_and_both_figures_are_shown(visit: Callable[..., AppTest]) -> None:
    save(answer(choose(visit("unggah"), keyed(20)), pengumpul="kelurahan"))
    app = visit("pengaturan")
    app.selectbox(key="penetapan_periode").set_value("2019-q2").run()
    app.button(key="penetapan_simpan_2019-q2").click().run()
    assert "Ketik nama Anda dahulu" in text(app)
    app.text_input(key="penetapan_oleh_2019-q2").set_value("Kabag")
    app.button(key="penetapan_simpan_2019-q2").click().run()
    assert "Hasil April–Juni 2019 ditetapkan." in text(app) and "ditetapkan oleh Kabag" in text(app)

    app = answer(choose(visit("unggah"), keyed(10, value=4), "dua.csv"), pengumpul="kelurahan")
    assert "Hasil April–Juni 2019 sudah ditetapkan" in text(app)
    save(app)
    assert "tulis alasannya" in text(app) and len(uploads.history(stores.real())) == 1
    find(app.text_input, "Alasan revisi").set_value("Sepuluh tertinggal")  # type: ignore[attr-defined]
    save(app)
    assert "Revisi sejak publikasi: Sepuluh tertinggal" in text(app)
    shown = text(visit("ringkasan"))
    assert "Angka ini direvisi sejak ditetapkan pada" in shown
    assert re.search(r"75,00 \(n 20\) → 83,33 ±\s\d+,\d\d \(n 30\)\. Alasan: Sepuluh tertinggal\.", shown)
    draft = prepare(stores.real(), read_file(csv_bytes([form([2] * 9)] * 12), "kota.csv"), Options(pengumpul="kota"))
    ingest(stores.real(), draft, pengunggah="Siti", revisi="Sampel menyusul")
    shown = text(visit("ringkasan"))
    assert "sampel kota, belum ada saat ditetapkan → 50,00" in shown and "(n 12)" in shown
    assert "Hasil yang ditetapkan waktu itu: kumpulan kelurahan, 75,00 (n 20)." in shown
