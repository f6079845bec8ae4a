"""Rows that are the same in every cell: taken by default, and once on a person's word, counted and recorded."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from skm_core import scoring, uploads
from skm_core.intake import Options, ingest, prepare, read_file
from skm_core.store import Store
from tests import build
from tests.intake import files
from tests.intake.conftest import Read, codes

CHOSEN = {"pengumpul": "kelurahan"}


def rows(*values: int, **more: Any) -> list[dict[str, Any]]:
    return [build.form([value] * 9, usia=40, saran="Ruang tunggu panas", **more) for value in values]


def test_copies_are_taken_unless_a_person_says_otherwise(store: Store) -> None:
    given = rows(4, 2, 4, 4, 3)
    data = build.csv_bytes({"nomor": number, **row} for number, row in enumerate(given, 1))
    draft = prepare(store, read_file(data, "a.csv"), Options(**CHOSEN))
    assert (draft.n_diterima, draft.n_salinan) == (5, 2) and "ISIAN_KEMBAR" in codes(draft)

    once = prepare(store, read_file(data, "a.csv"), Options(**CHOSEN, lewati_kembar=True))
    assert (once.n_baris, once.n_diterima, once.n_ditolak, once.n_salinan) == (3, 3, 0, 2)
    assert "ISIAN_KEMBAR" not in codes(once)
    receipt = ingest(store, once, pengunggah="Siti")
    assert receipt.n_diterima == 3
    assert store.fetch("SELECT baris, b1 FROM kuesioner ORDER BY baris")[1] == [(2, 4), (3, 2), (6, 3)]
    (figure,) = scoring.score(store)
    assert figure.ikm is not None and figure.ikm == 25 * (4 + 2 + 3) / 3
    (record,) = uploads.history(store)
    assert record.catatan == (
        "2 baris yang sama persis dengan baris sebelumnya dilewati atas pilihan pengunggah, pertama baris 4.",
    )


def test_a_few_answers_on_one_day_are_no_copies(read: Read) -> None:
    data = build.csv_bytes(build.form([3] * 9, tanggal="2019-04-20") for _ in range(20))
    assert read(data, **CHOSEN, lewati_kembar=True).n_diterima == 20


@pytest.mark.parametrize("tanggal", ["20.04.2019", "2019.04.20", "20/04/2019 9.15", "20.04.2019 09:15"])
def test_a_date_with_full_stops_is_no_second(read: Read, tanggal: str) -> None:
    draft = read(build.csv_bytes(build.form([3] * 9, tanggal=tanggal) for _ in range(5)), **CHOSEN, lewati_kembar=True)
    assert (draft.n_diterima, draft.n_salinan) == (5, 0) and not codes(draft)
    stored = draft.cursor and draft.cursor.execute("SELECT count(asal_kunci) FROM bersih").fetchone()
    assert stored == (0,), "nothing to know the row again by in the next export"


@pytest.mark.parametrize("tanggal", ["20.04.2019 09.15.03", "20/04/2019 9:15:03", "2019-04-20T09:15:03"])
def test_the_same_second_and_the_same_cells_are_a_copy(read: Read, tanggal: str) -> None:
    draft = read(build.csv_bytes(build.form([3] * 9, tanggal=tanggal) for _ in range(5)), **CHOSEN, lewati_kembar=True)
    assert (draft.n_diterima, draft.n_salinan) == (1, 4)


def test_two_people_whose_names_are_not_read_are_no_copies(read: Read) -> None:
    given = rows(3, 3, 3)
    data = build.csv_bytes({"Nama": name, **row} for name, row in zip(("Ani", "Budi", "Cici"), given, strict=True))
    draft = read(data, **CHOSEN, lewati_kembar=True)
    assert (draft.n_diterima, draft.n_salinan) == (3, 0)
    finding = next(one for one in draft.temuan if one.kode == "ISIAN_KEMBAR")
    assert finding.pesan.startswith("3 baris sama persis, selain nama dan data pribadi lain yang tidak dibaca, dengan")


def test_rows_with_keys_of_their_own_are_no_copies(read: Read) -> None:
    given = [{"_uuid": f"a1b2c3d4-{number}", **row} for number, row in enumerate(rows(3, 3, 3))]
    draft = read(build.csv_bytes(given), **CHOSEN, lewati_kembar=True)
    assert (draft.n_diterima, draft.n_salinan) == (3, 0)


def test_a_row_of_rating_blocks_is_one_copy(read: Read) -> None:
    headers = [f"{name} [{service}]" for service in ("Posyandu", "PKK") for name in files.OFFICIAL.values()]
    both, second = [*[3] * 18], [*[""] * 9, *[4] * 9]
    lines = [["Kapuk", 33, *cells] for cells in (both, second, both, second, second)]
    data = files.table([["kelurahan", "usia", *headers], *lines])
    chosen = {**CHOSEN, "periode": "2019-q2"}
    whole, once = read(data, **chosen), read(data, **chosen, lewati_kembar=True)
    assert (whole.n_diterima, whole.n_salinan) == (7, 3)
    assert (once.n_diterima, once.n_salinan) == (3, 3)
    assert "3 baris yang sama persis" in next(one.pesan for one in once.temuan if one.kode == "KEMBAR_DILEWATI")


def test_sheets_are_compared_each_with_itself(read: Read) -> None:
    book = openpyxl.Workbook()
    for number, name in enumerate(("Kapuk", "Kamal")):
        sheet = book.active if number == 0 else book.create_sheet()
        sheet.title = name
        sheet.append(["usia", *files.RULE])
        for _ in range(2):
            sheet.append([30, *[3] * 9])
    out = io.BytesIO()
    book.save(out)
    draft = read(out.getvalue(), "a.xlsx", **CHOSEN, periode="2019-q2", layanan="ppsu", lewati_kembar=True)
    assert (draft.n_diterima, draft.n_salinan) == (2, 2)
