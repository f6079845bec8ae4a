"""The mapping of columns as its user meets it: an unknown form, the answers, what is refused, and being remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest

from skm_core import registry, uploads
from skm_core.intake.mapping import saved
from skm_ui import stores
from tests.build import csv_bytes, form
from tests.intake import files
from tests.mapping.forms import FORMS, HEADERS, SCALES, changed, odd_file, odd_mapping, table
from tests.pages.conftest import text

USE = "Pakai pemetaan ini"


def choose(app: AppTest, content: bytes, name: str = "rw.csv") -> AppTest:
    return app.get("file_uploader")[0].upload(name, content).run()


def one(elements: Any, label: str) -> Any:
    (found,) = (each for each in elements if label in each.label)
    return found


def meaning(app: AppTest, letter: str) -> Any:
    return next(each for each in app.selectbox if each.label == f"Arti kolom {letter}")


def answer(app: AppTest, label: str) -> Any:
    return one(app.get("button_group"), f"nilai “{label}”")


def decide(app: AppTest) -> AppTest:
    """Give every answer its worth that is not known by itself."""
    for key in ("prosedur", "waktu", "produk"):
        for value, label in enumerate(SCALES[key], 1):
            found = [each for each in app.get("button_group") if each.label.endswith(f"nilai “{label}”")]
            for each in found:
                each.set_value(str(value))
    return app.run()


def test_an_unknown_form_is_mapped_kept_and_read_by_itself_the_next_time(visit: Callable[..., AppTest]) -> None:
    forms = [*FORMS, (1, 1, 1, 1, 1, 1, 1, 1, 1), (4, 4, 4, 4, 4, 4, 4, 4, 4), (3, 3, 3, 3, 3, 3, 3, 3, 3)] * 2
    app = choose(visit("unggah"), odd_file(forms))
    shown = text(app)
    assert "Bentuk berkas ini belum dikenal" in shown
    assert "9 dari 9 pertanyaan punya kolom" in shown
    assert "Budi" not in shown and "Data pribadi, selalu dibuang" in shown
    assert not [each for each in app.selectbox if each.label == "Arti kolom B"], "a name cannot be given a meaning"
    assert one(app.button, USE).disabled
    assert "Tentukan dahulu: nilai 11 jawaban" in shown
    decide(app)
    assert not one(app.button, USE).disabled, text(app)
    one(app.text_input, "Simpan dengan nama").set_value("Formulir RW 2020")
    one(app.text_input, "Nama Anda").set_value("Siti")
    one(app.button, USE).click().run()
    assert "Dibaca dengan pemetaan Anda “Formulir RW 2020”" in text(app)
    assert uploads.history(stores.real()) == (), "nothing is stored before it is confirmed"
    assert list(saved.kept(stores.real())) == ["Formulir RW 2020"]

    app = choose(visit("unggah"), odd_file(list(reversed(forms))))
    shown = text(app)
    assert "Dibaca dengan pemetaan “Formulir RW 2020”, disimpan" in shown and "oleh Siti" in shown
    assert "Arti setiap kolom" in shown and "Nilai setiap jawaban" not in shown
    one(app.selectbox, "Periode").set_value("2019-q2")
    one(app.selectbox, "Layanan yang dinilai").set_value("posyandu")
    one(app.radio, "Siapa yang").set_value("kelurahan")
    app.run()
    one(app.text_input, "Nama Anda").set_value("Siti")
    one(app.button, "Simpan 14 kuesioner").click().run()
    (stored,) = uploads.history(stores.real())
    assert stored.n_diterima == 14
    rows = stores.real().fetch("SELECT b1, b2, b3, b4, b5, b6, b7, b8, b9 FROM kuesioner ORDER BY baris")[1]
    assert rows == list(reversed(forms))


def test_two_columns_on_one_question_are_said_and_block(visit: Callable[..., AppTest]) -> None:
    app = choose(visit("unggah"), odd_file())
    meaning(app, "G").set_value("b1").run()
    assert "sama-sama dijadikan Persyaratan. Sisakan satu" in text(app)
    assert text(app).count("dipakai dua kali") == 2
    assert one(app.button, USE).disabled
    meaning(app, "G").set_value("b3").run()
    assert "dipakai dua kali" not in text(app)


def test_a_recognised_file_can_be_read_otherwise(visit: Callable[..., AppTest]) -> None:
    app = choose(visit("unggah"), csv_bytes(form([1, 2, 3, 4, 1, 2, 3, 4, 1]) for _ in range(4)))
    assert "Nilai setiap jawaban" not in text(app)
    one(app.button, "Ubah arti kolom").click().run()
    assert not one(app.button, USE).disabled
    meaning(app, "D").set_value("b2").run()
    meaning(app, "E").set_value("b1").run()
    one(app.button, USE).click().run()
    assert "Dibaca dengan pemetaan Anda, yang tidak disimpan dengan nama" in text(app)
    assert not saved.kept(stores.real())
    one(app.radio, "Siapa yang").set_value("kota").run()
    one(app.text_input, "Nama Anda").set_value("Siti")
    one(app.button, "Simpan 4 kuesioner").click().run()
    assert set(stores.real().fetch("SELECT b1, b2, b3 FROM kuesioner")[1]) == {(2, 1, 3)}


def test_the_screen_can_be_left_without_a_change(visit: Callable[..., AppTest]) -> None:
    app = choose(visit("unggah"), csv_bytes(form([3] * 9) for _ in range(4)))
    one(app.button, "Ubah arti kolom").click().run()
    one(app.button, "Batal").click().run()
    assert "Nilai setiap jawaban" not in text(app) and "Dibaca dengan pemetaan" not in text(app)


def test_five_points_are_refused_on_the_screen(visit: Callable[..., AppTest]) -> None:
    words = ["jelek banget", "jelek", "lumayan", "bagus", "bagus banget"]
    rows: list[list[object]] = [["Kelurahannya", *HEADERS.values()], *(["Kapuk", *[word] * 9] for word in words * 4)]
    app = choose(visit("unggah"), table(rows))
    for value, label in zip(("1", "2", "3", "3", "4"), words, strict=True):
        for each in app.get("button_group"):
            if each.label.endswith(f"nilai “{label}”"):
                each.set_value(value)
    app.run()
    assert "memuat 5 jawaban yang berbeda" in text(app)
    assert one(app.button, USE).disabled


def test_a_reversed_scale_must_be_confirmed(visit: Callable[..., AppTest]) -> None:
    app = choose(visit("unggah"), csv_bytes(form([value] * 9) for value in (1, 2, 3, 4)))
    one(app.button, "Ubah arti kolom").click().run()
    for value in (1, 2, 3, 4):
        answer(app, str(value)).set_value(str(5 - value))
    app.run()
    assert len(app.checkbox) == 9 and "tampak terbalik" in app.checkbox[0].label
    assert one(app.button, USE).disabled
    for each in app.checkbox:
        each.check()
    app.run()
    assert not one(app.button, USE).disabled


def test_kept_mappings_in_pengaturan(visit: Callable[..., AppTest]) -> None:
    app = visit("pengaturan")
    assert "Belum ada pemetaan" in text(app)
    store = stores.real()
    saved.keep(store, odd_mapping("Formulir RW"), oleh="Siti")
    saved.keep(store, changed(odd_mapping("Formulir PKK"), "Usul", judul="Pesan"), oleh="Ani")
    app = visit("pengaturan")
    assert "Formulir RW" in text(app) and "Siti, " in text(app) and "agak susah = 2" in text(app)
    one([each for each in app.text_input if each.label == "Nama" and each.value == "Formulir PKK"], "Nama").set_value(
        "PKK"
    )
    one(app.button, "Ganti nama").click().run()
    assert "Pemetaan kini bernama PKK" in text(app) and list(saved.kept(store)) == ["Formulir RW", "PKK"]
    one(app.button, "Hapus pemetaan ini").click().run()
    assert list(saved.kept(store)) == ["PKK"]
    one(app.get("file_uploader"), "JSON").upload("p.json", odd_mapping("Dari berkas").as_json().encode())
    one([each for each in app.text_input if each.key == "pemetaan_oleh"], "Nama Anda").set_value("Ani")
    one(app.button, "Simpan pemetaan").click().run()
    assert list(saved.kept(store)) == ["Dari berkas", "PKK"]
    one(app.get("file_uploader"), "JSON").upload("p.json", b"{}")
    one(app.button, "Simpan pemetaan").click().run()
    assert "bukan pemetaan" in text(app)


def test_a_form_about_several_services_is_mapped_for_one_only_after_a_tick(visit: Callable[..., AppTest]) -> None:
    names = ("Posyandu", "PKK", "RPTRA")
    rows: list[list[object]] = [["Kelurahan", *(f"{name} - {HEADERS[key]}" for name in names for key in SCALES)]]
    for answers in FORMS[:2]:
        rows.append(["Kapuk", *[SCALES[key][int(n or 0) - 1] for key, n in zip(SCALES, answers, strict=True)] * 3])
    app = choose(visit("unggah"), table(rows))
    shown = text(app)
    assert "Berkas ini memuat pertanyaan tentang 3 layanan; pemetaan ini hanya membaca" in shown
    assert shown.index("3 layanan") < shown.index("pertanyaan punya kolom"), "at the top"
    decide(app)
    assert one(app.button, USE).disabled
    one(app.checkbox, "Tetap pakai?").check().run()
    assert not one(app.button, USE).disabled, text(app)


def test_a_column_that_looks_like_kelurahan_is_told_beside_the_question(visit: Callable[..., AppTest]) -> None:
    rows: list[list[object]] = [["Cap waktu", *files.RULE, "Kelurahan tempat tinggal"]]
    rows += [["24/04/2019 9.15.00", *[3] * 9, place] for place in ("Kapuk", "Duri Kosambi", "Kapuk")]
    app = choose(visit("unggah"), table(rows), "google.csv")
    shown = text(app)
    assert "Kolom K (Kelurahan tempat tinggal) tampak berisi kelurahan" in shown
    assert "pola sampel kota" not in shown and "Petunjuk dari isinya" not in shown


def test_dates_of_another_periode_stand_before_refused_rows(visit: Callable[..., AppTest]) -> None:
    rows: list[list[object]] = [["Cap waktu", "Kelurahan", *files.RULE]]
    rows += [["14/03/2019 9.15.00", "Kapuk", *[3] * 9]] * 3 + [["24/04/2019 9.15.00", "Kapuk", 7, *[3] * 8]]
    app = choose(visit("unggah"), table(rows), "google.csv")
    one(app.selectbox, "Periode").set_value("2019-q2")
    one(app.selectbox, "Layanan yang dinilai").set_value("posyandu")
    shown = text(app.run())
    order = [shown.index(part) for part in ("Periksa ini dahulu", "3 dari 3 kuesioner", "Baris yang ditolak")]
    assert order == sorted(order)
    (march,) = (each.nama for each in registry.periode(stores.real()).values() if each.kode == "2019-maret")
    assert f"Tanggalnya jatuh dalam periode {march}; pilih periode itu" in shown
