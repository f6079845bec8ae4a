"""What mending one unsur in one layanan or place is worth, and whether it lies below its aim for certain."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from skm_core import compare, registry, rules
from skm_core.compare.families import holm
from skm_core.counting import groups
from skm_core.precision.student import nothing_varies, p_value
from skm_core.results.measured import Measured, MeasuredUnsur
from skm_core.results.showing import visible, visible_nrr
from skm_core.scoring import score_groups
from skm_core.store import Store
from skm_core.terms import Pilihan, Unsur

LANGKAH = Fraction(1, 10)
"""The step of the question "how many points of IKM if this unsur rises by 0.1"."""
TERKECIL = Fraction(1, 200)
"""A gain that would be written as 0.00 is none."""


@dataclass(frozen=True, slots=True)
class Sel:
    """One unsur in one column of the heat table. poin: points of the whole selection's IKM per LANGKAH here.

    tujuan: the NRR aimed at, the column's target / 25, else the best of several columns of the unsur; None where
    nothing may be shown or there is neither. jarak: how far below it (0 if not below); perolehan: points of the whole
    IKM if it were reached.
    pasti: it lies below the aim by more than chance, all cells of the page tested as one family (Holm).
    """

    kolom: str
    unsur: Unsur | None
    part: MeasuredUnsur
    poin: Fraction
    tujuan: Fraction | None
    dari_target: bool
    jarak: Fraction
    perolehan: Fraction
    pasti: bool


def gains(
    store: Store, spoken: Pilihan, dimensi: str
) -> tuple[Mapping[str, Fraction], Mapping[tuple[str, str], Fraction]]:
    """Points of the selection's IKM if the NRR of an unsur rises by LANGKAH: everywhere, and in one column only.

    25 · w · 0.1 · reach, exact: w the weight of the unsur in its instrumen and the instrumen's share of questionnaires;
    reach the share of the unsur's answers that come from the column, 1 everywhere. The columns add up to the whole.
    Keys: kunci of the unsur; (kunci, value of `dimensi`).
    """
    instrumen = registry.instrumen(store)
    whole = groups(store, spoken, [])
    scored = {one.instrumen: score for one in whole if (score := score_groups([one], instrumen)[0]).ikm_exact}
    total = sum(one.n_kuesioner for one in scored.values())
    everywhere: dict[str, Fraction] = defaultdict(Fraction)
    inside: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
    step = {
        (kode, part.kunci): rules.KONVERSI * LANGKAH * part.bobot * Fraction(score.n_kuesioner, total)
        for kode, score in scored.items()
        for part in score.unsur
    }
    for (_, kunci), points in step.items():
        everywhere[kunci] += points
    for group in groups(store, spoken, [dimensi]) if dimensi else ():
        for part in scored[group.instrumen].unsur if group.instrumen in scored else ():
            asked = [item for item in part.butir if item.n_jawaban]
            shares = [Fraction(group.n_jawaban[int(item.kolom[1:]) - 1], item.n_jawaban) for item in asked]
            if shares:
                reach = sum(shares, Fraction(0)) / len(shares)
                inside[part.kunci, str(getattr(group, dimensi))] += step[group.instrumen, part.kunci] * reach
    return everywhere, inside


def cells_of(
    store: Store,
    dimensi: str,
    figures: Mapping[str, Measured],
    names: Mapping[str, Unsur],
    worth: Mapping[tuple[str, str], Fraction],
) -> Mapping[tuple[str, str], Sel]:
    """Every unsur in every column of the page, keyed (kunci, column). worth: the second half of `gains`."""
    tests: dict[tuple[str, str], float | None] = {}
    known = registry.layanan(store)
    parts = [part for figure in figures.values() for part in figure.unsur if visible_nrr(part) is not None]
    best: dict[str, MeasuredUnsur] = {}  # the highest NRR of each unsur among the columns that may be shown
    for part in sorted(parts, key=lambda part: part.nrr or 0):
        best[part.kunci] = part
    several = {kunci for kunci, n in Counter(part.kunci for part in parts).items() if n > 1}
    found = {}
    for column, figure in figures.items():
        service = known.get(
            column if dimensi == "layanan" else str(figure.dari.layanan[0] if figure.dari.layanan else "")
        )
        target = Fraction(service.target_ikm) / rules.KONVERSI if service and service.target_ikm is not None else None
        for part in figure.unsur:
            top = best.get(part.kunci)
            aim = target if target is not None else top.nrr if top and part.kunci in several else None
            if figure.panel or visible_nrr(part) is None or visible(figure) is None or aim is None or part.nrr is None:
                aim = None
            gap = max(aim - part.nrr, Fraction(0)) if aim is not None and part.nrr is not None else Fraction(0)
            points = worth.get((part.kunci, column), Fraction(0))
            tests[part.kunci, column] = _below(part, figure, aim, None if target is not None else top)
            found[part.kunci, column] = Sel(
                kolom=column,
                unsur=names.get(part.kunci),
                part=part,
                poin=points,
                tujuan=aim,
                dari_target=target is not None,
                jarak=gap,
                perolehan=gap / LANGKAH * points,
                pasti=False,
            )
    corrected = dict(zip(tests, holm(list(tests.values())), strict=True))
    return {
        key: replace(cell, pasti=bool(cell.jarak and (p := corrected[key]) is not None and p < compare.ALFA))
        for key, cell in found.items()
    }


def _below(part: MeasuredUnsur, figure: Measured, aim: Fraction | None, top: MeasuredUnsur | None) -> float | None:
    """p of the cell against its aim, two-sided: a target as a fixed number, the best column with its own error.

    Columns are taken as independent, which errs on the side of doubt where people answered for several.
    """
    errors = [one.presisi.se if one.presisi else None for one in (part, top) if one is not None]
    if aim is None or part.nrr is None or figure.presisi is None or figure.presisi.df is None:
        return None
    if part is top or any(se is None or nothing_varies(se) for se in errors):
        return None
    se = math.sqrt(sum(float(one or 0) ** 2 for one in errors))
    return float(p_value(float(aim - part.nrr) / se, figure.presisi.df))
