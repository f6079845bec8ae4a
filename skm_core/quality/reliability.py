"""Validity and reliability of a questionnaire as Indonesian reports show them: r hitung, r tabel, Cronbach's alpha."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from skm_core import queries, registry
from skm_core.counting import groups
from skm_core.precision.student import quantile
from skm_core.scoring import selection
from skm_core.store import Store
from skm_core.terms import SEMUA, Butir, Pilihan

ALFA_RELIABEL = 0.60
"""Alpha above which reports call a questionnaire reliable (custom of reports, not part of the rule)."""
N_KEANDALAN = 30
"""Complete questionnaires below which validity and reliability are not judged (the size of a try-out by custom)."""


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
    """One questionnaire of one pengumpul, from its n complete forms. alpha None where it is not defined.

    alpha_beragam: the same without the forms answered alike throughout, which raise it.
    """

    instrumen: str
    pengumpul: str
    n: int
    alpha: float | None
    alpha_beragam: float | None
    r_tabel: float | None
    butir: tuple[ButirKeandalan, ...]

    @property
    def cukup(self) -> bool:
        """Enough complete questionnaires to judge by; below, screens withhold the figures."""
        return self.n >= N_KEANDALAN

    @property
    def reliabel(self) -> bool:
        """Alpha above ALFA_RELIABEL."""
        return self.alpha is not None and self.alpha > ALFA_RELIABEL


def reliability(store: Store, pilihan: Pilihan = SEMUA) -> tuple[Keandalan, ...]:
    """Per instrumen and pengumpul of the selection, from complete questionnaires.

    alpha = k/(k-1) (1 - Σ s²_i / s²_total) (Cronbach 1951). r tabel = t / √(t² + df), df = n - 2, two-sided 5%: an
    item is valid if its r hitung is above it. r hitung holds the item itself in the total, as reports do.
    """
    found = []
    asked = {group.instrumen for group in groups(store, pilihan, ())}
    for kode, instrumen in registry.instrumen(store).items():
        if kode not in asked:
            continue
        items = {item.kolom: item for item in instrumen.butir if item.peran != "tambahan"}
        rows = queries.rows(store, "mutu_data_keandalan", **selection(pilihan), instrumen=kode, kolom=list(items))
        for pengumpul in sorted({row["pengumpul"] for row in rows}):
            mine = [row for row in rows if row["pengumpul"] == pengumpul]
            found.append(_keandalan(kode, pengumpul, items, mine))
    return tuple(found)


Sums = Mapping[str, int]


def _added(rows: Sequence[Mapping[str, Any]], items: Iterable[str]) -> dict[str, Sums]:
    """Per item the sums over the rows: n, t, tt, x, xx, xt. Empty without a row."""
    if not rows:
        return {}
    return {
        kolom: {
            name: sum(row[name] for row in rows if row["kolom"] == kolom) for name in ("n", "t", "tt", "x", "xx", "xt")
        }
        for kolom in items
    }


def _alpha(sums: Mapping[str, Sums]) -> float | None:
    k, total = len(sums), _total(sums)
    return k / (k - 1) * (1 - sum(_spread(row) for row in sums.values()) / total) if k > 1 and total else None


def _total(sums: Mapping[str, Sums]) -> int:
    """n² times the variance of the total, a whole number."""
    return next((row["n"] * row["tt"] - row["t"] ** 2 for row in sums.values()), 0)


def _spread(row: Sums) -> int:
    """n² times the variance of the item."""
    return row["n"] * row["xx"] - row["x"] ** 2


def _keandalan(
    instrumen: str, pengumpul: str, items: Mapping[str, Butir], rows: Sequence[Mapping[str, Any]]
) -> Keandalan:
    sums = _added(rows, items)
    n, total = next(iter(sums.values()))["n"], _total(sums)
    t = quantile(n - 2)
    limit = t / math.sqrt(t**2 + n - 2) if n > 2 else None
    parts = []
    for kolom, row in sums.items():
        spread, together = _spread(row), row["n"] * row["xt"] - row["x"] * row["t"]
        r = _r(together, spread, total)
        rest = _r(together - spread, spread, total + spread - 2 * together)
        valid = r is not None and limit is not None and r > limit
        parts.append(ButirKeandalan(items[kolom], r, rest, valid))
    mixed = _alpha(_added([row for row in rows if not row["seragam"]], items))
    return Keandalan(instrumen, pengumpul, n, _alpha(sums), mixed, limit, tuple(parts))


def _r(together: int, one: int, other: int) -> float | None:
    return together / math.sqrt(one * other) if one > 0 and other > 0 else None
