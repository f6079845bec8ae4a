"""Several services judged in one row: one questionnaire each, of one respondent; nothing lost and nothing invented."""

from __future__ import annotations

from typing import Any

import pytest

from skm_core.intake import Draft, ingest
from skm_core.intake.refused import refused_places
from skm_core.store import Store
from tests.intake import files
from tests.intake.conftest import Read, codes

CHOSEN = {"periode": "2019-q2", "kelurahan": "Kapuk", "pengumpul": "kelurahan"}
NAMES = [files.OFFICIAL[key] for key in files.RULE]
THREE = [3] * 9
BLANK = [""] * 9
Cells = list[object]


def heads(*services: str) -> Cells:
    return [f"{service}: {name}" for service in services for name in NAMES]


def table(headers: Cells, *rows: Cells) -> bytes:
    return files.table([headers, *rows])


def found(draft: Draft) -> list[tuple[Any, ...]]:
    """(row, service, first answer, comment) of every questionnaire accepted."""
    return [(row["baris"], row["layanan"], row["b1"], row["saran"]) for row in draft.preview(100)]


def test_a_row_is_as_many_questionnaires_as_services_are_judged(read: Read, store: Store) -> None:
    data = table(heads("Posyandu", "PKK", "PPSU"), [*THREE, *BLANK, *[4] * 9], [*BLANK, *[2] * 9, *BLANK])
    draft = read(data, **CHOSEN)
    assert sorted(found(draft)) == [(2, "posyandu", 3, None), (2, "ppsu", 4, None), (3, "pkk", 2, None)]
    (finding,) = [one for one in draft.temuan if one.kode == "BLOK_LAYANAN"]
    assert "3 layanan" in finding.pesan and "Posyandu (mulai kolom A)" in finding.pesan
    ingest(store, draft, pengunggah="uji")
    _, rows = store.fetch("SELECT count(*), count(DISTINCT responden_kunci) FROM kuesioner")
    assert rows == [(3, 2)]


def test_marks_of_no_answer_do_not_make_a_questionnaire(read: Read) -> None:
    draft = read(table(heads("Posyandu", "PKK"), [*THREE, *["N/A"] * 9], [*["-"] * 9, *THREE]), **CHOSEN)
    assert sorted(found(draft)) == [(2, "posyandu", 3, None), (3, "pkk", 3, None)]
    assert draft.n_ditolak == 0


def test_a_partly_answered_service_keeps_its_answers(read: Read) -> None:
    draft = read(table(heads("Posyandu", "PKK"), [*THREE, 1, *[""] * 8]), **CHOSEN)
    pkk = next(row for row in draft.preview() if row["layanan"] == "pkk")
    assert [pkk[f"b{n}"] for n in range(1, 10)] == [1, *[None] * 8]


def test_a_row_that_judges_nothing_is_refused_once(read: Read) -> None:
    headers = ["Usia", *heads("Posyandu", "PKK", "PPSU")]
    draft = read(table(headers, [30, *BLANK * 3], [31, *THREE, *BLANK * 2]), **CHOSEN)
    assert (draft.n_diterima, draft.n_ditolak) == (1, 1)
    assert codes(draft).count("TANPA_JAWABAN") == 1
    assert [baris for _, baris in refused_places(draft)] == [2]


def test_a_bad_answer_refuses_its_own_service_only(read: Read) -> None:
    draft = read(table(heads("Posyandu", "PKK"), [*THREE, 7, *[3] * 8]), **CHOSEN)
    assert found(draft) == [(2, "posyandu", 3, None)] and draft.n_ditolak == 1
    (finding,) = [one for one in draft.temuan if one.tingkat == "baris"]
    assert (finding.baris, finding.kolom, finding.nilai) == (2, f"PKK: {NAMES[0]}", "7")


def test_what_concerns_the_whole_row_is_said_once(read: Read) -> None:
    headers = ["Kelurahan", "Usia", *heads("Posyandu", "PKK", "PPSU")]
    draft = read(table(headers, ["Bogor", 30, *THREE * 3], ["Kapuk", "tua", *THREE * 3]), periode="2019-q2")
    assert codes(draft).count("WILAYAH_TIDAK_DIKENAL") == 1 and codes(draft).count("PROFIL_TIDAK_DIKENAL") == 1


def test_a_comment_on_no_service_is_kept_once(read: Read) -> None:
    draft = read(table([*heads("PPSU", "PKK"), "Kritik dan saran"], [*THREE, *THREE, "Bagus"]), **CHOSEN)
    assert sorted(found(draft)) == [(2, "pkk", 3, "Bagus"), (2, "ppsu", 3, None)]
    assert "SARAN_UMUM" in codes(draft)


def test_a_comment_on_one_service_stays_with_it(read: Read) -> None:
    headers = [*heads("Posyandu", "PKK"), "Saran untuk Posyandu", "Saran untuk PKK"]
    draft = read(table(headers, [*THREE, *THREE, "Bagus", "Kurang"]), **CHOSEN)
    assert sorted(found(draft)) == [(2, "pkk", 3, "Kurang"), (2, "posyandu", 3, "Bagus")]
    assert "SARAN_UMUM" not in codes(draft)


def test_order_of_columns_changes_nothing(read: Read) -> None:
    headers, row = [*heads("PPSU", "PKK", "Posyandu"), "Saran"], [*THREE, *BLANK, *[1, 2, 3, 4, 1, 2, 3, 4, 1], "Baik"]
    one, other = read(table(headers, row), **CHOSEN), read(table(headers[::-1], row[::-1]), **CHOSEN)
    assert sorted(one.preview(), key=repr) == sorted(other.preview(), key=repr)


def test_the_service_asked_must_be_among_those_judged(read: Read) -> None:
    headers = ["Layanan yang dinilai", *heads("Posyandu", "PKK")]
    rows = [["Posyandu, PKK", *THREE, *THREE], ["Posyandu", *THREE, *BLANK], ["Posyandu", *BLANK, *THREE]]
    draft = read(table(headers, *rows), **CHOSEN)
    assert sorted(found(draft)) == [(2, "pkk", 3, None), (2, "posyandu", 3, None), (3, "posyandu", 3, None)]
    (finding,) = [one for one in draft.temuan if one.kode == "LAYANAN_BERBEDA"]
    assert finding.baris == 4 and "PKK" in finding.pesan


def test_a_choice_of_one_service_contradicts_six(read: Read) -> None:
    draft = read(table(heads("Posyandu", "PKK"), [*THREE, *THREE]), layanan="posyandu", **CHOSEN)
    assert draft.refused and "PILIHAN_BERTENTANGAN" in codes(draft)


def test_blocks_without_a_name_are_refused_and_never_guessed(read: Read) -> None:
    for headers in (NAMES * 2, [*NAMES, *(f"{name}.1" for name in NAMES)], [*NAMES, *(f"{name}2" for name in NAMES)]):
        draft = read(table(list(headers), [*THREE, *[4] * 9]), layanan="pkk", **CHOSEN)
        assert codes(draft) == ["BLOK_TANPA_NAMA"] and "nama layanan" in draft.temuan[0].pesan
    numbers = [f"U{n}" for n in range(1, 10)]
    assert codes(read(table(numbers * 2, [*THREE, *THREE]), layanan="pkk", **CHOSEN)) == ["BLOK_TANPA_NAMA"]
    named = read(table([*heads("Posyandu"), *NAMES], [*THREE, *THREE]), **CHOSEN)
    assert codes(named) == ["BLOK_TANPA_NAMA"]


def test_sections_of_which_each_respondent_fills_one_are_one_questionnaire(read: Read) -> None:
    headers = ["Layanan yang dinilai", *NAMES, *NAMES]
    draft = read(table(headers, ["PKK", *THREE, *BLANK], ["PPSU", *BLANK, *[4] * 9]), **CHOSEN)
    assert sorted(found(draft)) == [(2, "pkk", 3, None), (3, "ppsu", 4, None)]
    assert codes(draft) == ["KOLOM_DIGABUNG"] * 9


def test_a_block_with_too_few_questions_is_named_and_not_read(read: Read) -> None:
    headers = [*heads("Posyandu", "PKK"), "PPSU: Persyaratan", "PPSU: Biaya/Tarif"]
    draft = read(table(headers, [*THREE, *THREE, 1, 1]), **CHOSEN)
    (finding,) = [one for one in draft.temuan if one.kode == "BLOK_TIDAK_LENGKAP"]
    assert "PPSU" in finding.pesan and "biaya, persyaratan" in finding.pesan
    assert {row["layanan"] for row in draft.preview()} == {"posyandu", "pkk"}


def test_an_unsur_missing_in_one_service_names_the_service(read: Read) -> None:
    draft = read(table(heads("Posyandu", "PKK")[:-1], [*THREE, *THREE[1:]]), **CHOSEN)
    (finding,) = [one for one in draft.temuan if one.kode == "BUTIR_TIDAK_ADA"]
    assert "sarana (layanan PKK)" in finding.pesan


def test_one_service_named_in_every_question_is_a_hint(read: Read) -> None:
    headers: Cells = [question.replace("pelayanan", "pelayanan Posyandu", 1) for question in files.QUESTIONS.values()]
    draft = read(table(headers, THREE), **CHOSEN)
    assert [row["layanan"] for row in draft.preview()] == ["posyandu"] and codes(draft) == ["DARI_JUDUL"]
    chosen = read(table(headers, THREE), layanan="pkk", **CHOSEN)
    assert [row["layanan"] for row in chosen.preview()] == ["pkk"]


def test_services_as_rows_of_a_grid_per_unsur(read: Read) -> None:
    headers: Cells = [f"{name} [{service}]" for name in NAMES for service in ("Posyandu", "PKK")]
    draft = read(table(headers, [3, 4] * 9), **CHOSEN)
    assert sorted(found(draft)) == [(2, "pkk", 4, None), (2, "posyandu", 3, None)]


@pytest.mark.parametrize("u8", ["pengaduan", "sarana"])
def test_numbers_eight_and_nine_are_asked_for_in_blocks_too(u8: str, read: Read) -> None:
    headers: Cells = [f"{service} U{n}" for service in ("Posyandu", "PKK") for n in range(1, 10)]
    row: Cells = [*[4] * 7, 1, 2, *[4] * 7, 1, 2]
    assert read(table(headers, row), **CHOSEN).pertanyaan == ("u8",)
    rows = read(table(headers, row), u8=u8, **CHOSEN).preview()
    assert {(one["b8"], one["b9"]) for one in rows} == {(2, 1) if u8 == "pengaduan" else (1, 2)}
