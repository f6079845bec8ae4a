"""When a file was filled: by its titles and by its dates, for a periode that is still to be chosen."""

from __future__ import annotations

import io
from datetime import date, timedelta

import openpyxl
import pytest

from skm_core.intake.periods import new_periode, spoken
from tests.intake import files
from tests.intake.conftest import Read, codes

CHOSEN = {"layanan": "posyandu", "kelurahan": "Kapuk", "pengumpul": "kelurahan"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Triwulan II Tahun 2026", "2026-q2"),
        ("PERIODE : TW 3 2026", "2026-q3"),
        ("Triwulan ke-4 2026", "2026-q4"),
        ("April s.d. Juni 2026", "2026-q2"),
        ("Januari - Juni 2026", "2026-s1"),
        ("TRIWULAN II (APRIL - JUNI) TAHUN 2026", "2026-q2"),
        ("Semester II 2026", "2026-s2"),
        ("Bulan Mei 2026", "2026-05"),
        ("Hasil survei tahun 2026", "2026"),
        ("Maret s.d. Juni 2026", None),  # no part of a year that has a code
        ("Triwulan I dan II 2026", None),
        ("Tahun 2026 Triwulan II", None),
        ("Semester III 2026", None),
        ("Jakarta, 1 April 2026", None),  # a day
        ("Permenpan 14 Tahun 2017", None),  # a rule
        ("Kelurahan Kapuk", None),
    ],
)
def test_a_periode_is_read_as_it_is_spoken(text: str, code: str | None) -> None:
    assert spoken(text) == code


def test_a_new_periode_named_in_words_has_its_dates() -> None:
    made = new_periode("Triwulan III 2026", "permenpan")
    assert (made.kode, made.mulai, made.selesai) == ("2026-q3", date(2026, 7, 1), date(2026, 9, 30))
    assert new_periode("TW Percobaan", "permenpan").mulai is None


def dated(days: list[str]) -> bytes:
    return files.table([["tanggal", *files.RULE], *([day, *[3] * 9] for day in days)])


def test_the_dates_of_most_rows_make_the_proposal(read: Read) -> None:
    days = [(date(2026, 4, 2) + timedelta(days=3 * number)).strftime("%d/%m/%Y 09.15.00") for number in range(30)]
    draft = read(dated([*days, "15/01/2026 10.00.00"]), **CHOSEN)
    assert draft.pertanyaan == ("periode",)
    span = draft.rentang
    assert span and (span.mulai, span.selesai) == (date(2026, 4, 2), date(2026, 6, 28))
    assert (span.n, span.n_luar) == (31, 1)
    assert draft.usul and draft.usul.kode == "2026-q2" and draft.usul.selesai == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (["2026-02-01", "2026-05-01"], "2026-s1"),
        (["2026-02-01", "2026-11-01"], "2026"),
        (["2026-02-01", "2027-02-01"], None),
    ],
)
def test_the_shortest_part_of_a_year_that_holds_them(days: list[str], code: str | None, read: Read) -> None:
    draft = read(dated(days), **CHOSEN)
    assert draft.rentang and (draft.usul.kode if draft.usul else None) == code
    assert (draft.rentang.mulai, draft.rentang.selesai) == tuple(map(date.fromisoformat, days))


def test_without_dates_there_is_no_span(read: Read) -> None:
    draft = read(files.table([files.RULE, *[[3] * 9] * 3]), **CHOSEN)
    assert draft.rentang is None and draft.usul is None
    assert read(dated(["2026-05-01"]), **CHOSEN, periode="2019-q2").rentang is None, "nothing is asked"


def book(*titles: str, sheets: tuple[str, ...] = ("Data",)) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name in sheets:
        sheet = made.create_sheet(name)
        for title in titles:
            sheet.append([part.strip() for part in title.replace(":", "|:|").split("|")])
        sheet.append(["No", *files.RULE])
        for number in range(3):
            sheet.append([number + 1, *[3] * 9])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_titles_say_what_they_were_taken_for_and_where_they_stand(read: Read) -> None:
    data = book("UNIT PELAYANAN : KELURAHAN KAPUK", "JENIS LAYANAN : POSYANDU", "PERIODE : TRIWULAN II TAHUN 2019")
    draft = read(data, "a.xlsx", pengumpul="kota")
    assert not draft.refused and list(draft.counts["periode"]) == ["2019-q2"]
    told = {one.baris: (one.lembar, one.pesan) for one in draft.temuan if one.kode == "DARI_JUDUL"}
    assert told.keys() == {1, 2, 3} and {lembar for lembar, _ in told.values()} == {"Data"}
    assert told[1][1].startswith("Kelurahan Kapuk diambil dari judul di atas tabel (baris 1):")
    assert told[2][1].startswith("Layanan Posyandu diambil") and told[3][1].startswith(
        "Periode April–Juni 2019 diambil"
    )


def test_a_title_nobody_knows_is_told_and_not_guessed(read: Read) -> None:
    data = book("UNIT PELAYANAN : KELURAHAN KAPPUK", "JENIS LAYANAN : POSYANDOO", "PERIODE : TRIWULAN II TAHUN 2026")
    draft = read(data, "a.xlsx", pengumpul="kota")
    assert set(draft.pertanyaan) == {"periode", "layanan", "kelurahan"}
    told = {one.baris: one.pesan for one in draft.temuan if one.kode == "JUDUL_TIDAK_DIKENAL"}
    assert told.keys() == {1, 2, 3}
    assert "Mungkin maksudnya Kapuk." in told[1] and "Mungkin maksudnya Posyandu." in told[2]
    assert draft.usul and draft.usul.kode == "2026-q2", "the form of a new periode is filled with it"
    chosen = read(data, "a.xlsx", pengumpul="kota", kelurahan="Kapuk", layanan="pkk", periode="2019-q2")
    assert "JUDUL_TIDAK_DIKENAL" not in codes(chosen), "a choice needs no title"


def test_a_column_in_words_means_the_periode_of_these_days(read: Read) -> None:
    lines = [[word, *[3] * 9] for word in ("April–Juni 2019", "TW II 2019", "triwulan 2 tahun 2019", "2019-q2")]
    draft = read(files.table([["periode", *files.RULE], *lines]), **CHOSEN)
    assert draft.counts["periode"] == {"2019-q2": 4}
