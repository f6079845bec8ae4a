"""The same answers in every layout give the same stored rows."""

from __future__ import annotations

import random
from datetime import date

import pytest

from skm_core.store import Store
from tests.intake import files
from tests.intake.conftest import Read, Stored, codes

CHOSEN = {"pengumpul": "kelurahan"}


@pytest.fixture
def expected() -> list[tuple[object, ...]]:
    """What the six forms must become, in the order the instrumen asks."""
    known = ("2019-q2", "posyandu", "31.73.01.1005", "kelurahan", "skm9", date(2019, 4, 24), "P", 34, None, None, None)
    return [(*known, *(form.nilai[key] for key in files.ASKED)) for form in files.forms()]


LAYOUTS = {
    "kunci": (lambda: files.table(files.key_rows(files.forms())), "a.csv", {}, "tabel_kunci"),
    "kunci xlsx": (lambda: files.book_of(files.key_rows(files.forms())), "a.xlsx", {}, "tabel_kunci"),
    "nomor, 8 pengaduan": (
        lambda: files.table(files.number_rows(files.forms())), "a.csv", {"u8": "pengaduan"}, "tabel_nomor",
    ),
    "nomor, 8 sarana": (
        lambda: files.table(files.number_rows(files.forms(), files.ASKED)), "a.csv", {"u8": "sarana"}, "tabel_nomor",
    ),
    "P1 sampai P9": (
        lambda: files.table(files.number_rows(files.forms(), prefix="P")), "a.csv", {"u8": "pengaduan"}, "tabel_nomor",
    ),
    "1 sampai 9": (
        lambda: files.table(files.number_rows(files.forms(), prefix="")), "a.csv", {"u8": "pengaduan"}, "tabel_nomor",
    ),
    "google": (lambda: files.table(files.google_rows(files.forms()), end="\r\n"), "a.csv", {}, "google_forms"),
    "google xlsx": (lambda: files.book_of(files.google_rows(files.forms(), "Timestamp")), "a.xlsx", {}, "google_forms"),
    "lembar pengolahan": (
        lambda: files.xlsx(files.processing_book(files.forms())), "a.xlsx", {}, "lembar_pengolahan",
    ),
    "lembar pengolahan tanpa keterangan": (
        lambda: files.xlsx(files.processing_book(files.forms(), legend=False)), "a.xlsx", {"u8": "pengaduan"},
        "lembar_pengolahan",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_gives_the_same_rows(
    name: str, read: Read, stored: Stored, expected: list[tuple[object, ...]]
) -> None:
    make, file, options, layout = LAYOUTS[name]
    draft = read(make(), file, **CHOSEN, **options)
    assert draft.layout is not None and draft.layout.kunci == layout
    assert stored(draft) == expected


def test_bare_numbers_may_stand_in_any_order(read: Read, stored: Stored, expected: list[tuple[object, ...]]) -> None:
    rows = files.number_rows(files.forms(), prefix="")
    order = random.Random(4).sample(range(len(rows[0])), len(rows[0]))
    draft = read(files.table([[row[index] for index in order] for row in rows]), "a.csv", **CHOSEN, u8="pengaduan")
    assert stored(draft) == expected
    twice = files.table([[row[index] for index in order] + row[8:9] for row in rows])
    assert read(twice, "a.csv", **CHOSEN, u8="pengaduan").refused, "two columns 2: nobody knows which"


def test_processing_sheet_takes_no_total_for_a_respondent(read: Read) -> None:
    draft = read(files.xlsx(files.processing_book(files.forms())), "a.xlsx", **CHOSEN)
    assert (draft.n_diterima, draft.n_ditolak) == (6, 0)
    assert draft.n_ringkasan == 2 + 6 + 9  # header again, totals, legend
    assert [row["baris"] for row in draft.preview(10)] == [7, 8, 9, 12, 13, 14]


def test_titles_of_a_processing_sheet_are_hints(read: Read) -> None:
    draft = read(files.xlsx(files.processing_book(files.forms())), "a.xlsx")
    assert codes(draft).count("DARI_JUDUL") == 3
    assert {name: list(found) for name, found in draft.counts.items()}["layanan"] == ["posyandu"]
    other = read(files.xlsx(files.processing_book(files.forms())), "a.xlsx", layanan="rptra", kelurahan="Kamal")
    assert list(other.counts["layanan"]) == ["rptra"] and list(other.counts["kelurahan"]) == ["31.73.06.1004"]


def test_numbers_alone_are_never_guessed(read: Read) -> None:
    draft = read(files.table(files.number_rows(files.forms())))
    assert draft.refused and "u8" in draft.pertanyaan
    (finding,) = [finding for finding in draft.temuan if finding.kode == "U8_TIDAK_JELAS"]
    assert "--u8 pengaduan" in finding.pesan and "--u8 sarana" in finding.pesan and "Kolom O dan P" in finding.pesan


def test_processing_sheet_without_legend_asks_too(read: Read) -> None:
    draft = read(files.xlsx(files.processing_book(files.forms(), legend=False)), "a.xlsx")
    assert draft.refused and draft.pertanyaan[0] == "u8"


def test_header_text_of_eight_settles_nine(read: Read, stored: Stored, expected: list[tuple[object, ...]]) -> None:
    rows = files.number_rows(files.forms(), files.ASKED)
    rows[0][14] = "U8 Sarana dan prasarana"
    assert stored(read(files.table(rows), **CHOSEN)) == expected


def test_answer_labels_settle_eight_and_nine(read: Read, stored: Stored, expected: list[tuple[object, ...]]) -> None:
    rows = files.google_rows(files.forms())
    rows[0][9:18] = [f"U{n}" for n in range(1, 10)]
    draft = read(files.table(rows), u8="pengaduan", **CHOSEN)
    assert stored(draft) == expected
    assert "U8_DARI_BERKAS" in codes(draft)
    assert {column.how for column in draft.columns if column.target in ("b8", "b9")} == {"label"}


def test_labels_that_fit_both_do_not_settle_them(read: Read) -> None:
    general = ("Tidak baik", "Kurang baik", "Baik", "Sangat baik")
    rows = files.number_rows(files.forms())
    rows[1:] = [
        [*row[:7], *("" if v is None else general[int(str(v)) - 1] for v in row[7:16]), *row[16:]] for row in rows[1:]
    ]
    assert read(files.table(rows)).pertanyaan[0] == "u8"


def test_option_u8_swaps_the_two(read: Read, stored: Stored, store: Store) -> None:
    data = files.table(files.number_rows(files.forms((4, 4, 4, 4, 4, 4, 4, 1, 2))))
    first = stored(read(data, u8="pengaduan", **CHOSEN))[0]
    second = stored(read(data + b"\n", u8="sarana", **CHOSEN))[0]
    assert first[-2:] == (2, 1) and second[-2:] == (1, 2)  # b8 is sarana, b9 pengaduan


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimiter_and_encoding_change_nothing(
    encoding: str, delimiter: str, end: str, read: Read, stored: Stored, expected: list[tuple[object, ...]]
) -> None:
    found = files.forms(saran='Toiletnya – kotor; é, "sekali"\nTolong')
    data = files.table(files.google_rows(found), delimiter=delimiter, end=end, encoding=encoding)
    rows = stored(read(data, **CHOSEN))
    assert [row[-9:] for row in rows] == [row[-9:] for row in expected]
    assert {row[10] for row in rows} == {'Toiletnya – kotor; é, "sekali"\nTolong'}


def test_open_document_sheets_are_read(read: Read, stored: Stored, expected: list[tuple[object, ...]]) -> None:
    assert stored(read(files.ods(files.key_rows(files.forms())), "a.ods", **CHOSEN)) == expected


def test_sep_line_is_no_row(read: Read) -> None:
    draft = read(b"sep=;\r\n" + files.table(files.key_rows(files.forms()), delimiter=";"), **CHOSEN)
    assert [row["baris"] for row in draft.preview(1)] == [2]
