"""What the form services write around the answers: keys, unfinished responses, codes, tags, personal columns."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from openpyxl.utils import get_column_letter

from skm_core import uploads
from skm_core.intake import Draft, ingest
from skm_core.store import Store
from tests.intake import corpus, files, services
from tests.intake.conftest import Read, codes
from tests.intake.services import Rows

FOUND = corpus.FOUND
CHOSEN = {"periode": "2019-q2", "pengumpul": "kelurahan"}


def keys(store: Store, draft: Draft) -> list[int]:
    """Respondents' keys as stored, in the order of the file; undone afterwards, so that the next export is all new."""
    receipt = ingest(store, draft, pengunggah="uji")
    uploads.undo(store, receipt.unggahan_id, oleh="uji")
    found = "SELECT responden_kunci FROM kuesioner WHERE unggahan_id = $1 ORDER BY baris"
    return [key for (key,) in store.fetch(found, [receipt.unggahan_id])[1]]


KEYED = {
    "kobo": lambda found: services.kobo_csv(services.kobo(found, services.single(found))),
    "limesurvey": lambda found: services.csv(services.lime(found, services.single(found), unfinished=0)),
    "surveymonkey": lambda found: services.csv(services.monkey(found, services.single(found))),
    "microsoft_forms": lambda found: services.book(services.microsoft(found, services.single(found)), "Sheet1"),
}


@pytest.mark.parametrize("source", KEYED)
def test_keys_are_the_same_in_next_weeks_export(source: str, store: Store, read: Read) -> None:
    first = keys(store, read(KEYED[source](FOUND[:9]), "a.csv", **CHOSEN))
    second = keys(store, read(KEYED[source](FOUND), "b.csv", **CHOSEN))
    assert second[:9] == first and len(set(second)) == len(FOUND)


@pytest.mark.parametrize("source", ["limesurvey", "microsoft_forms"])
def test_running_numbers_of_two_forms_are_not_the_same_people(source: str, store: Store, read: Read) -> None:
    later = [
        services.Person(p.nomor, p.waktu.replace(second=1), p.kelurahan, "P", 40, "", p.nilai) for p in FOUND
    ]  # fmt: skip
    first = keys(store, read(KEYED[source](FOUND), "a.csv", **CHOSEN))
    assert not set(first) & set(keys(store, read(KEYED[source](later), "b.csv", **CHOSEN)))


def test_limesurvey_without_dates_has_no_date_and_no_key_across_files(store: Store, read: Read) -> None:
    def export(seed: bool) -> bytes:
        rows = services.lime(FOUND, services.single(FOUND), dated=False, unfinished=0)
        return services.csv(rows if seed else [[*row[:4], *row[5:]] for row in rows])

    draft = read(export(seed=False), "a.csv", **CHOSEN)
    assert {row["tanggal"] for row in draft.preview()} == {None} and "TANGGAL_TIDAK_DIKENAL" not in codes(draft)
    other = read(export(seed=False) + b"\n", "b.csv", **CHOSEN)
    assert not set(keys(store, draft)) & set(keys(store, other))
    assert keys(store, read(export(seed=True), **CHOSEN)) == keys(store, read(export(seed=True) + b"\n", **CHOSEN))


def test_unfinished_responses_are_left_out_and_counted(read: Read) -> None:
    draft = read(services.csv(services.lime(FOUND, services.single(FOUND), unfinished=3)), **CHOSEN)
    assert (draft.n_diterima, draft.n_ditolak) == (len(FOUND), 0)
    (finding,) = [one for one in draft.temuan if one.kode == "RESPONS_BELUM_SELESAI"]
    assert finding.pesan.startswith("3 respons belum selesai") and "baris 4" in finding.pesan
    six = read(services.csv(services.lime(FOUND, services.sixfold(FOUND), array="layanan", unfinished=3)), **CHOSEN)
    assert [one.pesan for one in six.temuan if one.kode == "RESPONS_BELUM_SELESAI"] == [finding.pesan]
    assert six.n_diterima == sum(len(person.nilai) for person in FOUND)


def test_only_unfinished_responses_store_nothing(read: Read) -> None:
    rows = services.lime(FOUND, services.single(FOUND), unfinished=0)
    for row in rows[1:]:
        row[1] = ""
    draft = read(services.csv(rows), **CHOSEN)
    assert draft.refused and draft.jumlah_temuan["RESPONS_BELUM_SELESAI"] == 1


def test_an_export_without_the_status_says_so(read: Read) -> None:
    rows = [[row[0], *row[2:]] for row in services.lime(FOUND, services.single(FOUND), unfinished=0)]
    draft = read(services.csv(rows), **CHOSEN)
    assert "STATUS_TIDAK_ADA" in codes(draft) and draft.n_diterima == len(FOUND)


@pytest.mark.parametrize("mode", ["A1", "AO01"])
def test_codes_of_choices_are_asked_about_and_never_guessed(mode: str, read: Read) -> None:
    """A code tells the place of an option on the form; which end is best only a person knows."""
    data = services.csv(services.lime(FOUND, services.single(FOUND, mode=mode), headings="kode"))
    draft = read(data, **CHOSEN)
    assert draft.refused and draft.pertanyaan == ("kode1",) and draft.preview() == []
    (finding,) = [one for one in draft.temuan if one.kode == "KODE_PILIHAN"]
    assert f"({mode}, " in finding.pesan and "ekspor ulang" in finding.pesan
    up, down = (read(data, kode1=kode1, **CHOSEN) for kode1 in ("terburuk", "terbaik"))
    assert not up.refused and not down.refused and up.n_ditolak == down.n_ditolak == 0
    said = [[row[f"b{n}"] for n in range(1, 10)] for row in up.preview(99)]
    assert said == [[p.nilai[p.one][key] for key in files.ASKED] for p in FOUND]
    turned = [[row[f"b{n}"] for n in range(1, 10)] for row in down.preview(99)]
    assert turned == [[None if value is None else 5 - value for value in row] for row in said]


def test_what_the_first_code_is_must_be_one_of_two(read: Read) -> None:
    data = services.csv(services.lime(FOUND, services.single(FOUND, mode="A1"), headings="kode"))
    assert "PILIHAN_TIDAK_DIKENAL" in codes(read(data, kode1="entah", **CHOSEN))


def test_codes_beyond_four_are_a_longer_scale(read: Read) -> None:
    rows = services.lime(FOUND, services.single(FOUND, mode="A1"), headings="kode")
    rows = [[{"A4": "A5", "A2": "A3"}.get(str(cell), cell) for cell in row] for row in rows]
    assert "SKALA_BUKAN_EMPAT" in codes(read(services.csv(rows), **CHOSEN))


def test_keys_cut_by_a_spreadsheet_do_not_make_everybody_one_person(store: Store, read: Read) -> None:
    rows = services.monkey(FOUND, services.single(FOUND))
    for row in rows[2:]:
        row[0] = "1,14E+11"
    draft = read(services.csv(rows, delimiter=";"), **CHOSEN)
    (finding,) = [one for one in draft.temuan if one.kode == "KUNCI_RUSAK"]
    assert finding.pesan.startswith(f"{len(FOUND)} kunci responden rusak") and "1,14E+11" in finding.pesan
    assert len(set(keys(store, draft))) == len(FOUND)


def test_blank_keys_do_not_make_everybody_one_person(store: Store, read: Read) -> None:
    found = files.forms()
    rows = [[*row, "responden" if number == 0 else "-"] for number, row in enumerate(files.key_rows(found))]
    assert len(set(keys(store, read(files.table(rows), pengumpul="kelurahan")))) == len(found)


def test_kobo_time_of_submission_is_utc(read: Read) -> None:
    early = [services.Person(1, FOUND[0].waktu.replace(day=24, hour=6), "Kapuk", "P", 30, "", FOUND[0].nilai)]
    rows = services.kobo(early, services.single(early), start=False)
    assert str(rows[1][rows[0].index("_submission_time")]).startswith("2019-04-23")
    assert [row["tanggal"] for row in read(services.kobo_csv(rows), **CHOSEN).preview()] == [date(2019, 4, 24)]


def test_a_date_asked_comes_before_the_services_own(read: Read) -> None:
    rows: Rows = services.kobo(FOUND, services.single(FOUND))
    rows = [[*row, "Tanggal wawancara" if number == 0 else "2019-05-02"] for number, row in enumerate(rows)]
    draft = read(services.kobo_csv(rows), **CHOSEN)
    assert {row["tanggal"] for row in draft.preview()} == {date(2019, 5, 2)}


PERSONAL = {
    "kobo grup": lambda: services.kobo_csv(services.kobo(FOUND, services.single(FOUND), groups="/")),
    "kobo xml": lambda: services.kobo_csv(services.kobo(FOUND, services.single(FOUND), xml=True, groups=".")),
    "lime": lambda: services.csv(services.lime(FOUND, services.single(FOUND))),
    "monkey": lambda: services.csv(services.monkey(FOUND, services.single(FOUND))),
    "microsoft": lambda: services.book(services.microsoft(FOUND, services.single(FOUND)), "Sheet1"),
    "google": lambda: services.csv(services.google(FOUND, services.single(FOUND))),
}


@pytest.mark.parametrize("source", PERSONAL)
def test_names_are_dropped_whatever_the_service_calls_the_column(source: str, read: Read) -> None:
    draft = read(PERSONAL[source](), **CHOSEN)
    cells: list[Any] = []
    for sheet in draft.raw.lembar:
        cells += [cell for row in draft.raw.connection.table(sheet.tabel).fetchall() for cell in row]
    text = " ".join(map(str, cells))
    assert "Budi" not in text and "budi@" not in text and "36.68.1.2" not in text
    assert draft.n_pribadi >= 1 and draft.n_diterima == len(FOUND)


def test_edited_and_filled_in_the_same_row_is_refused(read: Read) -> None:
    rows = services.edited(services.google(FOUND, services.single(FOUND)))
    both = next(row for row in rows[len(rows) // 2 + 1 :] if row[rows[0].index(rows[0][-1])])
    both[-1] = "Baik"
    assert "KOLOM_GANDA" in codes(read(services.csv(rows), **CHOSEN))


def test_merged_columns_are_said_and_a_bad_answer_names_its_own(read: Read) -> None:
    rows = services.edited(services.google(FOUND, services.single(FOUND)))
    assert "KOLOM_DIGABUNG" in codes(read(services.csv(rows), **CHOSEN))
    rows[1][-1] = "Lumayan"
    (finding,) = [one for one in read(services.csv(rows), **CHOSEN).temuan if one.tingkat == "baris"]
    assert finding.nilai == "Lumayan" and f"kolom {get_column_letter(len(rows[0]))}" in finding.pesan


def test_a_zip_with_two_tables_reads_both_and_one_twice_only_once(read: Read) -> None:
    half = [services.csv(services.google(part, services.single(part))) for part in (FOUND[:5], FOUND[5:])]
    both = read(services.zipped(("a.csv", half[0]), ("b.csv", half[1]), ("baca.pdf", b"%PDF")), "a.zip", **CHOSEN)
    assert both.n_diterima == len(FOUND) and {sheet.nama for sheet in both.raw.lembar} == {"a.csv", "b.csv"}
    again = read(corpus._monkey_zip(services.monkey(FOUND, services.single(FOUND))), "a.zip", **CHOSEN)
    assert again.n_diterima == len(FOUND) and "LEMBAR_DIABAIKAN" in codes(again)
