"""Reading ahead what is read once per data version, so that no visitor waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from skm_core import precision, quality
from skm_core.store import Store


def warm(store: Store, *, wanted: Callable[[], bool] = lambda: True, rest: float = 0.0) -> int:
    """Read the counts, then signs and sums of single questionnaires, newest periode first, then the counts by profile.

    Returns how many reads. Stops before the next read where `wanted` says no or the data changed. Rests `rest` times as
    long as each read took, to leave the processor to whoever waits for a page.
    """
    version, done = store.data_version, 0
    for read in _reads(store):
        if not wanted() or store.data_version != version:
            break
        start = time.perf_counter()
        read()
        done += 1
        time.sleep(rest * (time.perf_counter() - start))
    return done


def _reads(store: Store) -> Iterator[Callable[[], object]]:
    counted = precision.load(store)
    collected = sorted(counted.kinds(), key=lambda kind: counted.periode[kind[0]].mulai or date.min, reverse=True)
    for periode, pengumpul in collected:
        yield partial(quality.recorded, store, (periode,))
        if not counted.periode[periode].panel:  # a closed panel has no interval
            yield partial(precision.moments, store, counted, periode, pengumpul)
    for profil in precision.PROFIL if collected else ():
        yield partial(precision.load, store, profil=profil)
