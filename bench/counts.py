"""Counts of the whole database by every dimension: SQL views against the same question put to pandas."""

from __future__ import annotations

import time
from collections.abc import Callable

from skm_core import counting, demo, scoring
from skm_core.store import Store
from skm_core.terms import SEMUA

COPIES = 16
"""Demo questionnaires times this: about a million."""


def best(work: Callable[[], object], times: int = 3) -> float:
    """Shortest of a few runs, in seconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def run() -> None:
    """Print seconds and the ratio to pandas, and the cost of a score once the counts are there."""
    with Store() as store:
        demo.generate(store)
        with store.write() as cursor:
            cursor.execute("INSERT INTO kuesioner SELECT kuesioner.* FROM kuesioner, range($1)", [COPIES - 1])
        ((n,),) = store.fetch("SELECT count(*) FROM kuesioner")[1]
        with store.read() as cursor:
            frame = cursor.execute("SELECT * FROM kuesioner").df()
        keys = ["periode_kode", "layanan_kode", "wilayah_kode", "pengumpul", "instrumen_kode"]
        items = [f"b{number}" for number in range(1, 21)]
        sql = best(lambda: store.fetch("SELECT * FROM hitung_butir"))
        pandas = best(lambda: frame.groupby(keys, observed=True)[items].agg(["count", "sum"]), times=1)
        scoring.score(store)
        regrouped = best(lambda: scoring.score(store, SEMUA, ["periode", "layanan", "kecamatan"]))
        cells = len(counting.counts(store).n_kuesioner)
        print(f"{n:,} questionnaires, {cells:,} cells")
        print(f"count in SQL {sql:.3f} s = 1; pandas groupby on data already in memory {pandas / sql:.1f}")
        print(f"all periode x layanan x kecamatan scored from the counts: {regrouped * 1000:.0f} ms")
