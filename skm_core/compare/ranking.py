"""Ranking that does not claim more order than the survey shows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from skm_core.compare.parts import index_only, pairs
from skm_core.compare.verdict import ALFA
from skm_core.precision.counts import load
from skm_core.precision.design import CARA, Cara
from skm_core.precision.groups import Kelompok
from skm_core.precision.joint import IKM, estimate
from skm_core.store import Store
from skm_core.terms import Pilihan


@dataclass(frozen=True, slots=True)
class Peringkat:
    """One part's place, best first: between `dari` and `sampai` as far as the survey can tell.

    setara: keys of the parts it cannot be told apart from.
    """

    kelompok: Kelompok
    kunci: str
    ikm: float
    dari: int
    sampai: int
    setara: tuple[str, ...]

    @property
    def teks(self) -> str:
        """ "peringkat 2", or "peringkat 2–5 (setara)"."""
        if self.dari == self.sampai:
            return f"peringkat {self.dari}"
        return f"peringkat {self.dari}–{self.sampai} (setara)"


def ranking(store: Store, pilihan: Pilihan, rincian: str, cara: Cara = CARA) -> tuple[Peringkat, ...]:
    """Values of one dimension of a selection of one pengumpul, highest index first.

    A part's best place is 1 + the number of parts that are higher for certain, its worst the number of parts less those
    lower for certain (pairwise tests, corrected over all pairs; Goldstein and Spiegelhalter 1996 on such ranges).
    """
    found = estimate(
        load(store, hanya_lengkap=pilihan.hanya_lengkap), [(pilihan, [rincian])], index_only(cara), store, silang=True
    )
    certain: set[tuple[str, str]] = set()
    for one in pairs(found):
        if one.p_terkoreksi is not None and one.p_terkoreksi < ALFA:
            names = (_key(one.dari, rincian), _key(one.ke, rincian))
            certain.add(names if one.selisih < 0 else names[::-1])
    known = [(float(found.lin.nilai[place, IKM]), one) for place, one in enumerate(found.kelompok)]
    known = [(value, one) for value, one in known if not np.isnan(value)]
    keys = [_key(one, rincian) for _, one in known]
    return tuple(
        Peringkat(
            kelompok=one,
            kunci=(key := _key(one, rincian)),
            ikm=value,
            dari=1 + sum((other, key) in certain for other in keys),
            sampai=len(keys) - sum((key, other) in certain for other in keys),
            setara=tuple(o for o in keys if o != key and (o, key) not in certain and (key, o) not in certain),
        )
        for value, one in sorted(known, key=lambda pair: (-pair[0], _key(pair[1], rincian)))
    )


def _key(one: Kelompok, rincian: str) -> str:
    return str(getattr(one, rincian))
