"""LibreOffice without a screen: recalculates workbooks. One start for all of them, because a start costs 5 seconds."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from skm_core.intake.own_forms import REKAP

MISSING = "LibreOffice is missing: make libreoffice"


def office() -> str | None:
    """The program, None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def recalculated(books: Mapping[str, bytes], folder: Path) -> dict[str, Workbook]:
    """Every workbook as LibreOffice computes it, its values only. Stored values are removed first."""
    program = office()
    assert program, MISSING
    (folder / "in").mkdir()
    for name, made in books.items():
        openpyxl.load_workbook(io.BytesIO(made)).save(folder / "in" / f"{name}.xlsx")  # openpyxl drops the values
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
    files = [str(folder / "in" / f"{name}.xlsx") for name in books]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=120)
    return {name: openpyxl.load_workbook(folder / "out" / f"{name}.xlsx", data_only=True) for name in books}


@dataclass(frozen=True)
class Figures:
    """What a processing sheet says, by the labels of its lines."""

    lines: dict[str, list[Any]]
    """Label → the cells to its right."""

    @property
    def ikm(self) -> Any:
        return self.lines["IKM unit pelayanan"][0]

    @property
    def mutu(self) -> Any:
        return self.lines["Mutu pelayanan"][0]

    def row(self, label: str) -> list[Any]:
        """The filled cells of a line."""
        return [cell for cell in self.lines[label] if cell is not None]


def figures(book: Workbook, sheet: str) -> Figures:
    """The lines of one sheet."""
    rows = [list(row) for row in book[sheet].iter_rows(values_only=True)]
    return Figures({str(row[0]): row[1:] for row in rows if isinstance(row[0], str)})


def recap(book: Workbook) -> dict[str, list[Any]]:
    """Name in column B of the recap → its row."""
    return {str(row[1]): list(row) for row in book[REKAP].iter_rows(values_only=True) if row[1] is not None}


def formulas(made: bytes) -> dict[tuple[str, str], Any]:
    """(sheet, cell) → stored value of every cell that holds a formula."""
    with_formulas = openpyxl.load_workbook(io.BytesIO(made))
    with_values = openpyxl.load_workbook(io.BytesIO(made), data_only=True)
    return {
        (sheet.title, cell.coordinate): with_values[sheet.title][cell.coordinate].value
        for sheet in with_formulas
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
