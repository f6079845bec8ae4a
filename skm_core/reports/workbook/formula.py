"""The formulas of the workbook. Each gives the published figure of `skm_core.rules`, in every spreadsheet program.

Spreadsheets compute in binary, where 88,305 does not exist and half a cent falls either way. So a figure is brought to
whole units of its last decimal, where a half is exact (8830,5), the noise of the division is cleared at the eighth
decimal behind that, and INT(x + 0,5) rounds half-up. With equal numbers of answers that is the exact figure up to
100 million answers; with blanks it is, unless the exact value lies within 0,0000000001 point below half a cent.
"""

from __future__ import annotations

from collections.abc import Sequence

from skm_core.results.showing import TERSEMBUNYI
from skm_core.rules import DESIMAL_IKM, DESIMAL_NRR, KONVERSI, N_SEMBUNYI, RuleSet

NONE = "–"
"""Stands where there is a dash to compute, or a dash to show; every formula passes over it."""
NOISE = 8
"""Decimals of the last published digit that are kept before rounding half-up."""


def half_up(expression: str, places: int, factor: int = 1) -> str:
    """factor × expression, rounded half-up to `places` decimals (without the equals sign)."""
    scale = 10**places
    return f"INT(ROUND({expression}*{factor * scale},{NOISE})+0.5)/{scale}"


def or_dash(expression: str) -> str:
    """The expression, or a dash where it cannot be computed because answers were removed."""
    return f'IFERROR({expression},"{NONE}")'


def ikm(n: str, weighted: str) -> str:
    """The published index of a cell with the weighted NRR; words below ten questionnaires, a dash without answers."""
    shown = f'IF(ISNUMBER({weighted}),{half_up(weighted, DESIMAL_IKM, KONVERSI)},"{NONE}")'
    return f'=IF({n}<{N_SEMBUNYI},"{TERSEMBUNYI}",{shown})'


def mutu(index: str, rules: RuleSet) -> str:
    """Letter and wording of the grade of a cell with the published index; a dash where that is no number."""
    graded = f'"{NONE}"'
    for grade in reversed(rules.mutu):
        graded = f'IF({index}>={grade.batas_bawah},"{grade.huruf} ({grade.kinerja})",{graded})'
    return f'=IF(ISNUMBER({index}),{graded},"{NONE}")'


def mean(total: str, answered: str) -> str:
    """Sum / answers, not rounded; a dash without answers."""
    return f'=IF({answered}=0,"{NONE}",{total}/{answered})'


def nrr(means: str, answered: str) -> str:
    """The published NRR of an unsur from the means of its questions; a dash below ten answers."""
    return f'=IF(MAX({answered})<{N_SEMBUNYI},"{NONE}",{half_up(f"AVERAGE({means})", DESIMAL_NRR)})'


def weight(means: str, first_means: Sequence[str]) -> str:
    """1/k of the k unsur that were answered at all, 0 for one that was not. first_means: the means of every unsur."""
    k = "+".join(f"(COUNT({one})>0)" for one in first_means)
    return f"=IF(COUNT({means})=0,0,1/({k}))"


def own_weight(means: str, share: str, others: Sequence[tuple[str, str]]) -> str:
    """The unsur's own weight, scaled to the unsur that were answered. others: (means, own weight) of every unsur."""
    total = "+".join(f"(COUNT({one})>0)*{part}" for one, part in others)
    return f"=IF(COUNT({means})=0,0,{share}/({total}))"


def weighted(means: str, share: str) -> str:
    """NRR × weight, not rounded; a dash without answers."""
    return f'=IF(COUNT({means})=0,"{NONE}",AVERAGE({means})*{share})'


def total(cells: str) -> str:
    """Sum of the weighted NRR; a dash where no unsur was answered."""
    return f'=IF(COUNT({cells})=0,"{NONE}",SUM({cells}))'


def joined(parts: Sequence[tuple[str, str]]) -> str:
    """The weighted NRR of several parts, (n, weighted NRR), by their number of questionnaires."""
    if len(parts) == 1:
        return f"={parts[0][1]}"
    above = "+".join(f"{n}*N({value})" for n, value in parts)
    below = "+".join(f"{n}*ISNUMBER({value})" for n, value in parts)
    return f'=IF({below}=0,"{NONE}",({above})/({below}))'
