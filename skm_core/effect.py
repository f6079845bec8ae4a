"""What an upload, an undo or a restore would do to the figures, before it happens.

Rows that are simply new are counted where they lie and added to the counts of the database: nobody waits for it. Every
other act is carried out inside a transaction that is rolled back, and the same counts are read before and after it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from skm_core import registry, uploads
from skm_core.counting import MAX_BUTIR, Group
from skm_core.intake import overlap
from skm_core.intake.draft import Draft
from skm_core.intake.ingest import drop_temporary, stored
from skm_core.intake.overlap import Met
from skm_core.queries import statement
from skm_core.scoring import Score, score_groups
from skm_core.store import Store
from skm_core.terms import Instrumen

NOBODY = "akibat"
Key = tuple[str | None, str | None, str | None, str]
GroupKey = tuple[str, str, str | None, str | None, str, bool, str, str]


@dataclass(frozen=True, slots=True)
class Effect:
    """One figure that changes: of a layanan in the whole city (`kelurahan` None) or in one kelurahan.

    `sebelum` or `sesudah` is None where no questionnaire counts.
    """

    periode: str
    layanan: str
    kelurahan: str | None
    pengumpul: str
    sebelum: Score | None
    sesudah: Score | None


def of_upload(store: Store, draft: Draft, *, take_changes: bool = False) -> tuple[Effect, ...]:
    """What storing the draft would change; the city first, then kelurahan, in code order."""
    if draft.refused or draft.cursor is None:
        return ()

    values = {"periode": list(draft.counts["periode"]), "layanan": list(draft.counts["layanan"])}
    with store.read() as cursor:
        met = overlap.meet(cursor, draft)
        replacing = take_changes and bool(met.n_berubah)
        before = [] if replacing else cursor.execute(statement("akibat_hitung"), values).fetchall()
        added = [] if replacing else _added(cursor, draft, met)
        drop_temporary(cursor)
    if not replacing:
        known = _named(store, draft)
        return _between(before, [*before, *(known(*row) for row in added)], registry.instrumen(store))

    def act(cursor: duckdb.DuckDBPyConnection) -> None:
        stored(cursor, draft, overlap.meet(cursor, draft), NOBODY, take_changes=take_changes)

    return _effects(store, act, **values)


def _added(cursor: duckdb.DuckDBPyConnection, draft: Draft, met: Met) -> list[tuple[Any, ...]]:
    """Counts of the rows of a compared draft that are new."""
    assert draft.cursor is not None
    if not met.compared:  # the rows are still where they were read
        cursor = draft.cursor
        for name in ("intake_banding_kosong", "akibat_draf_baru"):
            cursor.execute(statement(name))
    return cursor.execute(statement("akibat_draf")).fetchall()


def _named(store: Store, draft: Draft) -> Callable[..., tuple[Any, ...]]:
    """Turns a row of `akibat_draf` into one of `akibat_hitung`; what the file brings along is known from the draft."""
    rounds = {one.kode: one for one in draft.baru.periode} | registry.periode(store)
    places = {one.kode: one for one in draft.baru.wilayah} | registry.wilayah(store)

    def row(periode: str, layanan: str, wilayah: str, pengumpul: str, *rest: Any) -> tuple[Any, ...]:
        time, kecamatan = rounds[periode], places[wilayah].kecamatan_kode
        return periode, layanan, wilayah, kecamatan, pengumpul, time.panel, time.aturan, *rest

    return row


def of_undo(store: Store, unggahan_id: int) -> tuple[Effect, ...]:
    """What undoing the unggahan would change. Raises UploadStateError as `uploads.undo`."""
    return _of_flip(store, unggahan_id, before="aktif", after="dibatalkan")


def of_restore(store: Store, unggahan_id: int) -> tuple[Effect, ...]:
    """What restoring the unggahan would change. Raises UploadStateError as `uploads.restore`."""
    return _of_flip(store, unggahan_id, before="dibatalkan", after="aktif")


def _of_flip(store: Store, unggahan_id: int, *, before: str, after: str) -> tuple[Effect, ...]:
    with store.read() as cursor:
        periode, layanan = cursor.execute(statement("unggahan_isi"), {"unggahan_id": unggahan_id}).fetchall()[0]
    return _effects(
        store,
        lambda cursor: uploads.flip(cursor, unggahan_id, before=before, after=after, oleh=NOBODY, revisi=NOBODY),
        periode,
        layanan,
    )


def _effects(
    store: Store, act: Callable[[duckdb.DuckDBPyConnection], None], periode: list[str], layanan: list[str]
) -> tuple[Effect, ...]:
    values = {"periode": periode, "layanan": layanan}
    with store.trial() as cursor:
        before = cursor.execute(statement("akibat_hitung"), values).fetchall()
        act(cursor)
        after = cursor.execute(statement("akibat_hitung"), values).fetchall()
    return _between(before, after, registry.instrumen(store))


def _between(
    before: Iterable[tuple[Any, ...]], after: Iterable[tuple[Any, ...]], instrumen: Mapping[str, Instrumen]
) -> tuple[Effect, ...]:
    """The figures that differ between two sets of counts."""
    old, new = _figures(before, instrumen), _figures(after, instrumen)
    keys = sorted(old.keys() | new.keys(), key=lambda key: (key[2] is not None, *(part or "" for part in key)))
    return tuple(
        Effect(str(key[0]), str(key[1]), key[2], key[3], old.get(key), new.get(key))
        for key in keys
        if _shown(old.get(key)) != _shown(new.get(key))
    )


def _shown(figure: Score | None) -> object:
    return None if figure is None else (figure.n_kuesioner, figure.ikm_exact)


def figures_of(found: Iterable[Effect]) -> tuple[object, ...]:
    """What effects say, to tell whether two of them say the same: key, n and exact IKM before and after."""
    return tuple(
        (one.periode, one.layanan, one.kelurahan, one.pengumpul, _shown(one.sebelum), _shown(one.sesudah))
        for one in found
    )


def _figures(rows: Iterable[tuple[Any, ...]], instrumen: Mapping[str, Instrumen]) -> dict[Key, Score]:
    """Scores of every layanan, in the city and in each kelurahan, from the counts of single items."""
    counted: dict[GroupKey, dict[int, tuple[int, int, int]]] = defaultdict(dict)
    for periode, layanan, wilayah, kecamatan, pengumpul, panel, aturan, kode, butir, *counts in rows:
        for where in ((None, None), (kecamatan, wilayah)):
            known = counted[periode, layanan, *where, pengumpul, panel, aturan, kode]
            n, answered, total = known.get(butir, (0, 0, 0))
            known[butir] = (n + counts[0], answered + counts[1], total + counts[2])
    items = range(1, MAX_BUTIR + 1)
    groups = [
        Group(
            *key,
            max(n for n, _, _ in found.values()),
            tuple(found.get(item, (0, 0, 0))[1] for item in items),
            tuple(found.get(item, (0, 0, 0))[2] for item in items),
        )
        for key, found in counted.items()
    ]
    return {(one.periode, one.layanan, one.kelurahan, one.pengumpul): one for one in score_groups(groups, instrumen)}
