"""The lines below the answers, from sums to IKM and mutu, as formulas with their values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from skm_core.reports.workbook import formula
from skm_core.reports.workbook.part import Kolom, Part
from skm_core.results.showing import TERSEMBUNYI
from skm_core.rules import N_SEMBUNYI, RULE_SETS, Mutu
from skm_core.scoring import UnsurScore

N, SUM, ANSWERS, MEAN, NRR, WEIGHT, WEIGHTED, IKM, MUTU = range(9)
LABELS = (
    "Jumlah kuesioner terisi",
    "Jumlah nilai",
    "Jumlah kuesioner yang menjawab",
    "Rata-rata, tanpa pembulatan",
    "NRR per unsur",
    "Bobot",
    "NRR tertimbang per unsur",
    "IKM unit pelayanan",
    "Mutu pelayanan",
)
Shown = Fraction | Decimal | int | str | None
Source = Callable[[int, int], str]
"""(line, answer column from 0) → the formula of a count or sum, with its equals sign; "" where it is a plain number."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines of a part stand, for formulas elsewhere: sheet, first row, first column (from 0)."""

    lembar: str
    baris: int
    part: Part

    def cell(self, line: int, column: int = 0, *, inside: bool = False) -> str:
        """Address of a cell by its answer column; with the sheet's name unless it is used inside that sheet."""
        place = xl_rowcol_to_cell(self.baris + line, 1 + column, row_abs=True, col_abs=True)
        return place if inside else f"'{self.lembar}'!{place}"

    def span(self, line: int, kolom: Kolom, *, inside: bool = False) -> str:
        """Range of the columns of one unsur."""
        first = self.first(kolom)
        last = xl_rowcol_to_cell(self.baris + line, first + len(kolom.butir), row_abs=True, col_abs=True)
        return f"{self.cell(line, first, inside=inside)}:{last}"

    def first(self, kolom: Kolom) -> int:
        """Answer column at which an unsur begins."""
        before = self.part.kolom[: self.part.kolom.index(kolom)]
        return sum(len(one.butir) for one in before)

    @property
    def total(self) -> str:
        """Address of the weighted NRR of the unit, not rounded."""
        return self.cell(WEIGHTED, self.part.lebar)


def write_lines(sheet: Any, look: dict[str, Any], where: Lines, source: Source) -> None:
    """All nine lines from row `where.baris`."""
    part, top = where.part, where.baris
    for line, label in enumerate(LABELS):
        sheet.write_string(top + line, 0, label, look["label"])
        sheet.write_blank(top + line, part.lebar + 1, None, look["label"])
    _wide(sheet, look["whole"], where, N, source(N, 0), part.score.n_kuesioner)
    known = {one.kunci: one for one in part.score.unsur}
    means = [where.span(MEAN, one, inside=True) for one in part.kolom]
    weights = part.instrumen.bobot if part.score.bobot_sendiri else None
    for kolom, mean in zip(part.kolom, means, strict=True):
        unsur = known[kolom.kunci]
        _items(sheet, look, where, kolom, unsur, source)
        first, answered = where.first(kolom), where.span(ANSWERS, kolom, inside=True)
        if weights:
            shares = [f"{float(weights[one.kunci])!r}" for one in part.kolom]
            own = formula.own_weight(mean, f"{float(weights[kolom.kunci])!r}", list(zip(means, shares, strict=True)))
        else:
            own = formula.weight(mean, means)
        share = where.cell(WEIGHT, first, inside=True)
        few = max(item.n_jawaban for item in unsur.butir) < N_SEMBUNYI
        for line, name, text, value in (
            (NRR, "nrr", formula.nrr(mean, answered), None if few else unsur.nrr_terbit),
            (WEIGHT, "weight", own, unsur.bobot),
            (
                WEIGHTED,
                "weighted",
                formula.weighted(mean, share),
                None if unsur.nrr is None else unsur.nrr * unsur.bobot,
            ),
        ):
            _over(sheet, look[name], top + line, first + 1, len(kolom.butir), text, value)
    _result(sheet, look, where)


def _items(sheet: Any, look: dict[str, Any], where: Lines, kolom: Kolom, unsur: UnsurScore, source: Source) -> None:
    """Sum, answers and mean of every question of one unsur."""
    for offset, item in enumerate(unsur.butir):
        column = where.first(kolom) + offset
        for line, value in ((SUM, item.jumlah_nilai), (ANSWERS, item.n_jawaban)):
            write(sheet, where.baris + line, 1 + column, source(line, column), look["whole"], value)
        text = formula.mean(where.cell(SUM, column, inside=True), where.cell(ANSWERS, column, inside=True))
        write(sheet, where.baris + MEAN, 1 + column, text, look["exact"], item.nrr)


def _result(sheet: Any, look: dict[str, Any], where: Lines) -> None:
    """Total of the weighted NRR, IKM, mutu; below ten questionnaires the lines between are not shown."""
    part, top = where.part, where.baris
    score, last = part.score, part.lebar
    row = top + WEIGHTED
    cells = f"{where.cell(WEIGHTED, inside=True)}:{where.cell(WEIGHTED, last - 1, inside=True)}"
    write(sheet, row, last + 1, formula.total(cells), look["total"], score.tertimbang)
    n, weighted = where.cell(N, inside=True), where.cell(WEIGHTED, last, inside=True)
    few = score.n_kuesioner < N_SEMBUNYI
    _wide(sheet, look["ikm"], where, IKM, formula.ikm(n, weighted), TERSEMBUNYI if few else score.ikm)
    if score.panel or len(score.aturan) != 1:
        _wide(sheet, look["grade"], where, MUTU, "", "tanpa mutu: panel tertutup" if score.panel else "tanpa mutu")
    else:
        text = formula.mutu(where.cell(IKM, inside=True), RULE_SETS[score.aturan[0]])
        _wide(sheet, look["grade"], where, MUTU, text, formula.NONE if few else graded(score.mutu))
    rule = {"type": "formula", "criteria": f"={n}<{N_SEMBUNYI}", "format": look["hidden"]}
    sheet.conditional_format(top + MEAN, 1, top + WEIGHTED, last + 1, rule)


def graded(mutu: Mutu | None) -> str:
    """ "B (Baik)"; "" for no grade."""
    return f"{mutu.huruf} ({mutu.kinerja})" if mutu else ""


def _wide(sheet: Any, look: Any, where: Lines, line: int, text: str, value: Shown) -> None:
    _over(sheet, look, where.baris + line, 1, where.part.lebar, text, value)


def _over(sheet: Any, look: Any, row: int, column: int, n: int, text: str, value: Shown) -> None:
    """One value over n columns."""
    if n > 1:
        sheet.merge_range(row, column, row, column + n - 1, "", look)
    write(sheet, row, column, text, look, value)


def write(sheet: Any, row: int, column: int, text: str, look: Any, value: Shown) -> None:
    """A formula with the value a viewer shows that does not compute, or the plain value; None is a dash or a blank."""
    if value is None:
        value = formula.NONE if text else ""
    shown = value if isinstance(value, str) else float(value)
    if text:
        sheet.write_formula(row, column, text, look, shown)
    elif isinstance(shown, str):
        sheet.write_string(row, column, shown, look)
    else:
        sheet.write_number(row, column, shown, look)
