"""Writes processing sheets with figures computed the way this or that agency does it, longhand."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext

import openpyxl

from tests.intake import files

Answers = Sequence[Sequence[int | None]]


@dataclass(frozen=True)
class Way:
    """How the figures are computed. `rounding` of each step: decimals, or None to keep all."""

    nrr: int | None = None
    weight: str | None = None
    weighted: int | None = None
    total: int | None = None
    cut: bool = False
    blank_is_zero: bool = False
    rows_left_out: int = 0


EXACT = Way()


def answers(n: int = 41, *, seed: int = 5, blanks: int = 0) -> list[list[int | None]]:
    """`n` rows of nine answers in the rule's order."""
    chance = random.Random(seed)
    rows: list[list[int | None]] = [[chance.choice([2, 3, 3, 4, 4, 3, 4]) for _ in range(9)] for _ in range(n)]
    for number in range(blanks):
        rows[3 * number + 1][(2 * number) % 9] = None
    return rows


@dataclass(frozen=True)
class Figures:
    """What stands below the answers; None leaves a line out."""

    sums: list[int] | None
    nrr: list[float] | None
    weighted: list[float] | None
    total: float | None
    ikm: float | None
    mutu: str | None = None


def figures(rows: Answers, way: Way = EXACT) -> Figures:
    """The figures of these answers, computed this way with 40 digits of Decimal."""
    with localcontext() as context:
        context.prec = 40

        def rounded(value: Decimal, places: int | None) -> Decimal:
            mode = ROUND_DOWN if way.cut else ROUND_HALF_UP
            return value if places is None else value.quantize(Decimal(1).scaleb(-places), mode)

        columns = list(zip(*rows, strict=True))
        kept = [column[: len(column) - way.rows_left_out] for column in columns]
        sums = [sum(value or 0 for value in column) for column in kept]
        counts = [len(rows) if way.blank_is_zero else sum(v is not None for v in column) for column in columns]
        nrr = [rounded(Decimal(s) / n, way.nrr) for s, n in zip(sums, counts, strict=True)]
        weight = Decimal(way.weight) if way.weight else Decimal(1) / 9
        weighted = [rounded(value * weight, way.weighted) for value in nrr]
        total = rounded(sum(weighted, Decimal(0)), way.total)
        ikm = (total * 25).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return Figures(sums, [*map(float, nrr)], [*map(float, weighted)], float(total), float(ikm))


def only_ikm(found: Figures, mutu: str | None = None) -> Figures:
    return replace(found, sums=None, nrr=None, weighted=None, total=None, mutu=mutu)


def rows_of(found: Answers, stated: Figures, *, extra: bool = False) -> list[list[object]]:
    """The sheet of the regulation, as rows."""
    lead: list[object] = [None] if extra else []
    rows: list[list[object]] = [
        ["PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN"],
        ["DAN PER UNSUR PELAYANAN"],
        ["UNIT PELAYANAN : Posyandu Kelurahan Kapuk"],
        ["PERIODE : 2019-q2"],
        ["NO. URUT RESP.", *(["JK"] if extra else []), "NILAI UNSUR PELAYANAN"],
        [None, *lead, *(f"U{n}" for n in range(1, 10))],
    ]
    rows += [[number, *(["L"] if extra else []), *row] for number, row in enumerate(found, 1)]
    if stated.sums:
        rows.append(["Σ Nilai / Unsur", *lead, *stated.sums])
    if stated.nrr:
        rows.append(["NRR / Unsur", *lead, *stated.nrr])
    if stated.weighted:
        rows.append(["NRR tertbg / unsur", *lead, *stated.weighted, stated.total])
    if stated.ikm is not None:
        rows.append(["IKM Unit pelayanan", *lead, *[None] * 8, stated.ikm])
    if stated.mutu:
        rows.append([f"Mutu pelayanan : {stated.mutu}"])
    rows += [["Keterangan:"], ["U1 s.d. U9 = Unsur-unsur pelayanan"]]
    rows += [[f"U{number}", files.OFFICIAL[key]] for number, key in enumerate(files.RULE, 1)]
    return rows


def book(*sheets: tuple[str, list[list[object]]]) -> bytes:
    """A workbook with these sheets."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets:
        page = made.create_sheet(name)
        for row in rows:
            page.append(row)
    return files.xlsx(made)
