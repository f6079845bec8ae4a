"""Validity and reliability of a questionnaire as Indonesian reports show them: r hitung, r tabel, Cronbach's alpha."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from skm_core import queries, registry
from skm_core.precision.student import quantile
from skm_core.scoring import selection
from skm_core.store import Store
from skm_core.terms import SEMUA, Butir, Pilihan

ALFA_RELIABEL = 0.60
"""Alpha above which reports call a questionnaire reliable (custom of reports, not part of the rule)."""


@dataclass(frozen=True, slots=True)
class ButirKeandalan:
    """One item: r hitung = its correlation with the total; r_terkoreksi = with the total of the other items.

    None where an item, or the total, has one value only.
    """

    butir: Butir
    r_hitung: float | None
    r_terkoreksi: float | None
    valid: bool


@dataclass(frozen=True, slots=True)
class Keandalan:
    """One questionnaire of one pengumpul, from its n complete forms. alpha None where it is not defined."""

    instrumen: str
    pengumpul: str
    n: int
    alpha: float | None
    r_tabel: float | None
    butir: tuple[ButirKeandalan, ...]

    @property
    def reliabel(self) -> bool:
        """Alpha above ALFA_RELIABEL."""
        return self.alpha is not None and self.alpha > ALFA_RELIABEL


def reliability(store: Store, pilihan: Pilihan = SEMUA) -> tuple[Keandalan, ...]:
    """Per instrumen and pengumpul of the selection, from complete questionnaires.

    alpha = k/(k-1) (1 - Σ s²_i / s²_total) (Cronbach 1951). r tabel = t / √(t² + df), df = n - 2, two-sided 5 %: an
    item is valid if its r hitung is above it. r hitung holds the item itself in the total, as reports do.
    """
    found = []
    for kode, instrumen in registry.instrumen(store).items():
        items = {item.kolom: item for item in instrumen.butir if item.peran != "tambahan"}
        rows = queries.rows(store, "mutu_data_keandalan", **selection(pilihan), instrumen=kode, kolom=list(items))
        for pengumpul in sorted({row["pengumpul"] for row in rows}):
            mine = {row["kolom"]: row for row in rows if row["pengumpul"] == pengumpul}
            found.append(_keandalan(kode, pengumpul, {items[kolom]: mine[kolom] for kolom in items}))
    return tuple(found)


def _keandalan(instrumen: str, pengumpul: str, sums: Mapping[Butir, Mapping[str, Any]]) -> Keandalan:
    first = next(iter(sums.values()))
    n, k = first["n"], len(sums)
    total = n * first["tt"] - first["t"] ** 2  # n² times the variance, whole numbers to the end
    spread = {item: n * row["xx"] - row["x"] ** 2 for item, row in sums.items()}
    together = {item: n * row["xt"] - row["x"] * row["t"] for item, row in sums.items()}
    alpha = k / (k - 1) * (1 - sum(spread.values()) / total) if k > 1 and total else None
    t = quantile(n - 2)
    limit = t / math.sqrt(t**2 + n - 2) if n > 2 else None
    parts = []
    for item in sums:
        r = _r(together[item], spread[item], total)
        rest = _r(together[item] - spread[item], spread[item], total + spread[item] - 2 * together[item])
        parts.append(ButirKeandalan(item, r, rest, r is not None and limit is not None and r > limit))
    return Keandalan(instrumen, pengumpul, n, alpha, limit, tuple(parts))


def _r(together: int, one: int, other: int) -> float | None:
    return together / math.sqrt(one * other) if one > 0 and other > 0 else None
