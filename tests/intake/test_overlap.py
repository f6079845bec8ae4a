"""The same form exported again: new rows only, unchanged ones passed over, changed ones only when asked for."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skm_core import checks, reference, registry, scoring, uploads
from skm_core.errors import ChangedMeanwhileError
from skm_core.intake import Draft, Options, Receipt, compared_again, ground, ingest, prepare, read_file
from skm_core.settings import save_periode
from skm_core.store import Store
from tests.build import KALIDERES, KAPUK, csv_bytes, form
from tests.intake import services

Rows = list[dict[str, object]]
CHOSEN = Options(pengumpul="kelurahan")


def keyed(n: int, start: int = 1, **more: object) -> Rows:
    return [form([3] * 9, responden=f"uuid:48583952-{number:06d}", **more) for number in range(start, start + n)]


def timed(n: int, **more: object) -> Rows:
    """As a form without a key: the second of filling is all that tells rows apart."""
    return [form([3] * 9, tanggal=f"24/04/2019 9.{15 + k // 60:02d}.{k % 60:02d}", **more) for k in range(n)]


def read(store: Store, rows: Rows, options: Options = CHOSEN) -> Draft:
    draft = prepare(store, read_file(csv_bytes(rows), "ekspor.csv"), options)
    assert not draft.refused, [finding.pesan for finding in draft.temuan]
    return draft


def put(store: Store, rows: Rows, *, take_changes: bool = False) -> Receipt:
    return ingest(store, read(store, rows), pengunggah="uji", take_changes=take_changes)


def total(store: Store) -> tuple[int, int]:
    """Counted questionnaires and the sum of their answers."""
    ((n, answers),) = store.fetch(
        "SELECT count(*), coalesce(sum(b1 + b2 + b3 + b4 + b5 + b6 + b7 + b8 + b9), 0)::INTEGER FROM kuesioner_aktif"
    )[1]
    return n, answers


@pytest.mark.parametrize("rows_of", [keyed, timed])
def test_next_weeks_export_adds_its_new_rows_only(store: Store, rows_of: object) -> None:
    put(store, rows_of(40))  # type: ignore[operator]
    draft = read(store, rows_of(55))  # type: ignore[operator]
    assert (draft.n_diterima, draft.n_baru, draft.n_sama, draft.n_berubah) == (55, 15, 40, 0)
    receipt = ingest(store, draft, pengunggah="uji")
    assert (receipt.n_diterima, receipt.n_sama) == (15, 40)
    assert total(store) == (55, 55 * 27)
    newest = uploads.history(store)[0]
    assert (newest.n_diterima, newest.n_sama) == (15, 40)
    assert not checks.verify(store)


def test_the_same_export_written_otherwise_stores_nothing(store: Store) -> None:
    put(store, timed(30))
    other = prepare(store, read_file(csv_bytes(timed(30), delimiter=";"), "b.csv"), CHOSEN)
    receipt = ingest(store, other, pengunggah="uji")
    assert receipt.n_diterima == 0 and [one.kode for one in receipt.temuan] == ["TIDAK_ADA_YANG_BARU"]
    assert len(uploads.history(store)) == 1 and total(store)[0] == 30


def test_a_changed_row_is_shown_and_taken_only_when_asked_for(store: Store) -> None:
    rows = keyed(20)
    put(store, rows)
    rows[4] |= {"biaya": 4, "kode_kelurahan": KALIDERES, "usia": 40}
    rows += keyed(1, start=21)
    draft = read(store, rows)
    assert (draft.n_baru, draft.n_sama, draft.n_berubah) == (1, 19, 1)
    (changed,) = draft.perubahan
    assert (changed.baris, changed.layanan, changed.unggahan_id) == (6, "posyandu", 1)
    assert set(changed.isi) == {("wilayah_kode", KAPUK, KALIDERES), ("usia", None, 40), ("b4", 3, 4)}

    assert ingest(store, draft, pengunggah="uji").n_berubah == 1
    assert total(store) == (21, 21 * 27), "not ticked: the old answers stay"
    receipt = put(store, rows, take_changes=True)
    assert (receipt.n_diterima, receipt.n_diganti) == (1, 1)
    assert total(store) == (21, 21 * 27 + 1)
    assert store.fetch("SELECT count(*) FROM kuesioner")[1] == [(22,)], "the old row is kept"
    uploads.undo(store, receipt.unggahan_id, oleh="uji")
    assert total(store) == (21, 21 * 27), "undo brings the old row back"
    uploads.restore(store, receipt.unggahan_id, oleh="uji")
    assert total(store) == (21, 21 * 27 + 1)
    assert not checks.verify(store)


def test_a_row_changed_twice_counts_once_whatever_is_undone(store: Store) -> None:
    rows = keyed(10)
    put(store, rows)
    for value in (2, 4):
        rows[0]["biaya"] = value
        put(store, rows, take_changes=True)
    expected = {(): 4, (3,): 2, (2,): 4, (2, 3): 3, (1, 2, 3): None}
    for undone, value in expected.items():
        for number in undone:
            uploads.undo(store, number, oleh="uji")
        _, found = store.fetch("SELECT b4 FROM kuesioner_aktif WHERE baris = 2")
        assert found == ([] if value is None else [(value,)]), undone
        for number in undone:
            uploads.restore(store, number, oleh="uji")
    assert total(store)[0] == 10 and not checks.verify(store)


def test_restoring_what_came_in_again_meanwhile_counts_nothing_twice(store: Store) -> None:
    put(store, keyed(10))
    uploads.undo(store, 1, oleh="uji")
    put(store, keyed(12))
    uploads.undo(store, 2, oleh="uji")
    put(store, keyed(3))
    uploads.restore(store, 2, oleh="uji")
    assert total(store)[0] == 12
    uploads.undo(store, 3, oleh="uji")
    assert total(store)[0] == 12, "what gave way counts again"
    uploads.restore(store, 3, oleh="uji")
    assert total(store)[0] == 12 and not checks.verify(store)


def test_rows_lost_by_an_undo_come_in_by_the_same_file_again(store: Store) -> None:
    put(store, keyed(10))
    put(store, keyed(15))
    uploads.undo(store, 1, oleh="uji")
    assert total(store)[0] == 5
    receipt = put(store, keyed(15))
    assert (receipt.unggahan_id, receipt.n_diterima, receipt.n_sama) == (3, 10, 5)
    assert total(store)[0] == 15 and not checks.verify(store)


def test_comparing_again_says_what_reading_again_would(store: Store) -> None:
    rows = [*keyed(12), *([form([3, 4, 2, 3, 3, 3, 3, 1, 3], usia=40)] * 4)]
    raw = read_file(csv_bytes(rows), "uji.csv")
    draft = prepare(store, raw, CHOSEN)
    before = ground(store, raw)
    changed = [*keyed(5), *([rows[-1]] * 4)]
    changed[0] = changed[0] | {"biaya": 1}
    put(store, changed)
    assert ground(store, raw) == before, "questionnaires of others change no reading"
    again, anew = compared_again(store, draft), prepare(store, raw, CHOSEN)
    assert (again.n_baru, again.n_sama, again.n_berubah) == (11, 4, 1)
    assert "ISIAN_SERUPA" in again.jumlah_temuan
    for name in ("temuan", "jumlah_temuan", "n_terisi", "n_sama", "n_berubah", "perubahan", "unggahan_lama", "counts"):
        assert getattr(again, name) == getattr(anew, name), name
    periode = registry.periode(store)["2019-q2"]
    save_periode(store, replace(periode, kode="2031-q1", nama="Triwulan I 2031"))
    assert ground(store, raw) != before


def test_what_was_not_seen_is_not_stored(store: Store) -> None:
    draft = read(store, keyed(12))
    put(store, keyed(5))
    version = store.data_version
    with pytest.raises(ChangedMeanwhileError, match="belum ada yang disimpan"):
        ingest(store, draft, pengunggah="uji", as_seen=True)
    assert store.data_version == version and total(store)[0] == 5
    assert ingest(store, compared_again(store, draft), pengunggah="uji", as_seen=True).n_diterima == 7


def test_running_numbers_of_another_form_are_other_people(store: Store) -> None:
    """Two enumerators number their sheets from 1: the numbers meet, the answers do not."""
    put(store, [form([2, 3, 4, 2, 3, 4, 2, 3, 4], responden=n, usia=20 + n) for n in range(1, 21)])
    draft = read(store, [form([4, 3, 2, 4, 3, 2, 4, 3, 2], responden=n, usia=50 + n) for n in range(1, 21)])
    assert (draft.n_baru, draft.n_sama, draft.n_berubah) == (20, 0, 0)


def test_running_numbers_of_the_same_form_are_known_again(store: Store) -> None:
    rows = [form([2, 3, 4, 2, 3, 4, 2, 3, 4], responden=n, usia=20 + n) for n in range(1, 31)]
    put(store, rows[:20])
    rows[7]["saran"] = "Diperbaiki"
    draft = read(store, rows)
    assert (draft.n_baru, draft.n_sama, draft.n_berubah) == (10, 19, 1)


def test_one_person_in_another_periode_layanan_or_collector_is_new(store: Store) -> None:
    put(store, keyed(5))
    assert read(store, keyed(5, layanan="pkk")).n_baru == 5
    assert read(store, keyed(5, periode="2019-maret")).n_baru == 5
    assert read(store, keyed(6), Options(pengumpul="kota")).n_baru == 6


def test_two_people_in_the_same_second_are_two(store: Store) -> None:
    rows = timed(10)
    put(store, rows)
    late = form([4] * 9, tanggal="24/04/2019 9.15.03")
    draft = read(store, [*rows, late])
    assert (draft.n_baru, draft.n_sama, draft.n_berubah) == (1, 10, 0)


def test_as_many_identical_rows_are_known_again_as_are_stored(store: Store) -> None:
    rows = timed(10) + timed(1)
    put(store, rows)
    assert total(store)[0] == 11
    draft = read(store, [*rows, *timed(1), *timed(1)])
    assert (draft.n_sama, draft.n_baru, draft.n_berubah) == (11, 2, 0)


def test_identical_rows_are_named_and_kept(store: Store) -> None:
    rows = [form([3] * 9, usia=34, saran="Sudah baik sekali")] * 2 + [form([3] * 9, usia=35)]
    draft = read(store, rows)
    (finding,) = draft.temuan
    assert finding.kode == "ISIAN_KEMBAR" and "baris 2 dan 3" in finding.pesan and draft.n_baru == 3


def test_without_keys_the_same_content_is_a_warning_and_nothing_is_passed_over(store: Store) -> None:
    rows = [form([3, 4, 2, 3, 3, 3, 3, 1 + k % 4, 3], usia=20 + k) for k in range(20)]
    put(store, rows)
    draft = read(store, [*rows, form([4] * 9, usia=60)])
    assert draft.n_baru == 21
    (finding,) = [one for one in draft.temuan if one.kode == "ISIAN_SERUPA"]
    assert finding.pesan.startswith("20 dari 21 kuesioner") and "unggahan 1" in finding.pesan


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    weeks=st.lists(st.integers(1, 12), min_size=2, max_size=4),
    edits=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 11), st.integers(1, 4)), max_size=6),
    undone=st.sets(st.integers(1, 4)),
)
def test_after_any_exports_with_changes_taken_the_newest_content_counts_once(
    weeks: list[int], edits: list[tuple[int, int, int]], undone: set[int]
) -> None:
    """Longhand: a dict of the newest answer per key over the uploads that stand."""
    with Store() as store:
        reference.seed(store)
        answer = dict.fromkeys(range(12), 3)
        for week, n in enumerate(weeks):
            for when, key, value in edits:
                if when == week:
                    answer[key] = value
            put(
                store,
                [form([answer[k]] * 9, responden=f"uuid-aaaa-{k:04d}") for k in range(n)],
                take_changes=True,
            )
        newest = {}
        _, stored = store.fetch(
            "SELECT unggahan_id, baris, asal_kunci::VARCHAR, b1 FROM kuesioner ORDER BY unggahan_id, baris"
        )
        for number in undone & {one.unggahan_id for one in uploads.history(store)}:
            uploads.undo(store, number, oleh="uji")
        gone = {one.unggahan_id for one in uploads.history(store) if not one.aktif}
        for number, _, key, value in stored:
            if number not in gone:
                newest[key] = value
        _, counted = store.fetch("SELECT asal_kunci::VARCHAR, b1 FROM kuesioner_aktif")
        assert sorted(counted) == sorted(newest.items())
        for number in sorted(gone):
            uploads.restore(store, number, oleh="uji")
        _, counted = store.fetch("SELECT asal_kunci::VARCHAR, b1 FROM kuesioner_aktif")
        assert sorted(counted) == sorted({key: value for _, _, key, value in stored}.items())
        assert not checks.verify(store)
        assert scoring.score(store)[0].n_kuesioner == max(weeks)


def _of_six_services(found: list[services.Person]) -> bytes:
    return services.csv(services.google(found, services.sixfold(found), heading=services.grid))


def test_a_form_about_six_services_exported_again(store: Store) -> None:
    """Several questionnaires of one row are told apart: only the changed one of a row is changed."""
    found = services.people(14)
    options = Options(periode="2019-q2", pengumpul="kelurahan")
    n_first, n_all = (sum(len(person.nilai) for person in part) for part in (found[:10], found))
    first = prepare(store, read_file(_of_six_services(found[:10]), "a.csv"), options)
    assert ingest(store, first, pengunggah="uji").n_diterima == n_first

    changed = next(person for person in found if len(person.nilai) == 6)
    services_of = list(changed.nilai)
    other = {key: {unsur: 5 - (value or 4) for unsur, value in changed.nilai[key].items()} for key in services_of[:2]}
    again = [replace(p, nilai={**p.nilai, **other}) if p is changed else p for p in found]
    draft = prepare(store, read_file(_of_six_services(again), "b.csv"), options)
    assert (draft.n_diterima, draft.n_baru) == (n_all, n_all - n_first)
    assert (draft.n_sama, draft.n_berubah) == (n_first - 2, 2)
    assert {one.layanan for one in draft.perubahan} == set(services_of[:2])
    receipt = ingest(store, draft, pengunggah="uji", take_changes=True)
    assert (receipt.n_diterima, receipt.n_diganti, receipt.n_sama) == (n_all - n_first + 2, 2, n_first - 2)
    _, rows = store.fetch("SELECT layanan_kode, count(*) FROM kuesioner_aktif GROUP BY ALL")
    assert dict(rows) == Counter(key for person in found for key in person.nilai)
    _, people = store.fetch("SELECT count(DISTINCT responden_kunci) FROM kuesioner_aktif WHERE unggahan_id = 1")
    assert people == [(10,)]
    assert not checks.verify(store)
