"""What an answer is worth, per question, and what is never taken for an answer."""

from __future__ import annotations

import pytest

from tests.intake import files
from tests.intake.conftest import Read, codes

CHOSEN = {"pengumpul": "kelurahan"}


def one_column(cells: list[str], key: str = "persyaratan") -> bytes:
    """A key file whose column `key` holds these cells, all other answers 3."""
    found = files.forms(*[(3,) * 9 for _ in cells])
    rows = files.key_rows(found)
    index = rows[0].index(key)
    for row, cell in zip(rows[1:], cells, strict=True):
        row[index] = cell
    return files.table(rows)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("4", 4), ("4.0", 4), ("4,0", 4), ("4 ", 4), (" 4", 4), ("'4", 4), ("d", 4), ("D", 4), ("d.", 4), ("a", 1),
        ("d. Sangat sesuai", 4), ("4 - Sangat sesuai", 4), ("4. Sangat sesuai", 4), ("Sangat sesuai.", 4),
        ("SANGAT  SESUAI", 4), ("sangat\u00a0sesuai", 4), ("Sangat\nsesuai", 4), ("★★★★", 4), ("★★", 2),
        ("a. Tidak sesuai", 1), ("Kurang Sesuai", 2), ("(2) Kurang sesuai", 2), ("\u200bSesuai", 3),
        ("", None), ("-", None), ("N/A", None), ("NULL", None), ("tidak diisi", None),
    ],
)  # fmt: skip
def test_spellings(cell: str, value: int | None, read: Read) -> None:
    draft = read(one_column([cell]), **CHOSEN)
    assert [row["b1"] for row in draft.preview()] == [value], codes(draft)


@pytest.mark.parametrize("key", files.ASKED)
def test_labels_are_worth_what_their_own_question_says(key: str, read: Read) -> None:
    draft = read(one_column([*files.LABELS[key], ""], key), **CHOSEN)
    assert [row[f"b{files.ASKED.index(key) + 1}"] for row in draft.preview()] == [1, 2, 3, 4, None]


@pytest.mark.parametrize("cell", ["0", "0.0", "5", "9", "3,067", "Netral", "Cukup sesuai", "Hijau", "#REF!", "Sesuaii",
                                  "1 - Sangat sesuai", "3 orang", "-1", "1/2", "13", "A, B"])  # fmt: skip
def test_anything_else_refuses_its_row_and_names_it(cell: str, read: Read) -> None:
    draft = read(one_column(["4", "3", cell, "2"]), **CHOSEN)
    assert (draft.n_diterima, draft.n_ditolak) == (3, 1)
    (finding,) = [finding for finding in draft.temuan if finding.tingkat == "baris"]
    assert (finding.baris, finding.kolom, finding.nilai) == (4, "persyaratan", cell)
    assert "Baris 4, kolom H" in finding.pesan


def test_zero_is_explained_and_never_counted_as_an_answer(read: Read) -> None:
    draft = read(one_column(["0", "4"]), **CHOSEN)
    assert codes(draft) == ["JAWABAN_NOL"] and "kosongkan selnya" in draft.temuan[0].pesan
    assert [row["b1"] for row in draft.preview()] == [4]


def test_a_blank_answer_moves_no_other(read: Read) -> None:
    draft = read(files.table(files.key_rows(files.forms((1, None, 3, 4, 1, 2, 3, 4, 2)))), **CHOSEN)
    assert [draft.preview()[0][f"b{n}"] for n in range(1, 10)] == [1, None, 3, 4, 1, 2, 3, 2, 4]


@pytest.mark.parametrize(
    "labels",
    [
        ("Sangat tidak puas", "Tidak puas", "Puas", "Sangat puas"),
        ("Tidak puas", "Kurang puas", "Puas", "Sangat puas"),
        ("Tidak baik", "Kurang baik", "Baik", "Sangat baik"),
        ("Sangat tidak setuju", "Tidak setuju", "Setuju", "Sangat setuju"),
        ("STS", "TS", "S", "SS"),
        ("A", "B", "C", "D"),
    ],
)
def test_general_four_point_sets(labels: tuple[str, ...], read: Read) -> None:
    found = files.forms(*[(value,) * 9 for value in (1, 2, 3, 4)])
    rows = files.key_rows(found)
    rows[1:] = [[*row[:7], *(labels[int(str(cell)) - 1] for cell in row[7:16]), *row[16:]] for row in rows[1:]]
    draft = read(files.table(rows), **CHOSEN)
    assert [[row[f"b{n}"] for n in range(1, 10)] for row in draft.preview()] == [[value] * 9 for value in (1, 2, 3, 4)]


def test_the_rest_of_the_file_tells_what_a_word_is_worth(read: Read) -> None:
    """ "Tidak puas" is 1 or 2; the column alone leaves it open, the other columns use "Sangat tidak"."""
    rows = files.key_rows(files.forms(*[(3,) * 9 for _ in range(4)]))
    for row, other in zip(rows[1:], ("Sangat tidak puas", "Tidak puas", "Puas", "Sangat puas"), strict=True):
        row[7:16] = [*["Tidak puas"], *[other] * 8]
    assert [row["b1"] for row in read(files.table(rows), **CHOSEN).preview()] == [2] * 4


def test_a_word_that_stays_open_is_not_guessed(read: Read) -> None:
    rows = files.key_rows(files.forms((3,) * 9, (3,) * 9))
    for row in rows[1:]:
        row[7:16] = ["Tidak puas"] * 9
    draft = read(files.table(rows), **CHOSEN)
    assert draft.refused and draft.n_diterima == 0
    assert draft.jumlah_temuan["JAWABAN_BERMAKNA_GANDA"] == 18
    assert "1 atau 2" in next(f for f in draft.temuan if f.kode == "JAWABAN_BERMAKNA_GANDA").pesan


FIVE = {
    "angka": ("1", "2", "3", "4", "5"),
    "enam": ("1", "3", "4", "5", "6"),
    "huruf": ("a", "b", "c", "d", "e"),
    "puas": ("Sangat tidak puas", "Tidak puas", "Cukup puas", "Puas", "Sangat puas"),
    "netral": ("Sangat tidak setuju", "Tidak setuju", "Netral", "Setuju", "Sangat setuju"),
    "baik": ("Sangat buruk", "Buruk", "Cukup", "Baik", "Sangat baik"),
    "singkat": ("STS", "TS", "N", "S", "SS"),
    "enam singkat": ("STS", "TS", "CTS", "CS", "S"),
}


@pytest.mark.parametrize("scale", FIVE)
def test_longer_scales_are_refused_and_never_squeezed(scale: str, read: Read) -> None:
    rows = files.key_rows(files.forms(*[(3,) * 9 for _ in range(40)]))
    for number, row in enumerate(rows[1:]):
        row[7:16] = [FIVE[scale][(number + n) % 5] for n in range(9)]
    draft = read(files.table(rows), **CHOSEN)
    assert draft.refused
    (finding,) = [finding for finding in draft.temuan if finding.tingkat == "berkas"]
    assert finding.kode == "SKALA_BUKAN_EMPAT" and finding.baris and finding.kolom in files.RULE
    assert f"baris {finding.baris}, kolom" in finding.pesan and draft.preview() == []


def test_one_longer_column_is_enough(read: Read) -> None:
    rows = files.key_rows(files.forms(*[(3,) * 9 for _ in range(40)]))
    for number, row in enumerate(rows[1:]):
        row[10] = number % 5 + 1
    assert codes(read(files.table(rows), **CHOSEN)) == ["SKALA_BUKAN_EMPAT"]


def test_slips_do_not_refuse_a_file(read: Read) -> None:
    rows = files.key_rows(files.forms(*[(3,) * 9 for _ in range(1000)]))
    for n in range(7, 16):
        rows[n * 20][n] = 5
    draft = read(files.table(rows), **CHOSEN)
    assert (draft.n_diterima, draft.n_ditolak) == (991, 9) and not draft.refused


def test_unknown_layout_with_five_points_says_so(read: Read) -> None:
    rows: list[list[object]] = [["Program studi", *(f"Pertanyaan apa pun nomor ke {chr(65 + n)}" for n in range(12))]]
    rows += [["Hukum", *((n + m) % 5 + 1 for m in range(12))] for n in range(30)]
    assert codes(read(files.table(rows))) == ["SKALA_BUKAN_EMPAT"]


def test_profile_is_never_a_reason_to_refuse(read: Read) -> None:
    rows = files.key_rows(files.forms((3,) * 9, (3,) * 9, (3,) * 9))
    for row, (gender, age) in zip(
        rows[1:], (("Laki - laki", "34 tahun"), ("?", "200"), ("wanita", "dua puluh")), strict=True
    ):
        row[5], row[6] = gender, age
    draft = read(files.table(rows), **CHOSEN)
    assert [(row["jenis_kelamin"], row["usia"]) for row in draft.preview()] == [("L", 34), (None, None), ("P", None)]
    assert draft.jumlah_temuan == {"PROFIL_TIDAK_DIKENAL": 3} and not draft.refused
