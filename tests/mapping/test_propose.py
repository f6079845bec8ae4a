"""What is proposed for a file nobody has seen: columns by header and by content, answers by the standard labels."""

from __future__ import annotations

import random

import pytest

from skm_core.intake import Options, prepare, read_file
from skm_core.intake.mapping.complete import answers_of, date_choice, header_row, understood
from skm_core.intake.mapping.propose import MUNGKIN, TIDAK_TAHU, YAKIN, Usulan, propose
from skm_core.intake.mapping.scale import problems
from skm_core.intake.mapping.value import Kolom, Pemetaan
from skm_core.intake.raw import Sheet
from skm_core.intake.scratch import work
from skm_core.intake.vocabulary import vocabulary
from skm_core.store import Store
from tests.intake import files
from tests.mapping.forms import COLUMN, HEADERS, SCALES, changed, odd_file, odd_mapping, table, worth


def proposal(store: Store, data: bytes, name: str = "uji.csv") -> tuple[Sheet, Usulan]:
    raw = read_file(data, name)
    words = vocabulary(store)
    known = prepare(store, raw, Options()).columns
    sheet = raw.lembar[0]
    return sheet, propose(work(raw.connection), sheet, header_row(sheet, words), words, known=known)


def targets(found: Usulan) -> dict[str, tuple[str, str]]:
    return {one.judul: (one.target, one.keyakinan) for one in found.kolom}


def test_everyday_words_and_answers_find_every_question(store: Store) -> None:
    forms = [tuple(random.Random(n).choices((1, 2, 3, 4), k=9)) for n in range(60)]
    _, found = proposal(store, odd_file(forms))
    proposed = targets(found)
    assert {key: proposed[HEADERS[key]][0] for key in SCALES} == COLUMN
    assert all(proposed[header][1] in (YAKIN, MUNGKIN) for header in HEADERS.values())
    assert proposed["Nama warga"] == ("pribadi", YAKIN)
    assert proposed["Kelurahannya"] == ("kelurahan", MUNGKIN)
    assert proposed["Diisi"] == ("tanggal", MUNGKIN)
    assert proposed["No"] == ("nomor", YAKIN)
    assert [one.letter for one in found.kolom] == list("ABCDEFGHIJKLMN"), "in the order of the file, as Excel says it"
    assert next(one for one in found.kolom if one.judul == "Nama warga").contoh == (), "no name is shown"
    assert found.kolom[4].contoh and set(found.kolom[4].contoh) <= set(SCALES["persyaratan"])


def test_what_recognition_found_comes_first(store: Store) -> None:
    _, found = proposal(store, files.table(files.key_rows(files.forms())))
    proposed = targets(found)
    assert all(proposed[key] == (COLUMN[key], YAKIN) for key in COLUMN)
    assert proposed["periode"] == ("periode", YAKIN) and proposed["saran"][0] == "saran"


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Persaratan", "persyaratan"),
        ("Prosedurr Pelayanan", "prosedur"),
        ("waktu penyelsaian", "waktu"),
        ("Kompetensi pelaksanaan petugas", "kompetensi"),
        ("Sarana & prasarna", "sarana"),
        ("Perilku Pelaksana", "perilaku"),
    ],
)
def test_a_misspelt_header_is_probable(store: Store, header: str, key: str) -> None:
    rows: list[list[object]] = [["Kelurahan", header, "Lain-lain"]]
    rows += [["Kapuk", 1 + n % 4, "ya"] for n in range(12)]
    _, found = proposal(store, table(rows))
    assert targets(found)[header][0] == COLUMN[key]


def test_what_nothing_tells_is_said_to_be_unknown(store: Store) -> None:
    rows: list[list[object]] = [["Kolom X", "Kolom Y"]] + [[f"abc{n}", n * 37] for n in range(80)]
    _, found = proposal(store, table(rows))
    assert set(targets(found).values()) == {("diabaikan", TIDAK_TAHU)}


def test_numbers_eight_and_nine_are_left_to_the_person(store: Store) -> None:
    rows: list[list[object]] = [["Kelurahan", *(f"KP{n}" for n in range(1, 10))]]
    rows += [["Kapuk", *([1 + n % 4] * 9)] for n in range(12)]
    _, found = proposal(store, table(rows))
    proposed = targets(found)
    assert [proposed[f"KP{n}"] for n in range(1, 8)] == [(f"b{n}", MUNGKIN) for n in range(1, 8)]
    assert [proposed[f"KP{n}"] for n in (8, 9)] == [("diabaikan", TIDAK_TAHU)] * 2


def test_the_header_row_can_be_another_one(store: Store) -> None:
    raw = read_file(odd_file(above=3), "uji.csv")
    words = vocabulary(store)
    assert header_row(raw.lembar[0], words) == 4
    other = propose(work(raw.connection), raw.lembar[0], 1, words)
    assert other.kolom[0].judul == "Rekap RW"


def answers(store: Store, data: bytes, mapping: Pemetaan) -> dict[str, dict[str, tuple[str, int]]]:
    raw, words = read_file(data, "uji.csv"), vocabulary(store)
    sheet = raw.lembar[0]
    reading = understood(work(raw.connection), sheet, header_row(sheet, words), words, mapping)
    found = answers_of(reading, words)
    return {target: {one.key: (one.usul, one.n) for one in each} for target, each in found.items()}


def test_the_same_word_is_prefilled_per_question_and_counted(store: Store) -> None:
    labels = ["Cukup", "Baik", "Cukup", "Buruk", "Sangat baik"]
    prices = ["Cukup mahal", "Murah", "Gratis", "Gratis", "Sangat mahal"]
    rows: list[list[object]] = [["Tempat", "Ongkos"], *map(list, zip(labels, prices, strict=True))]
    found = answers(store, table(rows), Pemetaan("skm9", (Kolom("Tempat", "b8"), Kolom("Ongkos", "b4"))))
    assert found["b8"] == {"buruk": ("1", 1), "cukup": ("2", 2), "baik": ("3", 1), "sangat baik": ("4", 1)}
    assert found["b4"] == {"sangat mahal": ("1", 1), "cukup mahal": ("2", 1), "murah": ("3", 1), "gratis": ("4", 2)}


def test_unknown_answers_are_not_guessed(store: Store) -> None:
    found = answers(store, odd_file(), odd_mapping())
    assert found["b2"] == {"agak susah": ("", 2), "gampang": ("", 2)}


def questions(store: Store, header: str, cells: list[object], mapped: tuple[tuple[str, str], ...]) -> list[str]:
    mapping = Pemetaan("skm9", (Kolom(header, "b1", jawaban=mapped),))
    rows: list[list[object]] = [[header, "Ket"], *([cell, "x"] for cell in cells)]
    raw, words = read_file(table(rows), "uji.csv"), vocabulary(store)
    reading = understood(work(raw.connection), raw.lembar[0], 1, words, mapping)
    return [one.pesan for one in problems(reading, words) if one.tanya]


def test_a_scale_that_seems_reversed_is_asked(store: Store) -> None:
    words = ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai")
    assert questions(store, "Syarat", [*words], worth(words)) == []
    (turned,) = questions(store, "Syarat", [*words], worth(tuple(reversed(words))))
    assert "tampak terbalik" in turned and '"Tidak sesuai" dijadikan 4, biasanya 1' in turned
    (numbers,) = questions(store, "Syarat", [1, 2, 3, 4], (("1", "4"), ("2", "3"), ("3", "2"), ("4", "1")))
    assert "tampak terbalik" in numbers
    (odd,) = questions(store, "Syarat", [*words], (*worth(words)[:2], ("sesuai", "4"), ("sangat sesuai", "3")))
    assert "Memang begitu?" in odd
    said = "Syarat (1 = sangat sesuai, 4 = tidak sesuai)"
    (kept,) = questions(store, said, [1, 2, 3, 4], (("1", "1"), ("2", "2"), ("3", "3"), ("4", "4")))
    assert "menyebut 1 sebagai jawaban terbaik" in kept
    assert questions(store, said, [1, 2, 3, 4], (("1", "4"), ("2", "3"), ("3", "2"), ("4", "1"))) == []
    mapping = Pemetaan("skm9", (Kolom(said, "b1"),))
    found = answers(store, table([[said, "Ket"], *([n, "x"] for n in (1, 2, 3, 4))]), mapping)
    assert found["b1"] == {"4": ("1", 1), "3": ("2", 1), "2": ("3", 1), "1": ("4", 1)}


def test_two_answers_on_one_worth_are_asked(store: Store) -> None:
    mapped = (("ya", "3"), ("boleh", "3"), ("kurang", "2"), ("tidak", "1"))
    (asked,) = questions(store, "Syarat", ["Ya", "Boleh", "Kurang", "Tidak"], mapped)
    assert '"Ya"' in asked and '"Boleh"' in asked and "sama-sama dijadikan 3" in asked


@pytest.mark.parametrize(
    ("days", "asked", "order"),
    [
        (["02/05/2019", "04/05/2019"], True, "hari"),  # 2 and 4 May are in April–Juni 2019, 5 February is not
        (["04/05/2019", "05/04/2019"], True, None),
        (["04/05/2019", "25/04/2019"], False, None),
        (["2019-05-04", "2019-04-05"], False, None),
        (["05/05/2019", "06/06/2019"], False, None),
    ],
)
def test_the_order_of_dates_is_asked_only_when_nothing_tells(
    store: Store, days: list[str], asked: bool, order: str | None
) -> None:
    rows: list[list[object]] = [["Tempat", "Diisi"], *([3, day] for day in days)]
    mapping = Pemetaan("skm9", (Kolom("Tempat", "b8"), Kolom("Diisi", "tanggal")))
    raw, words = read_file(table(rows), "uji.csv"), vocabulary(store)
    cursor = work(raw.connection)
    found = date_choice(cursor, understood(cursor, raw.lembar[0], 1, words, mapping), words)
    assert (found is not None) is asked
    assert (found.urutan if found else None) == order


def test_rows_left_out_under_one_mapping_come_back_under_another(store: Store) -> None:
    rows: list[list[object]] = [["Tempat", "Ket"], ["Jumlah", 4], [3, 1], [4, 2]]
    raw, words = read_file(table(rows), "uji.csv"), vocabulary(store)
    cursor = work(raw.connection)
    first = Pemetaan("skm9", (Kolom("Tempat", "diabaikan"), Kolom("Ket", "b8")))
    other = Pemetaan("skm9", (Kolom("Tempat", "b8"), Kolom("Ket", "diabaikan")))
    assert understood(cursor, raw.lembar[0], 1, words, first).kinds.n_summary == 1
    again = understood(cursor, raw.lembar[0], 1, words, other)
    assert sorted(value.cell for value in again.values["b8"]) == ["3", "4", "Jumlah"]


def test_a_mapping_under_work_may_still_contradict_itself(store: Store) -> None:
    twice = changed(odd_mapping(), "Lama nunggu", target="b1")
    assert set(answers(store, odd_file(), twice)) == {"b1", "b2", "b4", "b5", "b6", "b7", "b8", "b9"}
