"""Dates of a column: the order is decided for the column, never month first by accident."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from skm_core import settings
from skm_core.intake.periods import new_periode
from skm_core.rules import PERMENPAN_14_2017
from skm_core.store import Store
from tests.intake import files
from tests.intake.conftest import Read, codes

CHOSEN = {"periode": "2019-q2", "layanan": "posyandu", "kelurahan": "Kapuk", "pengumpul": "kelurahan"}


def dated(*cells: object) -> bytes:
    return files.table([["Timestamp", *files.RULE], *([cell, *[3] * 9] for cell in cells)])


@pytest.mark.parametrize(
    "cell",
    [
        "24/04/2019 9.15.30", "24/04/2019 09:15:30", "24-04-2019", "24.04.2019", "24/4/19", "4/24/2019 9:15:30",
        "2019/04/24 9:15:30 AM GMT+7", "2019-04-24", "2019-04-24T09:15:30.000+07:00", "2019-04-24 09:15:30", "43579",
        "43579,38", "43579.385", "24 April 2019", "24 Apr 2019 09.15", "Rabu, 24 April 2019", "April 24, 2019",
    ],
)  # fmt: skip
def test_one_day_in_many_spellings(cell: str, read: Read) -> None:
    draft = read(dated(cell), **CHOSEN)
    assert [row["tanggal"] for row in draft.preview()] == [date(2019, 4, 24)] and draft.temuan == ()


def test_day_first_if_any_day_says_so(read: Read) -> None:
    draft = read(dated("03/04/2019", "24/04/2019"), **CHOSEN)
    assert [row["tanggal"] for row in draft.preview()] == [date(2019, 4, 3), date(2019, 4, 24)] and draft.temuan == ()


def test_month_first_if_any_day_says_so(read: Read) -> None:
    draft = read(dated("4/3/2019", "4/24/2019"), **CHOSEN)
    assert [row["tanggal"] for row in draft.preview()] == [date(2019, 4, 3), date(2019, 4, 24)] and draft.temuan == ()


def test_an_open_order_is_day_first_with_a_warning(read: Read) -> None:
    draft = read(dated("03/04/2019", "05/04/2019"), **CHOSEN)
    assert [row["tanggal"] for row in draft.preview()] == [date(2019, 4, 3), date(2019, 4, 5)]
    assert codes(draft) == ["TANGGAL_DUA_ARTI"]


@pytest.mark.parametrize("cell", ["kemarin", "31/02/2019", "2019", "00/00/0000"])
def test_an_unreadable_date_is_blank_and_the_row_stays(cell: str, read: Read) -> None:
    draft = read(dated(cell, "24/04/2019"), **CHOSEN)
    assert [row["tanggal"] for row in draft.preview()] == [None, date(2019, 4, 24)]
    assert [(finding.kode, finding.baris) for finding in draft.temuan] == [("TANGGAL_TIDAK_DIKENAL", 2)]


def test_dates_outside_the_periode_are_one_warning(read: Read) -> None:
    draft = read(dated(*["24/04/2019"] * 5, *["24/07/2019"] * 3), **CHOSEN)
    (finding,) = draft.temuan
    assert finding.kode == "TANGGAL_LUAR_PERIODE" and finding.baris == 7 and finding.pesan.startswith("3 kuesioner")
    assert draft.n_diterima == 8


def test_dates_mostly_in_another_periode_name_it(read: Read, store: Store) -> None:
    data = dated(*["24/04/2019"] * 3, *["14/07/2020"] * 3, *["24/08/2020"] * 2)
    (finding,) = read(data, **CHOSEN).temuan
    assert finding.kode == "TANGGAL_PERIODE_LAIN" and finding.pesan.startswith("5 dari 8 kuesioner")
    assert "Tanggalnya 14-07-2020 sampai 24-08-2020, dan periode untuk itu belum ada." in finding.pesan
    for kode in ("2020", "2020-q3"):
        settings.save_periode(store, new_periode(kode, PERMENPAN_14_2017.kode))
    (finding,) = read(data, **CHOSEN).temuan
    assert "Tanggalnya jatuh dalam periode Triwulan III 2020; pilih periode itu" in finding.pesan, "not the whole year"


def test_dates_of_a_workbook(read: Read) -> None:
    rows: list[list[object]] = [
        ["Tanggal", *files.RULE],
        [datetime.fromisoformat("2019-04-03 09:15"), *[3] * 9],
        [date(2019, 4, 5), *[3.0] * 9],
    ]
    draft = read(files.book_of(rows), "a.xlsx", **CHOSEN)
    assert [row["tanggal"] for row in draft.preview()] == [date(2019, 4, 3), date(2019, 4, 5)] and draft.temuan == ()
