"""A difference of two figures with its interval, p and verdict."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from skm_core.compare.families import holm
from skm_core.compare.verdict import MARGIN_IKM, MARGIN_NRR, Putusan, decide
from skm_core.precision.groups import Kelompok
from skm_core.precision.joint import IKM, Taksiran
from skm_core.precision.student import nothing_varies, p_value, quantile
from skm_core.rules import DESIMAL_IKM, DESIMAL_NRR, round_half_up


@dataclass(frozen=True, slots=True)
class Selisih:
    """`ke` less `dari`, in points of the IKM, or of the NRR if `unsur` names one. Figures are not rounded.

    se, lower, upper, p are None where no interval can be given; all but se also
    where nothing varies, which is too little seen to judge by (two unsur of the same questionnaires are judged by the
    sign test). p is of this comparison alone, p_terkoreksi corrected
    for the family it was asked in; putusan follows from the latter. perubahan: over time, else between parts.
    """

    dari: Kelompok
    ke: Kelompok
    unsur: str | None
    nilai_dari: float
    nilai_ke: float
    se: float | None
    df: float
    lower: float | None
    upper: float | None
    p: float | None
    p_terkoreksi: float | None
    putusan: Putusan
    perubahan: bool
    catatan: tuple[str, ...]

    @property
    def selisih(self) -> float:
        """The difference, not rounded."""
        return self.nilai_ke - self.nilai_dari

    @property
    def plus_minus(self) -> Decimal | None:
        """Half-width as published, half-up: two decimals (IKM) or three (NRR)."""
        if self.lower is None or self.upper is None:
            return None
        return round_half_up(Fraction((self.upper - self.lower) / 2), DESIMAL_NRR if self.unsur else DESIMAL_IKM)

    @property
    def kata(self) -> str:
        """The verdict in words: "naik", "lebih rendah", "belum dapat dipastikan", …"""
        return self.putusan.perubahan if self.perubahan else self.putusan.perbandingan

    @property
    def kalimat(self) -> str:
        """The verdict as a sentence."""
        return f"{self.kata[0].upper()}{self.kata[1:]}: {self.putusan.penjelasan}."

    def as_dict(self) -> dict[str, Any]:
        """The unrounded figures under their short names, ready for JSON."""
        return {
            "change": self.selisih,
            "se": self.se,
            "df": self.df,
            "lower": self.lower,
            "upper": self.upper,
            "p": self.p,
            "p_terkoreksi": self.p_terkoreksi,
            "putusan": self.kata,
            "catatan": list(self.catatan),
        }


def differ(
    found: Taksiran,
    dari: tuple[int, int],
    ke: tuple[int, int],
    *,
    perubahan: bool,
    catatan: tuple[str, ...] = (),
    margin: float | None = None,
) -> Selisih:
    """The difference of two figures (group, figure) of `found`, not yet corrected for a family."""
    value, variance, df = found.difference(ke[0], dari[0], ke[1], dari[1])
    unsur = found.lin.unsur[ke[1] - 1] if ke[1] != IKM else None
    limit = margin if margin is not None else MARGIN_NRR if unsur else MARGIN_IKM
    here, there = found.kelompok[dari[0]], found.kelompok[ke[0]]
    before, after = float(found.lin.nilai[dari]), float(found.lin.nilai[ke])
    if here.panel or there.panel:
        catatan = (*catatan, "Panel tertutup: selisihnya tidak dapat diuji, karena bukan sampel.")
    if df <= 0 or variance != variance:
        nothing = decide(value, None, None, None, limit)
        return Selisih(here, there, unsur, before, after, None, 0, None, None, None, None, nothing, perubahan, catatan)
    se, t = math.sqrt(variance + (0 if unsur else _borrowed(found, dari, ke))), quantile(df)
    if nothing_varies(se) and unsur and dari[0] == ke[0] and not here.klaster and value:
        p = _sign_test(int(found.lin.n[ke[0]]))
        verdict = decide(value, value, value, p, limit)
        return Selisih(here, there, unsur, before, after, 0.0, df, value, value, p, p, verdict, perubahan, catatan)
    if nothing_varies(se):
        nothing = decide(value, None, None, None, limit)
        catatan = (*catatan, "Selisihnya tidak dapat diuji: tidak ada keragaman jawaban yang dapat diukur.")
        return Selisih(here, there, unsur, before, after, se, df, None, None, None, None, nothing, perubahan, catatan)
    p = float(p_value(value / se, df))
    lower, upper = value - t * se, value + t * se
    verdict = decide(value, lower, upper, p, limit)
    return Selisih(here, there, unsur, before, after, se, df, lower, upper, p, p, verdict, perubahan, catatan)


def _sign_test(n: int) -> float:
    """p of n questionnaires that all put one unsur the same way beside another: two-sided, 2 / 2ⁿ."""
    return math.ldexp(1.0, 1 - n)


def _borrowed(found: Taksiran, dari: tuple[int, int], ke: tuple[int, int]) -> float:
    """Variance of an index that shows none, where the other index shows some: taken to vary as much for its n.

    Not of an unsur, which all may well answer alike (biaya of a free service).
    """
    one, other = float(found.varians[dari]), float(found.varians[ke])
    n_one, n_other = float(found.lin.n[dari[0]]), float(found.lin.n[ke[0]])
    alike = [nothing_varies(math.sqrt(variance)) for variance in (one, other)]
    if alike == [True, False]:
        return other * n_other / n_one
    return one * n_one / n_other if alike == [False, True] else 0.0


def correct(family: Sequence[Selisih], margin: float | None = None) -> tuple[Selisih, ...]:
    """The same differences with p corrected for reading them together (`families.holm`), and the verdict from it."""
    corrected = holm([one.p for one in family])
    return tuple(
        replace(
            one,
            p_terkoreksi=p,
            putusan=decide(
                one.selisih,
                one.lower,
                one.upper,
                p,
                margin if margin is not None else MARGIN_NRR if one.unsur else MARGIN_IKM,
            ),
        )
        for one, p in zip(family, corrected, strict=True)
    )
