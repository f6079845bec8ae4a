"""Sample size by Krejcie and Morgan, as in the annex of the rule."""

from __future__ import annotations

from fractions import Fraction

from skm_core.errors import InvalidSettingError
from skm_core.rules import round_half_up

LAMBDA_2, P, D = Fraction("3.841"), Fraction("0.5"), Fraction("0.05")
"""χ² of 1 degree of freedom at 95 %, the share that needs most respondents, and the tolerated error."""


def krejcie_morgan(n_populasi: int) -> int:
    """Respondents needed for a population of N service users, rounded half-up; all 90 rows of the printed table.

    S = λ² N P Q / (d² (N - 1) + λ² P Q). Raises InvalidSettingError for N below 1.
    Source: Krejcie and Morgan (1970), Educational and Psychological Measurement 30; Permenpan RB 14/2017, Lampiran.
    """
    if n_populasi < 1:
        raise InvalidSettingError("Jumlah pengguna layanan (N) harus bilangan bulat lebih besar dari nol.")
    spread = LAMBDA_2 * P * (1 - P)
    return int(round_half_up(spread * n_populasi / (D**2 * (n_populasi - 1) + spread), 0))
