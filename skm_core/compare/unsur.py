"""Unsur beside each other: how sure the place of each is, and the index without one of them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from skm_core.compare.difference import Selisih
from skm_core.compare.verdict import ALFA
from skm_core.precision.counts import Floats, load
from skm_core.precision.design import CARA
from skm_core.precision.groups import Kelompok
from skm_core.precision.joint import IKM, estimate
from skm_core.precision.student import nothing_varies, quantile
from skm_core.rules import KONVERSI
from skm_core.store import Store
from skm_core.terms import Pilihan


@dataclass(frozen=True, slots=True)
class UrutanUnsur:
    """Place of one unsur, lowest NRR first: between `dari` and `sampai` as far as the survey can tell.

    setara: the unsur it cannot be told apart from.
    """

    dari: int
    sampai: int
    setara: tuple[str, ...]


def order_of_unsur(pairs: Sequence[tuple[str, str, Selisih]]) -> Mapping[str, UrutanUnsur]:
    """Places from every pair of unsur of one group (`between_unsur`), corrected over all pairs.

    As `ranking` for parts (Goldstein and Spiegelhalter 1996), counted from the lowest. Empty without pairs.
    """
    keys = list(dict.fromkeys(key for left, right, _ in pairs for key in (left, right)))
    lower = set()
    for left, right, one in pairs:
        if one.p_terkoreksi is not None and one.p_terkoreksi < ALFA:
            lower.add((left, right) if one.selisih > 0 else (right, left))
    return {
        key: UrutanUnsur(
            dari=1 + sum((other, key) in lower for other in keys),
            sampai=len(keys) - sum((key, other) in lower for other in keys),
            setara=tuple(o for o in keys if o != key and (o, key) not in lower and (key, o) not in lower),
        )
        for key in keys
    }


@dataclass(frozen=True, slots=True)
class TanpaUnsur:
    """The index of one group without one unsur, not rounded; no interval (None) where none can be given."""

    kelompok: Kelompok
    ikm: float
    se: float | None
    lower: float | None
    upper: float | None


def without_unsur(
    store: Store, pilihan: Pilihan, rincian: Sequence[Sequence[str]], kunci: str
) -> tuple[TanpaUnsur, ...]:
    """The index with the weights of the other unsur scaled to total 1, per group that answered one instrumen.

    rincian: the breakdowns one after the other, () for the whole selection.

    With I the index, B the NRR of the unsur and w its weight: J = (I - 25 w B) / (1 - w), and its variance is
    (V(I) + (25 w)² V(B) - 2 · 25 w · Cov(I, B)) / (1 - w)², both linearized on the same design. Groups without an
    answer to the unsur, and groups of several instrumen, are left out.
    """
    h = load(store, hanya_lengkap=pilihan.hanya_lengkap)
    found = estimate(h, [(pilihan, one) for one in rincian], replace(CARA, deff=False), store, silang=True)
    if kunci not in found.lin.unsur:
        return ()
    at, result = 1 + list(found.lin.unsur).index(kunci), []
    for place, one in enumerate(found.kelompok):
        values = found.lin.nilai[place]
        weight = _weight(found.lin.koef[place], at)
        if values[at] != values[at] or values[IKM] != values[IKM] or weight is None:
            continue
        part, rest = KONVERSI * weight, 1 - weight
        ikm = float(values[IKM] - part * values[at]) / rest
        variance = (
            found.varians[place, IKM]
            + part**2 * found.varians[place, at]
            - 2 * part * found.covariance(place, place, IKM, at)
        )
        se = math.sqrt(max(float(variance), 0.0)) / rest if variance == variance else None
        if se is None or found.df[place] <= 0 or nothing_varies(se):
            result.append(TanpaUnsur(one, ikm, se, None, None))
            continue
        t = quantile(found.df[place])
        result.append(TanpaUnsur(one, ikm, se, ikm - t * se, ikm + t * se))
    return tuple(result)


def _weight(koef: Floats, at: int) -> float | None:
    """Weight of a figure's unsur in the index of one group, from the slopes; None over several instrumen."""
    used = [part for part in koef if part[IKM].any()]
    if len(used) != 1 or not used[0][at].any():
        return None
    column = int(used[0][at].argmax())
    weight = float(used[0][IKM, column] / used[0][at, column]) / KONVERSI
    return weight if weight < 1 else None
