"""Signature and notes under a table are no questionnaires; whatever may be an answer stays one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skm_core.intake import refused
from tests.intake import files
from tests.intake.conftest import Read, codes

CHOSEN = {"periode": "2019-q2", "pengumpul": "kelurahan"}
HEAD = ["Kelurahan", "Layanan", *files.OFFICIAL.values(), "Saran"]
GOOD = ["Kapuk", "Posyandu", *["3"] * 9, ""]
SIGNATURE = [
    ["", "", "", "", "", "", "", "", "Jakarta, 5 Juli 2026"],
    ["Mengetahui,", "", "", "", "", "", "", "", "Petugas survei"],
    ["Lurah Kapuk"],
    ["BUDI SANTOSO, S.Sos", "", "", "", "", "", "", "", "Siti Aminah"],
    ["NIP. 197001011990031001"],
]
BLANK = [""] * len(HEAD)


def sheet(*rows: list[str]) -> bytes:
    return files.table([HEAD, *([*row, *BLANK][: len(HEAD)] for row in rows)])


def test_a_signature_is_told_and_refuses_nothing(read: Read) -> None:
    draft = read(sheet(GOOD, GOOD, BLANK, *SIGNATURE), **CHOSEN)
    assert (draft.n_baris, draft.n_diterima, draft.n_ditolak) == (2, 2, 0)
    (told,) = draft.temuan
    assert (told.kode, told.tingkat, told.baris) == ("PENUTUP_DILEWATI", "peringatan", 5)
    assert told.pesan.startswith('Baris 5 sampai 9 di bawah jawaban ("Jakarta, 5 Juli 2026") tidak berisi jawaban.')


@pytest.mark.parametrize(
    "lines",
    [
        [["Catatan: dua responden menolak menjawab"]],
        [["Sumber: survei Kelurahan Kapuk"], ["Diolah oleh Seksi Kesejahteraan Rakyat"]],
        [["*) diisi oleh petugas"], ["Jakarta Barat, Juli 2026"]],
        [["Jumlah", "", *["9"] * 9], ["Mengetahui"], ["Lurah Kapuk"], ["( ........................ )"]],
        [["a.n. Camat Cengkareng"], ["Sekretaris Camat"]],
        [["Kapuk, 28 Juni 2026"], ["Ketua RW 05"]],
    ],
)
def test_what_stands_under_a_table(lines: list[list[str]], read: Read) -> None:
    draft = read(sheet(GOOD, GOOD, *lines), **CHOSEN)
    assert (draft.n_diterima, draft.n_ditolak) == (2, 0) and "PENUTUP_DILEWATI" in codes(draft)


@pytest.mark.parametrize("cell", ["3", "Sesuai", "Sangat baik", "0", "b", "4. Sangat baik", "Sangat baikk"])
@pytest.mark.parametrize("n", [1, 2, 9])
def test_no_answer_is_taken_for_a_closing_line(cell: str, n: int, read: Read) -> None:
    """Not under the words of a signature either, nor below it."""
    answered = ["Mengetahui", "", *[cell] * n]
    for lines in ([answered], [["Mengetahui,"], answered], [["Catatan"], answered, ["NIP. 1970"]]):
        draft = read(sheet(GOOD, *lines), **CHOSEN)
        assert draft.n_diterima + draft.n_ditolak >= 2
        found = {row.baris for one in refused.of_draft(draft) for row in one.baris}
        assert 3 + lines.index(answered) in found


@pytest.mark.parametrize("cell", ["★★★", "A3", "opsi 2", "2,5", "3/4", "4+", "Mantap", "Ya", "👍", ""])
@pytest.mark.parametrize("who", ["Petugas Ani", "Ketua kelompok Melati", "Lurah Tomang"])
def test_a_respondent_whose_surveyor_signs_like_a_closing_line_stays_one(who: str, cell: str, read: Read) -> None:
    """A column of surveyors, and under it a person who answered one question only, in a way nobody foresaw."""
    head = ["Surveyor", *HEAD]
    rows = [[who, *GOOD], [who, *GOOD], [who, "Kapuk", "Posyandu", cell]]
    data = files.table([head, *([*row, *BLANK][: len(head)] for row in [*rows, *SIGNATURE])])
    draft = read(data, **CHOSEN)
    assert draft.n_baris == 3
    assert [one.baris for one in draft.temuan if one.kode == "PENUTUP_DILEWATI"] == [5]
    assert draft.refused == (cell in ("A3", "opsi 2")), "codes are asked about"
    assert draft.refused or (draft.n_diterima, draft.n_ditolak) in ((2, 1), (3, 0))


def test_a_running_number_is_a_respondents_own(read: Read) -> None:
    head = ["No", *HEAD]
    rows = [["156", *GOOD], ["157", "", "Catatan: tidak mau menjawab"]]
    draft = read(files.table([head, *([*row, *BLANK][: len(head)] for row in rows)]), **CHOSEN)
    assert (draft.n_diterima, draft.n_ditolak) == (1, 1)


def test_a_row_without_answers_that_signs_nothing_is_still_asked_about(read: Read) -> None:
    draft = read(sheet(GOOD, ["Kapuk", "Posyandu"]), **CHOSEN)
    assert codes(draft) == ["TANPA_JAWABAN"]
    draft = read(sheet(GOOD, ["Kapuk", "Posyandu"], GOOD, *SIGNATURE), **CHOSEN)
    assert sorted(codes(draft)) == ["PENUTUP_DILEWATI", "TANPA_JAWABAN"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10, deadline=None)
@given(
    answers=st.lists(st.lists(st.sampled_from(["1", "2", "3", "4", ""]), min_size=9, max_size=9), max_size=5),
    lines=st.permutations(SIGNATURE).flatmap(lambda all_: st.integers(0, 5).map(lambda n: all_[:n])),
)
def test_no_signature_changes_what_is_stored(answers: list[list[str]], lines: list[list[str]], read: Read) -> None:
    rows = [GOOD, *(["Kapuk", "Posyandu", *own, ""] for own in answers)]
    plain, signed = read(sheet(*rows), **CHOSEN), read(sheet(*rows, *lines), **CHOSEN)
    assert signed.preview(50) == plain.preview(50)
    assert signed.n_baris >= plain.n_baris


def test_processing_sheets_numbers_and_mappings_alike(read: Read) -> None:
    book = files.processing_book(files.forms())
    page = book.active
    assert page is not None
    for line in SIGNATURE:
        page.append([cell or None for cell in line])
    draft = read(files.xlsx(book), "a.xlsx", pengumpul="kelurahan")
    assert (draft.n_diterima, draft.n_ditolak) == (6, 0)
