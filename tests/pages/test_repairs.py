"""Unggah: misspelt cells put right on the screen, copies left out, the periode of the file proposed, titles told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
from streamlit.testing.v1 import AppTest

from skm_core import registry, uploads
from skm_ui import stores
from tests import build
from tests.build import csv_bytes
from tests.intake import test_when
from tests.pages.conftest import text
from tests.pages.test_staff import ASKED, answer, choose, find, labelled, save

Visit = Callable[[str], AppTest]


def misspelt() -> bytes:
    rows: list[dict[str, Any]] = [{**row, "Usia": 20 + number} for number, row in enumerate(labelled(20))]
    for number in (3, 4, 9):
        rows[number]["Kelurahan"] = "Kebon Jerok"
    rows[5]["Kelurahan"] = "Kampung *Anu*"
    for item in (ASKED["b1"], ASKED["b5"]):  # the same labels in two questions
        rows[6][f"{item.urutan}. {item.teks}"] = "Sesuaai"
    return csv_bytes([*rows, rows[0], rows[0]])


def ready(visit: Visit, content: bytes) -> AppTest:
    return answer(choose(visit("unggah"), content), periode="2019-q2", layanan="pkk", pengumpul="kelurahan")


def counted(app: AppTest) -> dict[str, int]:
    return {name: int(n) for n, name in re.findall(r"<b>(\d+)</b><span>([^<]+)<", text(app))}


def test_a_tick_reads_every_row_anew_and_history_says_so(visit: Visit) -> None:
    app = ready(visit, misspelt())
    assert counted(app)["Ditolak"] == 5 and "<b>3 baris</b>, mis. baris 5, kolom C" in text(app)
    place = find(app.checkbox, "Kebon Jerok")
    assert place.label == r"Anggap “Kebon Jerok” = **Kebon Jeruk** (3 baris, mis. baris 5)"  # type: ignore[attr-defined]
    assert place.value is False  # type: ignore[attr-defined]
    place.check().run()  # type: ignore[attr-defined]
    assert counted(app)["Ditolak"] == 2 and counted(app)["Diterima"] == 20
    assert find(app.checkbox, "Kebon Jerok").value is True, "the tick stays to be taken back"  # type: ignore[attr-defined]
    assert uploads.history(stores.real()) == ()
    find(app.checkbox, "Kebon Jerok").uncheck().run()  # type: ignore[attr-defined]
    assert counted(app)["Ditolak"] == 5
    find(app.checkbox, "Kebon Jerok").check().run()  # type: ignore[attr-defined]

    answers = find(app.checkbox, "Sesuaai")
    assert answers.label.endswith("(2 jawaban, mis. baris 8)"), "one tick for the questions that share the label"  # type: ignore[attr-defined]
    answers.check().run()  # type: ignore[attr-defined]
    assert counted(app)["Ditolak"] == 1
    save(app)
    (record,) = uploads.history(stores.real())
    assert (record.n_diterima, record.n_ditolak, len(record.catatan)) == (21, 1, 2)
    assert "2 keputusan pengunggah tentang isi berkas" in text(app)
    assert '"Sesuaai" dibaca sebagai Sesuai atas pilihan pengunggah (2 sel, pertama baris 8).' in text(app)


def test_what_is_near_to_nothing_can_be_chosen_by_hand(visit: Visit) -> None:
    app = ready(visit, misspelt())
    box = find(app.selectbox, "Kampung")
    assert box.label == r"“Kampung \*Anu\*” (baris 7)" and len(box.options) == 56  # type: ignore[attr-defined]
    box.set_value("Tomang").run()  # type: ignore[attr-defined]
    assert counted(app)["Ditolak"] == 4
    find(app.selectbox, "Kampung").set_value(None).run()  # type: ignore[attr-defined]
    assert counted(app)["Ditolak"] == 5


def test_copies_are_left_out_on_a_tick_only(visit: Visit) -> None:
    app = ready(visit, misspelt())
    assert counted(app)["Diterima"] == 17
    tick = find(app.checkbox, "Lewati 2 baris yang isinya sama persis")
    assert tick.value is False  # type: ignore[attr-defined]
    tick.check().run()  # type: ignore[attr-defined]
    assert counted(app)["Diterima"] == 15
    save(app)
    (record,) = uploads.history(stores.real())
    assert record.n_diterima == 15 and "2 baris yang sama persis" in record.catatan[0]
    assert record.catatan[0] in text(app), "one decision stands in the open"


def test_a_file_of_which_every_row_is_refused_is_put_right_too(visit: Visit) -> None:
    app = ready(visit, csv_bytes({**row, "Kelurahan": "Kebon Jerok"} for row in labelled(12)))
    assert not [one for one in app.button if one.label.startswith("Simpan")]
    assert "Kebon Jerok" in text(app), "the findings say why"
    find(app.checkbox, "Kebon Jerok").check().run()  # type: ignore[attr-defined]
    save(app)
    assert uploads.history(stores.real())[0].n_diterima == 12


def test_what_was_ticked_stands_when_somebody_else_stores_meanwhile(visit: Visit) -> None:
    app = ready(visit, misspelt())
    find(app.checkbox, "Kebon Jerok").check().run()  # type: ignore[attr-defined]
    build.ingest(stores.real(), [build.form([2] * 9, layanan="pkk") for _ in range(12)], name="lain.csv")
    save(app)
    assert "Data berubah sejak halaman ini ditampilkan" in text(app)
    assert counted(app)["Ditolak"] == 2 and find(app.checkbox, "Kebon Jerok").value is True  # type: ignore[attr-defined]
    save(app)
    (record, _) = uploads.history(stores.real())
    assert record.n_diterima == 20 and '"Kebon Jerok" dibaca sebagai Kebon Jeruk' in record.catatan[0]


def test_all_that_is_near_at_once(visit: Visit) -> None:
    rows = labelled(12)
    for number, name in enumerate(("Kapukk", "Kebon Jerok", "Kamall", "Tomangg")):
        rows[number]["Kelurahan"] = name
    app = ready(visit, csv_bytes(rows))
    find(app.button, "Centang semua 4").click().run()  # type: ignore[attr-defined]
    assert counted(app)["Ditolak"] == 0
    assert [one.value for one in app.checkbox if one.label.startswith("Anggap")] == [True] * 4


def test_another_periode_is_filled_from_the_dates_of_the_file(visit: Visit) -> None:
    days = [f"{1 + number % 28:02d}/05/2026 09.{number:02d}.00" for number in range(28)]
    app = choose(visit("unggah"), test_when.dated(["02/04/2026 8.00.00", "28/06/2026 8.00.00", *days]))
    assert "Tanggal pada berkas: 2 April – 28 Juni 2026." in text(app)
    answer(app, periode="+")
    assert (app.text_input[0].value, app.text_input[1].value) == ("2026-q2", "Triwulan II 2026")
    assert [one.value.isoformat() for one in app.date_input] == ["2026-04-01", "2026-06-30"]
    find(app.button, "Buat periode").click().run()  # type: ignore[attr-defined]
    assert registry.periode(stores.real())["2026-q2"].nama == "Triwulan II 2026"
    assert "dalam periode Triwulan II 2026." in text(app)


def test_titles_are_told_before_the_preview(visit: Visit) -> None:
    titles = ("UNIT PELAYANAN : KELURAHAN KAPUK", "JENIS LAYANAN : POSYANDU", "PERIODE : APRIL S.D. JUNI 2019")
    app = choose(visit("unggah"), test_when.book(*titles), "olah.xlsx")
    before, _, after = text(app).partition("3 · Pratinjau")
    assert "<dt>Dari judul</dt>" in before and "Dari judul" not in after
    assert 'Periode April–Juni 2019 diambil dari judul di atas tabel (baris 3): "PERIODE : APRIL' in before
    many = choose(visit("unggah"), test_when.book(*titles, sheets=("Satu", "Dua", "Tiga")), "olah.xlsx")
    assert 'Lembar "Dua": periode April–Juni 2019 diambil' in text(many)
    assert text(many).count("2 lembar lain berjudul sama.") == 3


def test_the_row_around_shows_the_cell_at_fault(visit: Visit) -> None:
    rows = labelled(12)
    last = [f"{item.urutan}. {item.teks}" for item in ASKED.values()][-1]
    long = next(header for header in rows[0] if len(header) > 80)
    rows[2][last], rows[3][long], rows[4]["Kelurahan"] = "Xyz", "Qwe", ""
    app = ready(visit, csv_bytes(rows))
    faults = re.findall(r"<span class=fault><i>[^<]*</i>([^<]*)</span>", text(app))
    assert sorted(faults) == ["(kosong)", "Qwe", "Xyz"]


def test_a_word_for_a_column_that_now_means_something_else_is_forgotten(visit: Visit) -> None:
    rows: list[dict[str, Any]] = labelled(12)
    asked = {kolom: f"{item.urutan}. {item.teks}" for kolom, item in ASKED.items()}
    rows[2][asked["b1"]], rows[3]["Kelurahan"] = "Sesuaai", "Kebon Jerok"
    app = ready(visit, csv_bytes(rows))
    find(app.checkbox, "Sesuaai").check().run()  # type: ignore[attr-defined]
    find(app.checkbox, "Kebon Jerok").check().run()  # type: ignore[attr-defined]
    assert counted(app)["Ditolak"] == 0
    find(app.button, "Ubah arti kolom").click().run()  # type: ignore[attr-defined]
    letter = {header: "ABCDEFGHIJKLMN"[index] for index, header in enumerate(rows[0])}
    find(app.selectbox, f"Arti kolom {letter[asked['b1']]}").set_value("b5").run()  # type: ignore[attr-defined]
    find(app.selectbox, f"Arti kolom {letter[asked['b5']]}").set_value("b1").run()  # type: ignore[attr-defined]
    (worth,) = (one for one in app.get("button_group") if one.label.endswith("nilai “Sesuaai”"))
    worth.set_value("2").run()
    find(app.button, "Pakai pemetaan ini").click().run()  # type: ignore[attr-defined]
    assert find(app.checkbox, "Kebon Jerok").value is True, "its column is the same"  # type: ignore[attr-defined]
    assert not [one for one in app.checkbox if "Sesuaai" in one.label] and counted(app)["Ditolak"] == 0
    save(app)
    store = stores.real()
    ((kept,),) = store.fetch("SELECT pilihan FROM unggahan")[1]
    assert [one["nilai"] for one in json.loads(kept)["anggap"]] == ["Kebon Jerok"], "no word for a column left behind"
    assert store.fetch("SELECT b1, b5 FROM kuesioner WHERE baris = 4")[1] == [(3, 2)]


def test_a_word_of_the_first_file_stands_ticked_for_its_mended_rows_and_can_be_taken_back(visit: Visit) -> None:
    rows: list[dict[str, Any]] = labelled(12)
    rows[3]["Kelurahan"] = "Kebon Jerok"
    asked = next(header for header in rows[0] if header.startswith("1. "))
    rows[3][asked] = "Entah"
    app = ready(visit, csv_bytes(rows))
    find(app.checkbox, "Kebon Jerok").check().run()  # type: ignore[attr-defined]
    save(app)
    book = openpyxl.load_workbook(BytesIO(uploads.refused_workbook(stores.real(), 1)))
    for cell in (cell for row in book.active.iter_rows() for cell in row if cell.value == "Entah"):
        cell.value = "Sesuai"
    out = BytesIO()
    book.save(out)
    app = choose(visit("unggah"), out.getvalue(), "perbaikan.xlsx")
    tick = find(app.checkbox, "Kebon Jerok")
    assert tick.value is True and counted(app)["Diterima"] == 1  # type: ignore[attr-defined]
    tick.uncheck().run()  # type: ignore[attr-defined]
    assert not [one for one in app.button if one.label.startswith("Simpan")], "the row is refused again"
    find(app.checkbox, "Kebon Jerok").check().run()  # type: ignore[attr-defined]
    save(app)
    assert stores.real().fetch("SELECT count(*) FROM kuesioner_aktif")[1] == [(12,)]


def test_signature_and_titles_that_disagree_are_told_in_step_two(visit: Visit) -> None:
    under = "Mengetahui,\r\nLurah Kapuk\r\nNIP. 197001011990031001\r\n"
    data = csv_bytes(labelled(12)) + under.encode()
    app = ready(visit, data)
    before, _, after = text(app).partition("3 · Pratinjau")
    assert "<dt>Di bawah tabel</dt>" in before and "Baris 14 sampai 16 di bawah jawaban" in before
    assert "di bawah jawaban" not in after and (counted(app)["Diterima"], counted(app)["Ditolak"]) == (12, 0)
    titles = ("TRIWULAN I 2019", "PERIODE : TRIWULAN II 2019")
    app = choose(visit("unggah"), test_when.book(*titles), "dua.xlsx")
    assert "<dt>Judul berbeda</dt>" in text(app) and "Pilih sendiri yang dimaksud." in text(app)
    assert [one.label for one in app.selectbox] == ["Periode", "Layanan yang dinilai", "Kelurahan"]


def test_the_preview_speaks_the_words_of_the_file(visit: Visit) -> None:
    """A "Sangat puas" is not shown as "Gratis": the number is the same, the words are those somebody gave."""
    rows: list[dict[str, Any]] = labelled(12)
    scale = ("Sangat tidak puas", "Tidak puas", "puas ", "SANGAT PUAS")
    for number, row in enumerate(rows):
        for item in ASKED.values():
            row[f"{item.urutan}. {item.teks}"] = scale[number % 4]
    shown = text(ready(visit, csv_bytes(rows)))
    assert "<td>1 Sangat tidak puas</td>" in shown and "<td>4 SANGAT PUAS</td>" in shown
    assert "Gratis</td>" not in shown and "Mudah</td>" not in shown
