"""What is announced before an upload, an undo or a restore is what the figures are afterwards."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from skm_core import effect, scoring, uploads
from skm_core.effect import Effect
from skm_core.errors import UploadStateError
from skm_core.intake import Options, ingest, prepare, read_file
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
