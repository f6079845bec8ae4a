"""What is announced before an upload, an undo or a restore is what the figures are afterwards."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skm_core import effect, reference, scoring, uploads
from skm_core.effect import Effect
from skm_core.errors import UploadStateError
from skm_core.intake import Draft, Options, ingest, prepare, read_file
from skm_core.store import Store
from skm_core.terms import Pilihan
from tests import build
from tests.build import KALIDERES, KAPUK, csv_bytes, form


def shown(found: Iterable[Effect]) -> list[tuple[object, ...]]:
    return [
        (one.layanan, one.kelurahan, *((str(s.ikm), s.n_kuesioner) if s else None for s in (one.sebelum, one.sesudah)))
        for one in found
    ]


def now(store: Store, one: Effect) -> object:
    """The figure as the rest of the library reads it."""
    chosen = Pilihan((one.periode,), (one.layanan,), one.kelurahan, one.pengumpul)
    return [(found.ikm_exact, found.n_kuesioner) for found in scoring.score(store, chosen)]


def said(one: Effect, *, after: bool) -> object:
    figure = one.sesudah if after else one.sebelum
    return [(figure.ikm_exact, figure.n_kuesioner)] if figure else []


def test_the_effect_of_an_upload_is_what_it_does(store: Store) -> None:
    build.ingest(store, [form([3] * 9)] * 20)
    build.ingest(store, [form([4] * 9, layanan="pkk")] * 3, name="lain.csv")
    data = csv_bytes([form([4] * 9)] * 10 + [form([2] * 9, kelurahan=KALIDERES)] * 10)
    draft = prepare(store, read_file(data, "baru.csv"), Options(pengumpul="kelurahan"))
    version = store.data_version
    found = effect.of_upload(store, draft)
    assert shown(found) == [
        ("posyandu", None, ("75.00", 20), ("75.00", 40)),
        ("posyandu", KAPUK, ("75.00", 20), ("83.33", 30)),
        ("posyandu", KALIDERES, None, ("50.00", 10)),
    ]
    assert store.data_version == version and len(uploads.history(store)) == 2, "nothing happened"
    assert all(now(store, one) == said(one, after=False) for one in found)
    ingest(store, draft, pengunggah="uji")
    assert all(now(store, one) == said(one, after=True) for one in found)


def test_the_effect_of_undo_and_restore_is_what_they_do(store: Store) -> None:
    rows = [form([3] * 9, responden=f"uuid-0000-{n}") for n in range(12)]
    build.ingest(store, rows)
    rows[0] |= {"biaya": 1}
    rows += [form([4] * 9, responden="uuid-0000-99", kelurahan=KALIDERES)]
    draft = prepare(store, read_file(csv_bytes(rows), "lagi.csv"), Options(pengumpul="kelurahan"))
    receipt = ingest(store, draft, pengunggah="uji", take_changes=True)
    undoing = effect.of_undo(store, receipt.unggahan_id)
    assert [(one.kelurahan, one.sebelum and one.sebelum.n_kuesioner) for one in undoing] == [
        (None, 13),
        (KAPUK, 12),
        (KALIDERES, 1),
    ]
    uploads.undo(store, receipt.unggahan_id, oleh="uji")
    assert all(now(store, one) == said(one, after=True) for one in undoing)
    restoring = effect.of_restore(store, receipt.unggahan_id)
    uploads.restore(store, receipt.unggahan_id, oleh="uji")
    assert all(now(store, one) == said(one, after=True) for one in restoring)
    assert [said(one, after=True) for one in restoring] == [said(one, after=False) for one in undoing]


def test_taking_changes_has_an_effect_of_its_own(store: Store) -> None:
    rows = [form([3] * 9, responden=f"uuid-0000-{n}") for n in range(12)]
    build.ingest(store, rows)
    rows[0] |= {"biaya": 1}
    draft = prepare(store, read_file(csv_bytes(rows), "lagi.csv"), Options(pengumpul="kelurahan"))
    assert effect.of_upload(store, draft) == ()
    city, _ = effect.of_upload(store, draft, take_changes=True)
    assert said(city, after=True) != said(city, after=False)
    assert city.sesudah and city.sesudah.n_kuesioner == 12


def test_what_cannot_be_done_has_no_effect_but_a_reason(store: Store) -> None:
    build.ingest(store, [form([3] * 9)] * 3)
    with pytest.raises(UploadStateError, match="sudah berstatus aktif"):
        effect.of_restore(store, 1)
    with pytest.raises(UploadStateError, match="tidak ada"):
        effect.of_undo(store, 9)


ANSWERS = st.lists(st.sampled_from([1, 2, 3, 4, None]), min_size=8, max_size=8).map(lambda found: [3, *found])
ROWS = st.lists(
    st.tuples(
        ANSWERS,
        st.sampled_from(["posyandu", "pkk"]),
        st.sampled_from([KAPUK, KALIDERES]),
        st.sampled_from(["2019-q2", "2031-q1"]),
        st.sampled_from([None, *range(6)]),
    ),
    min_size=1,
    max_size=12,
)


def draft_of(store: Store, rows: list[tuple[Any, ...]], pengumpul: str, name: str) -> Draft:
    made = [
        form(answers, layanan=layanan, kelurahan=place, periode=periode)
        | {"responden": "" if key is None else f"uuid-0000-{key}"}
        for answers, layanan, place, periode, key in rows
    ]
    return prepare(store, read_file(csv_bytes(made), name), Options(pengumpul=pengumpul, create_periode=True))


def every_figure(store: Store) -> dict[tuple[object, ...], tuple[object, object]]:
    """All scores of single layanan and periode, city and kelurahan, as the rest of the library reads them."""
    found = [
        one
        for level in (("periode", "layanan"), ("periode", "layanan", "kelurahan"))
        for one in scoring.score(store, menurut=level)
    ]
    return {(one.periode, one.layanan, one.kelurahan, one.pengumpul): (one.ikm_exact, one.n_kuesioner) for one in found}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS, ROWS, st.sampled_from(["kota", "kelurahan"]), st.booleans())
def test_what_is_counted_beforehand_is_what_storing_gives(
    first: list[tuple[Any, ...]], second: list[tuple[Any, ...]], pengumpul: str, take_changes: bool
) -> None:
    """New rows are counted, replacing ones tried: both announce exactly the figures that change."""
    with Store() as store:
        reference.seed(store)
        ingest(store, draft_of(store, first, "kelurahan", "satu.csv"), pengunggah="uji")
        draft = draft_of(store, second, pengumpul, "dua.csv")
        before = every_figure(store)
        found = effect.of_upload(store, draft, take_changes=take_changes)
        ingest(store, draft, pengunggah="uji", take_changes=take_changes)
        after = every_figure(store)
        changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        announced = {(one.periode, one.layanan, one.kelurahan, one.pengumpul): one for one in found}
        assert announced.keys() == changed
        for key, one in announced.items():
            for figure, known in ((one.sebelum, before), (one.sesudah, after)):
                assert (figure and (figure.ikm_exact, figure.n_kuesioner)) == known.get(key)


def test_new_rows_are_weighed_while_another_writes(store: Store) -> None:
    build.ingest(store, [form([3] * 9)] * 20)
    draft = prepare(store, read_file(csv_bytes([form([4] * 9)] * 10), "baru.csv"), Options(pengumpul="kelurahan"))
    with store.write() as cursor:  # a trial would wait for this for ever
        cursor.execute("UPDATE pengaturan SET nilai = 'x' WHERE kunci = 'instansi_nama'")
        found: list[Effect] = []
        weighing = threading.Thread(target=lambda: found.extend(effect.of_upload(store, draft)))
        weighing.start()
        weighing.join(20)
        assert [one.sesudah and one.sesudah.n_kuesioner for one in found] == [30, 30]
