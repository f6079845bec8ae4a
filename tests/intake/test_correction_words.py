"""A mended file is read as the file it mends was: by its words, its answer scales and its order of day and month."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from skm_core import reference, uploads
from skm_core.errors import UploadStateError
from skm_core.intake import Draft, Options, ingest, prepare, read_file
from skm_core.intake.mapping.value import Kolom, Pemetaan
from skm_core.intake.misspelt import Anggapan
from skm_core.intake.refused import of_draft, workbook
from skm_core.store import Store
from tests import build
from tests.intake import files
from tests.intake.conftest import codes

CHOSEN = {"periode": "2019-q2", "pengumpul": "kelurahan"}
HEAD = ["kelurahan", "layanan", *files.RULE]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    """A database in a file, so that what is stored leaves its archive."""
    with Store(tmp_path / "skm.duckdb") as opened:
        reference.seed(opened)
        yield opened


def prepared(store: Store, data: bytes, name: str = "a.csv", **chosen: Any) -> Draft:
    return prepare(store, read_file(data, name), Options(**chosen))


def put(store: Store, data: bytes, **chosen: Any) -> Draft:
    draft = prepared(store, data, **CHOSEN, **chosen)
    ingest(store, draft, pengunggah="Siti")
    return draft


def mended(draft: Draft, **changed: object) -> bytes:
    """The workbook of what is refused, every cell that holds one of these words changed."""
    book = openpyxl.load_workbook(BytesIO(workbook(of_draft(draft))))
    for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row):
        if str(cell.value) in changed:
            cell.value = changed[str(cell.value)]  # type: ignore[assignment]
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def stored(store: Store, column: str) -> list[Any]:
    return [one for (one,) in store.fetch(f"SELECT {column} FROM kuesioner_aktif ORDER BY baris")[1]]


@pytest.mark.parametrize(
    ("labels", "worth"),
    [
        (("Sangat buruk", "Buruk", "Baik", "Sangat baik"), 2),
        (("Buruk", "Cukup", "Baik", "Sangat baik"), 1),
        (("Sangat tidak puas", "Tidak puas", "Puas", "Sangat puas"), 2),
        (("Tidak puas", "Kurang puas", "Puas", "Sangat puas"), 1),
    ],
)
def test_an_answer_alone_in_a_mended_file_is_worth_what_it_was(
    labels: tuple[str, ...], worth: int, kept: Store
) -> None:
    low = labels[worth - 1]
    rows = [["Kapuk", "Posyandu", *[labels[number % 4]] * 9] for number in range(12)]
    draft = put(kept, files.table([HEAD, *rows, ["Kapukkk", "Posyandu", *[low] * 9]]))
    again = prepared(kept, mended(draft, Kapukkk="Kapuk"), "b.xlsx")
    assert again.n_diterima == 1, again.temuan
    ingest(kept, again, pengunggah="Siti")
    assert [stored(kept, f"b{number}")[-1] for number in range(1, 10)] == [worth] * 9


def test_a_word_said_of_a_mended_answer_is_worth_what_its_label_was(kept: Store) -> None:
    rows = [["Kapuk", "Posyandu", *[label] * 9] for label in ("Sangat buruk", "Buruk", "Baik") * 3]
    data = files.table([HEAD, *rows, ["Kapukkk", "Posyandu", "Burruk", *["Baik"] * 6, "Burruk", "Burruk"]])
    wrong = [one for one in prepared(kept, data, **CHOSEN).salah_tulis if one.nilai == "Burruk"]
    draft = put(kept, data, anggap=tuple(Anggapan(one.kolom, "burruk", "Buruk") for one in wrong))
    again = prepared(kept, mended(draft, Kapukkk="Kapuk"), "b.xlsx")
    assert again.n_diterima == 1, again.temuan
    assert len(wrong) == 3 and {again.preview()[0][one.kolom] for one in wrong} == {2}


def test_the_order_of_day_and_month_stays_that_of_the_first_file(kept: Store) -> None:
    rows = [["Kapuk", "Posyandu", f"0{4 + number % 3}/2{number}/2019 10:00:00", *[3] * 9] for number in range(9)]
    head = ["kelurahan", "layanan", "tanggal", *files.RULE]
    draft = put(kept, files.table([head, *rows, ["Kapukkk", "Posyandu", "04/05/2019 10:00:00", *[3] * 9]]))
    again = prepared(kept, mended(draft, Kapukkk="Kapuk"), "b.xlsx")
    assert "TANGGAL_DUA_ARTI" not in codes(again)
    assert again.preview()[0]["tanggal"].isoformat() == "2019-04-05"


def test_the_first_file_need_not_be_there_any_more(kept: Store, tmp_path: Path) -> None:
    rows = [["Kapuk", "Posyandu", *[3] * 9], ["Kapukkk", "Posyandu", *[2] * 9]]
    draft = put(kept, files.table([HEAD, *rows]))
    for one in (tmp_path / "arsip").glob("*.parquet"):
        one.unlink()
    assert prepared(kept, mended(draft, Kapukkk="Kapuk"), "b.xlsx").n_diterima == 1


def odd() -> bytes:
    """Row 2 is right, row 3 has a place and an answer at fault, row 4 an answer."""
    rows = [["Kapuk", *[3] * 9], ["Xyz", 7, *[3] * 8], ["Kapuk", 8, *[3] * 8]]
    return files.table([HEAD, *([place, "Posyandu", *answers] for place, *answers in rows)])


def test_a_word_said_in_one_correction_holds_in_the_next(kept: Store) -> None:
    draft = put(kept, odd())
    first = prepared(kept, mended(draft, **{"8": 2}), "b.xlsx", anggap=(Anggapan("kelurahan", "Xyz", "Tomang"),))
    assert (first.n_diterima, first.n_ditolak) == (1, 1)
    ingest(kept, first, pengunggah="Siti")
    second = prepared(kept, mended(first, **{"7": 1}), "c.xlsx")
    assert second.koreksi and second.koreksi.unggahan_id == 1
    assert (second.n_diterima, second.n_ditolak) == (1, 0), second.temuan
    ingest(kept, second, pengunggah="Siti")
    assert stored(kept, "b1") == [3, 1, 2]
    with pytest.raises(UploadStateError):
        uploads.refused_workbook(kept, 1)


def test_a_word_of_the_first_file_can_be_said_otherwise_and_taken_back(kept: Store) -> None:
    draft = put(kept, odd(), anggap=(Anggapan("kelurahan", "Xyz", "Tomang"),))
    raw = mended(draft, **{"7": 1})
    as_before = prepared(kept, raw, "b.xlsx")
    assert [(one.nilai, one.mungkin, one.n) for one in as_before.dianggap] == [("Xyz", "Tomang", 1)]
    other = prepared(kept, raw, "b.xlsx", anggap=(Anggapan("kelurahan", "xyz", "Kapuk"),))
    assert other.counts["kelurahan"] == {build.KAPUK: 1} and codes(other).count("DIANGGAP") == 1
    assert json.loads(other.options.as_json())["anggap"] == [{"kolom": "kelurahan", "nilai": "xyz", "arti": "Kapuk"}]
    back = prepared(kept, raw, "b.xlsx", anggap=(Anggapan("kelurahan", "Xyz", ""),))
    assert "WILAYAH_TIDAK_DIKENAL" in codes(back) and back.dianggap == ()


def test_a_word_taken_back_stays_so_in_the_next_correction(kept: Store) -> None:
    rows = [["Kapuk", *[3] * 9], ["Xyz", 7, *[3] * 8], ["Xyz", 8, *[3] * 8]]
    data = files.table([HEAD, *([place, "Posyandu", *answers] for place, *answers in rows)])
    draft = put(kept, data, anggap=(Anggapan("kelurahan", "Xyz", "Tomang"),))
    back = (Anggapan("kelurahan", "Xyz", ""),)
    book = openpyxl.load_workbook(BytesIO(mended(draft, **{"7": 1})))
    page = book.active
    assert page is not None
    next(cell for row in page.iter_rows() for cell in row if cell.value == "Xyz").value = "Kamal"
    out = BytesIO()
    book.save(out)
    first = prepared(kept, out.getvalue(), "b.xlsx", anggap=back)
    assert first.counts["kelurahan"] == {"31.73.06.1004": 1}, first.counts
    ingest(kept, first, pengunggah="Siti")
    second = prepared(kept, mended(draft, **{"8": 1}), "c.xlsx")
    assert second.dianggap == () and "WILAYAH_TIDAK_DIKENAL" in codes(second)
    uploads.undo(kept, 2, oleh="Siti")
    again = prepared(kept, mended(draft, **{"8": 1}), "c.xlsx")
    assert [one.mungkin for one in again.dianggap] == ["Tomang"], "undone with the correction that took it back"


def test_a_row_copied_in_the_workbook_fills_its_row_once(kept: Store) -> None:
    draft = put(kept, files.table([HEAD, ["Kapuk", "Posyandu", *[3] * 9], ["Xyz", "Posyandu", *[2] * 9]]))
    book = openpyxl.load_workbook(BytesIO(mended(draft, Xyz="Kapuk")))
    page = book.active
    assert page is not None
    page.append([cell.value for cell in page[2]])
    out = BytesIO()
    book.save(out)
    again = prepared(kept, out.getvalue(), "b.xlsx")
    assert (again.n_diterima, again.n_ditolak) == (1, 1) and "BUKAN_BARIS_KOREKSI" in codes(again)
    ingest(kept, again, pengunggah="Siti")
    assert stored(kept, "b1") == [3, 2]


def test_words_of_an_undone_file_store_nothing(kept: Store) -> None:
    draft = put(kept, odd(), anggap=(Anggapan("kelurahan", "Xyz", "Tomang"),))
    uploads.undo(kept, 1, oleh="Siti")
    again = prepared(kept, mended(draft, **{"7": 1}), "b.xlsx")
    assert again.refused and "KOREKSI_DIBATALKAN" in codes(again)
    newer = put(kept, odd(), anggap=(Anggapan("kelurahan", "Xyz", "Kamal"),))
    again = prepared(kept, mended(newer, **{"7": 1}), "b.xlsx")
    assert not again.refused and [one.mungkin for one in again.dianggap] == ["Kamal"], "of the one that is active"


def test_a_mapped_file_is_mended_by_its_mapping_and_its_words(kept: Store) -> None:
    own = ("Jelek", "Lumayan", "Oke", "Mantap")
    head = ["Kel", *(f"Tanya {n}" for n in range(1, 10))]
    mapping = Pemetaan(
        "skm9",
        (
            Kolom("kel", "kelurahan"),
            *(
                Kolom(f"tanya {n}", f"b{n}", jawaban=tuple(zip(map(str.lower, own), "1234", strict=True)))
                for n in range(1, 10)
            ),
        ),
    )
    rows = [["Kapuk", *[own[number % 4]] * 9] for number in range(8)] + [["Kapukkk", "Mantab", *["Oke"] * 8]]
    said = (Anggapan("b1", "Mantab", "Mantap"),)
    draft = put(kept, files.table([head, *rows]), layanan="posyandu", pemetaan=mapping, anggap=said)
    assert (draft.n_diterima, draft.n_ditolak) == (8, 1)
    again = prepared(kept, mended(draft, Kapukkk="Kapuk"), "b.xlsx")
    assert again.n_diterima == 1 and [again.preview()[0][name] for name in ("b1", "b2")] == [4, 3]
