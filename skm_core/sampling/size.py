"""Sample size by Krejcie and Morgan, as in the annex of the rule, and what came in against it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from skm_core import queries, registry
from skm_core.errors import InvalidSettingError
from skm_core.rules import round_half_up
from skm_core.store import Store
from skm_core.terms import Layanan

LAMBDA_2, P, D = Fraction("3.841"), Fraction("0.5"), Fraction("0.05")
"""χ² of 1 degree of freedom at 95%, the share that needs most respondents, and the tolerated error."""


def krejcie_morgan(n_populasi: int) -> int:
    """Respondents needed for a population of N service users, rounded half-up; all 90 rows of the printed table.

    S = λ² N P Q / (d² (N - 1) + λ² P Q). Raises InvalidSettingError for N below 1.
    Source: Krejcie and Morgan (1970), Educational and Psychological Measurement 30; Permenpan RB 14/2017, Lampiran.
    """
    if n_populasi < 1:
        raise InvalidSettingError("Jumlah pengguna layanan (N) harus bilangan bulat lebih besar dari nol.")
    spread = LAMBDA_2 * P * (1 - P)
    return int(round_half_up(spread * n_populasi / (D**2 * (n_populasi - 1) + spread), 0))


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Sample size of one layanan: minimal by its number of users (None where unknown), and questionnaires in hand."""

    layanan: Layanan
    minimal: int | None
    n_kuesioner: int

    @property
    def kurang(self) -> int | None:
        """Questionnaires below the minimum; None where it is unknown."""
        return None if self.minimal is None else max(self.minimal - self.n_kuesioner, 0)


def sizes(store: Store, periode: str, pengumpul: str) -> tuple[Ukuran, ...]:
    """Every layanan in use, in the order always shown, with its minimum and what a periode and pengumpul brought."""
    n: dict[str, int] = {}
    values = {"periode": periode, "pengumpul": pengumpul, "pada": date.max, "sejak": date.max}
    for row in queries.rows(store, "sampel_kemajuan", **values):
        if row["layanan"]:
            n[row["layanan"]] = n.get(row["layanan"], 0) + row["n_kuesioner"]
    return tuple(
        Ukuran(item, krejcie_morgan(item.n_pengguna) if item.n_pengguna else None, n.get(item.kode, 0))
        for item in registry.layanan(store).values()
        if item.aktif and item.jenis == "layanan"
    )
