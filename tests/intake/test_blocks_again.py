"""Several services in one row, exported again or mended: every questionnaire of a row has a fate of its own."""

from __future__ import annotations

import io
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skm_core import checks, reference, uploads
from skm_core.errors import UploadStateError
from skm_core.intake import Draft, Options, Receipt, ingest, prepare, read_file
from skm_core.store import Store
from tests.intake import files, services
from tests.intake.services import ASKED, SERVICES, Person

CHOSEN = Options(periode="2019-q2", pengumpul="kelurahan")
COLUMN = {key: f"b{files.RULE.index(key) + 1}" for key in ASKED}
Filled = dict[tuple[int, str], int | None]
"""(respondent, layanan) → answer on persyaratan."""


def people(n: int = 8) -> list[Person]:
    """Everybody judges all six services, all with 3."""
    everything: dict[str, dict[str, int | None]] = {one: dict.fromkeys(ASKED, 3) for one in SERVICES}
    return [
        Person(p.nomor, p.waktu, p.kelurahan, p.jenis_kelamin, p.usia, p.saran, deepcopy(everything))
        for p in services.people(n)
    ]


def export(service: str, found: Sequence[Person]) -> tuple[bytes, str]:
    asks = services.sixfold(found)
    if service == "kobo":
        return services.kobo_csv(services.kobo(found, asks, groups="/")), "kobo.csv"
    if service == "monkey":
        return services.book(services.monkey(found, asks), "Sheet"), "monkey.xlsx"
    heading = services.grid
    return services.csv(services.google(found, asks, heading=heading)), "google.csv"


def read(store: Store, data: bytes, name: str, options: Options = CHOSEN) -> Draft:
    draft = prepare(store, read_file(data, name), options)
    assert not draft.refused, [finding.pesan for finding in draft.temuan]
    return draft


def put(store: Store, service: str, found: Sequence[Person], *, take: bool = False) -> Receipt:
    draft = read(store, *export(service, found))
    return ingest(store, draft, pengunggah="uji", take_changes=take)


def counted(store: Store) -> tuple[int, int, int]:
    """Questionnaires, people, sum of the answers on persyaratan."""
    ((n, people, total),) = store.fetch(
        "SELECT count(*), count(DISTINCT responden_kunci), coalesce(sum(b1), 0)::INTEGER FROM kuesioner_aktif"
    )[1]
    return n, people, total


@pytest.mark.parametrize("service", ["kobo", "monkey", "google"])
def test_two_of_six_changed_are_two_changes(store: Store, service: str) -> None:
    found = people()
    first = put(store, service, found)
    assert first.n_diterima == 48 and counted(store) == (48, 8, 144)
    found[2].nilai["pkk"]["persyaratan"] = 1
    found[2].nilai["ppsu"]["persyaratan"] = 4
    draft = read(store, *export(service, found))
    assert (draft.n_baru, draft.n_sama, draft.n_berubah) == (0, 46, 2)
    changed = {(one.layanan, one.isi) for one in draft.perubahan}
    assert changed == {("pkk", (("b1", 3, 1),)), ("ppsu", (("b1", 3, 4),))}

    passed_over = ingest(store, draft, pengunggah="uji")
    assert (passed_over.n_diterima, passed_over.n_berubah) == (0, 2) and counted(store) == (48, 8, 144)
    taken = put(store, service, found, take=True)
    assert (taken.n_diterima, taken.n_diganti, taken.n_sama) == (2, 2, 46)
    assert counted(store) == (48, 8, 143), "1 and 4 instead of 3 and 3, of the same person"
    uploads.undo(store, taken.unggahan_id, oleh="uji")
    assert counted(store) == (48, 8, 144)
    uploads.restore(store, taken.unggahan_id, oleh="uji")
    assert counted(store) == (48, 8, 143)
    assert not checks.verify(store)


@pytest.mark.parametrize("service", ["kobo", "monkey", "google"])
def test_a_service_judged_later_is_a_new_questionnaire_of_the_same_person(store: Store, service: str) -> None:
    found = people()
    later = found[3].nilai.pop("rptra")
    put(store, service, found)
    assert counted(store)[:2] == (47, 8)
    found[3].nilai["rptra"] = later
    draft = read(store, *export(service, found))
    assert (draft.n_baru, draft.n_sama, draft.n_berubah) == (1, 47, 0)
    ingest(store, draft, pengunggah="uji")
    assert counted(store) == (48, 8, 144) and not checks.verify(store)


def test_running_numbers_keep_one_person_one_person_over_two_files(store: Store) -> None:
    """Keys that count within one file only: the changed answers still belong to whom they belonged."""
    found = people(20)
    asks = services.sixfold(found)
    rows = services.rows_of(["Responden", *(f"{ask.grup} [{ask.label}]" if ask.rating else ask.label for ask in asks)],
                            [[p.nomor for p in found], *(ask.cells for ask in asks)])  # fmt: skip
    ingest(store, read(store, services.csv(rows), "a.csv"), pengunggah="uji")
    index = next(i for i, ask in enumerate(asks, 1) if ask.grup_kode == "jumantik" and ask.rating)
    rows[5][index] = files.LABELS[ASKED[0]][0]
    draft = read(store, services.csv(rows), "b.csv")
    assert (draft.n_baru, draft.n_sama, draft.n_berubah) == (0, 119, 1)
    ingest(store, draft, pengunggah="uji", take_changes=True)
    assert counted(store)[:2] == (120, 20)


def spoiled(found: Sequence[Person], *wrong: tuple[int, str]) -> bytes:
    """A form's export in which the answer on prosedur of these (row, layanan) is none."""
    asks = services.sixfold(found)
    rows = services.google(found, asks, heading=services.grid)
    for row, layanan in wrong:
        name = next(services.grid(ask) for ask in asks if ask.grup_kode == layanan and "Prosedur" in ask.label)
        rows[row - 1][rows[0].index(name)] = "Lumayan"
    return services.csv(rows)


def mended(data: bytes, *layanan: str) -> bytes:
    """The workbook of refused rows with the faulty answer of these services put right in every row."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    (sheet,) = book.worksheets
    for column in sheet.iter_cols():
        title = str(column[0].value)
        if any(SERVICES[one] in title for one in layanan) and "Prosedur" in title:
            for cell in column[1:]:
                cell.value = "Mudah" if cell.value == "Lumayan" else cell.value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_refused_block_is_mended_without_touching_its_siblings(store: Store, tmp_path: Path) -> None:
    found = people()
    draft = read(store, spoiled(found, (4, "pkk")), "google.csv")
    assert (draft.n_diterima, draft.n_ditolak) == (47, 1)
    ingest(store, draft, pengunggah="uji", archive_dir=tmp_path)
    assert counted(store)[:2] == (47, 8)
    book = uploads.refused_workbook(store, 1, tmp_path)
    correction = read(store, mended(book, "pkk"), "ditolak.xlsx", Options())
    assert (correction.n_baru, correction.n_terisi, correction.n_berubah) == (1, 5, 0)
    assert ingest(store, correction, pengunggah="uji", archive_dir=tmp_path).n_diterima == 1
    assert counted(store)[:2] == (48, 8), "the mended one belongs to the person of its siblings"
    _, rows = store.fetch("SELECT baris, layanan_kode, b2 FROM kuesioner WHERE unggahan_id = 2")
    assert rows == [(4, "pkk", 3)]
    assert (uploads.history(store)[1].n_ditolak, uploads.history(store)[1].n_diperbaiki) == (1, 1)
    with pytest.raises(UploadStateError, match="Tidak ada baris ditolak"):
        uploads.refused_workbook(store, 1, tmp_path)
    uploads.undo(store, 2, oleh="uji")
    assert counted(store)[0] == 47 and uploads.history(store)[1].n_diperbaiki == 0
    uploads.restore(store, 2, oleh="uji")
    assert counted(store)[:2] == (48, 8) and not checks.verify(store)


def test_of_two_refused_blocks_of_a_row_the_second_stays_open_until_it_is_mended(store: Store, tmp_path: Path) -> None:
    found = people()
    draft = read(store, spoiled(found, (4, "pkk"), (4, "ppsu"), (6, "ppsu")), "google.csv")
    ingest(store, draft, pengunggah="uji", archive_dir=tmp_path)
    assert (draft.n_ditolak, counted(store)[0]) == (3, 45)
    book = uploads.refused_workbook(store, 1, tmp_path)
    assert openpyxl.load_workbook(io.BytesIO(book)).worksheets[0].max_row == 3
    one = read(store, mended(book, "pkk"), "satu.xlsx", Options())
    assert (one.n_baru, one.n_ditolak) == (1, 2)
    ingest(store, one, pengunggah="uji", archive_dir=tmp_path)
    assert uploads.history(store)[1].n_diperbaiki == 1
    rest = uploads.refused_workbook(store, 1, tmp_path)
    reason = [str(row[-2].value) for row in openpyxl.load_workbook(io.BytesIO(rest)).worksheets[0].iter_rows(min_row=2)]
    assert len(reason) == 2 and all("PPSU" in text and "PKK" not in text for text in reason)
    ingest(store, read(store, mended(rest, "ppsu", "pkk"), "dua.xlsx", Options()), pengunggah="uji")
    assert counted(store)[:2] == (48, 8) and uploads.history(store)[2].n_diperbaiki == 3
    assert not checks.verify(store)


Edit = tuple[int, str, int | None]
"""Respondent, layanan, and the answer from now on; None: that service is not judged any more."""


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    weeks=st.lists(
        st.tuples(
            st.integers(4, 6),
            st.lists(st.tuples(st.integers(0, 5), st.sampled_from(list(SERVICES)), st.integers(1, 4)), max_size=5),
            st.booleans(),
        ),
        min_size=2,
        max_size=4,
    ),
    undone=st.sets(st.integers(1, 4)),
)
def test_any_exports_agree_with_a_dictionary(weeks: list[tuple[int, list[Edit], bool]], undone: set[int]) -> None:
    """Longhand: per upload the questionnaires it brought; the newest standing one of each counts."""
    with Store() as store:
        reference.seed(store)
        found = people(6)
        for person in found[::2]:
            del person.nilai["rptra"]
        now: Filled = {}
        brought: list[Filled] = []
        for n, edits, take in weeks:
            for who, layanan, value in edits:
                found[who].nilai.setdefault(layanan, dict.fromkeys(ASKED, 3))["persyaratan"] = value
            in_file = {
                (p.nomor, layanan): answers["persyaratan"] for p in found[:n] for layanan, answers in p.nilai.items()
            }
            new = {key: value for key, value in in_file.items() if key not in now or (take and now[key] != value)}
            put(store, "kobo", found[:n], take=take)
            if new:
                brought.append(new)
            now |= new
            assert standing(store) == now
        number = dict(enumerate(brought, 1))
        assert [one.n_diterima for one in reversed(uploads.history(store))] == [len(new) for new in brought]
        for one in sorted(undone & number.keys()):
            uploads.undo(store, one, oleh="uji")
        left: Filled = {}
        for one, new in number.items():
            left |= {} if one in undone else new
        assert standing(store) == left
        for one in sorted(undone & number.keys()):
            uploads.restore(store, one, oleh="uji")
        assert standing(store) == now
        people_counted = counted(store)[1]
        assert people_counted == len({who for who, _ in now})
        assert not checks.verify(store)


def standing(store: Store) -> Filled:
    """(respondent, layanan) → answer of all that counts; respondents by the minute their form was sent."""
    minutes = {p.nomor: p.waktu.date() for p in people(6)}
    _, rows = store.fetch("SELECT tanggal, layanan_kode, b1 FROM kuesioner_aktif")
    by_day = {day: number for number, day in minutes.items()}
    found = {(by_day[day], layanan): value for day, layanan, value in rows}
    assert len(found) == len(rows), "nothing counts twice"
    return found
