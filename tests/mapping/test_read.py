"""Files read by a mapping: what is stored, what is refused, what a mapping can never do."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from skm_core.intake import Draft, Options, ingest, prepare, read_file
from skm_core.intake.mapping.place import asks_who
from skm_core.intake.mapping.value import Kolom, Pemetaan
from skm_core.intake.misspelt import Anggapan
from skm_core.intake.refused import of_draft, workbook
from skm_core.store import Store
from tests.mapping.forms import COLUMN, FORMS, HEADERS, SCALES, changed, odd_file, odd_mapping, table, worth

WHERE: Mapping[str, Any] = {"periode": "2019-q2", "layanan": "posyandu", "pengumpul": "kelurahan"}


def read(store: Store, data: bytes, mapping: Pemetaan | None, **options: Any) -> Draft:
    return prepare(store, read_file(data, "rw.csv"), Options(**{**WHERE, **options}, pemetaan=mapping))


def said(draft: Draft) -> str:
    return " | ".join(finding.pesan for finding in draft.temuan)


def stored(store: Store, draft: Draft) -> list[tuple[Any, ...]]:
    assert not draft.refused, said(draft)
    ingest(store, draft, pengunggah="uji")
    return store.fetch(f"SELECT {', '.join(COLUMN.values())} FROM kuesioner ORDER BY baris")[1]


def column(words: str, cells: list[object], mapping: tuple[tuple[str, str], ...]) -> tuple[bytes, Pemetaan]:
    """A file whose first question has these answers, all others 3."""
    rows: list[list[object]] = [["Kelurahan", words, *(f"T{n}" for n in range(2, 10))]]
    rows += [["Kapuk", cell, *([3] * 8)] for cell in cells]
    columns = (Kolom("Kelurahan", "kelurahan"), Kolom(words, "b1", jawaban=mapping))
    return table(rows), Pemetaan("skm9", columns + tuple(Kolom(f"T{n}", f"b{n}") for n in range(2, 10)))


@pytest.mark.parametrize("above", [0, 3])
def test_an_unknown_form_is_refused_without_and_read_with_its_mapping(store: Store, above: int) -> None:
    data = odd_file(above=above)
    assert read(store, data, None).refused
    draft = read(store, data, odd_mapping())
    assert draft.preview(1)[0]["tanggal"] == date(2019, 5, 2)
    assert stored(store, draft) == FORMS


@pytest.mark.parametrize("target", ["pribadi", "diabaikan"])
def test_names_never_reach_the_archive(store: Store, tmp_path: Path, target: str) -> None:
    draft = read(store, odd_file(), changed(odd_mapping(), "Nama warga", target=target))
    assert draft.columns[1].target == "pribadi"
    ingest(store, draft, pengunggah="uji", archive_dir=tmp_path)
    kept = pq.read_table(next(tmp_path.glob("*.parquet"))).to_pydict()
    assert kept["k2"] == [None] * len(kept["k2"])
    assert kept["k3"][1] == "Kapuk"


def test_a_column_marked_as_personal_is_not_kept_either(store: Store, tmp_path: Path) -> None:
    data, mapping = column("Syarat", [3, 4], ())
    data = data.replace(b"Kelurahan,", b"Kelurahan,Panggilan,", 1).replace(b"Kapuk,", b"Kapuk,Mak Ijah,")
    mapping = Pemetaan("skm9", (*mapping.kolom, Kolom("Panggilan", "pribadi")))
    ingest(store, read(store, data, mapping), pengunggah="uji", archive_dir=tmp_path)
    kept = pq.read_table(next(tmp_path.glob("*.parquet"))).to_pydict()
    assert kept["k2"] == [None, None, None]
    assert kept["k1"][1:] == ["Kapuk", "Kapuk"]


@pytest.mark.parametrize("target", ["b1", "saran", "responden", "layanan"])
def test_a_name_can_be_mapped_to_nothing(store: Store, target: str) -> None:
    draft = read(store, odd_file(), changed(odd_mapping(), "Nama warga", target=target))
    assert draft.refused
    assert 'Kolom B ("Nama warga") berisi data pribadi' in said(draft)


@pytest.mark.parametrize(
    ("header", "who"),
    [("Nama", True), ("Nama warga", True), ("Nama ibu kader", True), ("No. HP", True), ("NIK", True),
     ("Alamat rumah", True), ("Nama warga wilayah RW 3", True),
     ("Nama posyandu", False), ("Nama kelurahan", False), ("Nama layanan", False), ("Ongkosnya", False),
     ("Tempat, tanggal lahir", True)],
)  # fmt: skip
def test_which_headers_ask_for_a_person(header: str, who: bool) -> None:
    assert asks_who(header) is who


def test_a_mapping_that_contradicts_itself(store: Store) -> None:
    twice = read(store, odd_file(), changed(odd_mapping(), "Lama nunggu", target="b1"))
    assert twice.refused
    assert 'Kolom E ("Syarat-syaratnya gimana?") dan Kolom G ("Lama nunggu") sama-sama dijadikan Persyaratan' in said(
        twice
    )
    rounds = changed(changed(odd_mapping(), "Usul", target="periode"), "Diisi", target="periode")
    assert "sama-sama dijadikan periode" in said(read(store, odd_file(), rounds))
    assert "butir b12, yang tidak ada" in said(
        read(store, odd_file(), changed(odd_mapping(), "Ongkosnya", target="b12"))
    )
    none = Pemetaan("skm9", (Kolom("Kelurahannya", "kelurahan"),))
    assert "Belum ada satu kolom pun" in said(read(store, odd_file(), none))
    assert 'Kuesioner "lain" tidak dikenal' in said(read(store, odd_file(), Pemetaan("lain", odd_mapping().kolom)))


def test_a_mapping_of_another_file_names_the_columns_it_misses(store: Store) -> None:
    draft = read(store, odd_file().replace(b"Ongkosnya", b"Biayanya"), odd_mapping("Formulir RW"))
    assert draft.refused
    assert 'Pemetaan "Formulir RW" tidak cocok dengan berkas ini' in said(draft)
    assert 'kolom "Ongkosnya"' in said(draft)


def test_a_missing_question_is_said_and_left_out(store: Store) -> None:
    draft = read(store, odd_file(), changed(odd_mapping(), "Ongkosnya", target="diabaikan"))
    assert not draft.refused
    assert "tidak mempunyai kolom untuk biaya" in said(draft)


def test_blank_refuse_and_numbers_that_run_the_other_way(store: Store) -> None:
    turned = (("1", "4"), ("2", "3"), ("3", "2"), ("4", "1"), ("9", "kosong"), ("xx", "tolak"))
    data, mapping = column("Syarat", ["1", "2.0", 3, "4", 9, "XX"], turned)
    draft = read(store, data, mapping)
    assert (draft.n_diterima, draft.n_ditolak) == (5, 1)
    assert 'Baris 7, kolom B: jawaban "XX" menurut pemetaan menolak barisnya' in said(draft)
    assert [row[0] for row in stored(store, draft)] == [4, 3, 2, 1, None]


def test_an_answer_that_is_new_is_read_only_where_the_standard_agrees(store: Store) -> None:
    agrees = (("sesuai", "3"), ("sangat sesuai", "4"))
    data, mapping = column("Syarat", ["Sesuai", "Kurang sesuai", "entah"], agrees)
    draft = read(store, data, mapping)
    assert (draft.n_diterima, draft.n_ditolak) == (2, 1)
    assert 'jawaban "entah" tidak dikenal' in said(draft)
    differs = (("sesuai", "2"), ("sangat sesuai", "1"))
    data, mapping = column("Syarat", ["Sesuai", "Kurang sesuai", "Sangat sesuai", "2"], differs)
    draft = read(store, data, mapping)
    assert (draft.n_diterima, draft.n_ditolak) == (2, 2), "no worth is guessed for a scale that differs"


@pytest.mark.parametrize(
    ("cells", "mapped"),
    [
        (["Sangat tidak puas", "Tidak puas", "Netral", "Puas", "Sangat puas"], ["1", "2", "2", "3", "4"]),
        (["1", "2", "3", "4", "5"], ["1", "2", "3", "4", "4"]),
        (["jelek banget", "jelek", "lumayan", "bagus", "bagus banget"], ["1", "2", "3", "3", "4"]),
        (["Puas", "Netral", "Tidak puas", "Sangat puas"], ["3", "2", "1", "4"]),
        (
            ["Puas", "Cukup puas", "Tidak puas", "Sangat puas", "Kurang puas", "Agak puas"],
            ["3", "2", "1", "4", "2", "3"],
        ),
    ],
)
def test_longer_scales_are_never_squeezed(store: Store, cells: list[object], mapped: list[str]) -> None:
    pairs = tuple((str(cell).lower(), value) for cell, value in zip(cells, mapped, strict=True))
    data, mapping = column("Syarat", cells * 4, pairs)
    draft = read(store, data, mapping)
    assert draft.refused, said(draft)
    assert "tidak dapat diubah menjadi empat tanpa mengarang" in said(draft)


def test_a_four_point_scale_that_shares_words_with_a_longer_one(store: Store) -> None:
    words = ["Kurang baik", "Cukup", "Baik", "Sangat baik"]
    data, mapping = column("Syarat", [*words * 5], worth(words))
    assert [row[0] for row in stored(store, read(store, data, mapping))] == [1, 2, 3, 4] * 5


def test_two_spellings_of_one_answer_are_no_fifth_one(store: Store) -> None:
    data, mapping = column(
        "Syarat", ["bagus", "baguss", "jelek", "lumayan", "top"],
        (("bagus", "3"), ("baguss", "3"), ("jelek", "1"), ("lumayan", "2"), ("top", "4")),
    )  # fmt: skip
    assert not read(store, data, mapping).refused


def test_dates_are_read_in_the_order_decided(store: Store) -> None:
    for order, day in (("hari", date(2019, 5, 2)), ("bulan", date(2019, 2, 5))):
        draft = read(store, odd_file(), changed(odd_mapping(), "Diisi", urutan=order))
        assert draft.preview(1)[0]["tanggal"] == day
        assert "TANGGAL_DUA_ARTI" not in draft.jumlah_temuan
    asked = read(store, odd_file(), changed(odd_mapping(), "Diisi", urutan=None))
    assert asked.jumlah_temuan["TANGGAL_DUA_ARTI"] == 1
    wrong = read(
        store, odd_file().replace(b"02/05/2019", b"28/05/2019"), changed(odd_mapping(), "Diisi", urutan="bulan")
    )
    assert wrong.jumlah_temuan["TANGGAL_TIDAK_DIKENAL"] == 1, "a date that is none in that order is not turned round"


def test_a_column_against_all_others_is_pointed_out(store: Store) -> None:
    forms = [[value] * 9 for value in (1, 2, 3, 4) for _ in range(10)]
    straight = read(store, odd_file(forms), odd_mapping())
    assert "ARAH_BERLAWANAN" not in straight.jumlah_temuan
    turned = changed(odd_mapping(), "Lama nunggu", jawaban=worth(tuple(reversed(SCALES["waktu"]))))
    draft = read(store, odd_file(forms), turned)
    assert draft.jumlah_temuan["ARAH_BERLAWANAN"] == 1
    assert "Kolom G: yang memberi nilai tinggi" in said(draft) and "korelasi -1,00" in said(draft)


def test_every_sheet_with_these_headers_is_read_the_others_are_named(store: Store) -> None:
    book = openpyxl.Workbook()
    lines = [
        line.split(",")
        for line in odd_file([(1, 2, 3, 4, 1, 2, 3, 4, 1)]).decode().replace('"Ya, sekali"', "Ya").splitlines()
    ]
    for name in ("RW 1", "RW 2"):
        sheet = book.create_sheet(name)
        for line in lines if name == "RW 1" else [list(reversed(line)) for line in lines]:
            sheet.append(line)
    book["Sheet"].append(["catatan", "lain"])
    out = io.BytesIO()
    book.save(out)
    draft = prepare(store, read_file(out.getvalue(), "rw.xlsx"), Options(**WHERE, pemetaan=odd_mapping()))
    assert draft.n_diterima == 2, said(draft)
    assert 'Lembar "Sheet" tidak dibaca' in said(draft)
    assert stored(store, draft) == [(1, 2, 3, 4, 1, 2, 3, 4, 1)] * 2


def several(*services: str) -> bytes:
    """A form that asks the same nine questions about each of these services side by side."""
    rows: list[list[object]] = [["Kelurahan", *(f"{name} - {HEADERS[key]}" for name in services for key in SCALES)]]
    for answers in FORMS:
        told = [None if value is None else SCALES[key][value - 1] for key, value in zip(SCALES, answers, strict=True)]
        rows.append(["Kapuk", *told * len(services)])
    return table(rows)


def about(service: str) -> Pemetaan:
    columns = (Kolom(f"{service} - {HEADERS[key]}", COLUMN[key], jawaban=worth(SCALES[key])) for key in SCALES)
    return Pemetaan("skm9", (Kolom("Kelurahan", "kelurahan"), *columns))


def test_a_mapping_of_one_service_says_which_others_it_leaves_and_knows_its_own(store: Store) -> None:
    draft = read(store, several("Posyandu", "PKK", "RPTRA"), about("PKK"), layanan=None)
    (left,) = (one.pesan for one in draft.temuan if one.kode == "LAYANAN_TIDAK_DIBACA")
    assert left.startswith("Berkas ini memuat pertanyaan tentang 3 layanan; pemetaan ini hanya membaca")
    names = dict(store.fetch("SELECT layanan_kode, layanan_nama FROM layanan")[1])
    assert f"2 yang lain tidak dibaca: {names['posyandu']} dan {names['rptra']}." in left
    assert set(draft.counts["layanan"]) == {"pkk"} and "layanan" not in draft.pertanyaan, "taken from the headings"


def test_one_service_in_the_headings_leaves_nothing_out(store: Store) -> None:
    draft = read(store, several("PKK"), about("PKK"), layanan=None)
    assert "LAYANAN_TIDAK_DIBACA" not in draft.jumlah_temuan and set(draft.counts["layanan"]) == {"pkk"}


def test_a_misspelt_answer_is_offered_the_words_of_the_mapping(store: Store) -> None:
    data = odd_file().replace(b",Gampang,", b",Gampangg,")
    options = Options(periode="2019-q2", layanan="pkk", pengumpul="kota", pemetaan=odd_mapping())
    draft = prepare(store, read_file(data, "a.csv"), options)
    (one,) = draft.salah_tulis
    assert (one.nilai, one.n, one.mungkin) == ("Gampangg", 2, "Gampang")
    assert one.pilihan == SCALES["prosedur"]
    assert "Pilihannya: Susah, Agak susah, Gampang, Gampang sekali." in draft.temuan[0].pesan
    word = (Anggapan(one.kolom, one.nilai, one.mungkin),)
    mended = prepare(store, read_file(data, "a.csv"), replace(options, anggap=word))
    right = prepare(store, read_file(odd_file(), "a.csv"), options)
    assert mended.preview() == right.preview() and mended.n_ditolak == 0


def test_refused_rows_of_a_mapped_file_come_back_mended(store: Store) -> None:
    data = odd_file().replace(b",Gampang,", b",Gampangg,")
    options = Options(periode="2019-q2", layanan="pkk", pengumpul="kota", pemetaan=odd_mapping())
    draft = prepare(store, read_file(data, "a.csv"), options)
    book = openpyxl.load_workbook(io.BytesIO(workbook(of_draft(draft))))
    ingest(store, draft, pengunggah="Siti")
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            cell.value = "Gampang" if cell.value == "Gampangg" else cell.value
    mended = io.BytesIO()
    book.save(mended)
    again = prepare(store, read_file(mended.getvalue(), "b.xlsx"), Options())
    assert (again.n_diterima, again.n_ditolak) == (2, 0), "read by the mapping of the first file"
    ingest(store, again, pengunggah="Siti")
    assert store.fetch("SELECT count(*) FROM kuesioner")[1] == [(4,)]
