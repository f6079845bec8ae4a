"""Reads one reference file into rows whose cells are asked for by type."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Mapping
from decimal import InvalidOperation
from pathlib import Path
from typing import TypeVar

from skm_core.errors import SkmError

REFERENCE = Path(__file__).parents[2] / "data" / "reference"

T = TypeVar("T")


class Row:
    """One line of a reference file. Every method raises SkmError naming file, row and column if the cell is wrong."""

    def __init__(self, file: str, number: int, cells: Mapping[str, str]) -> None:
        self.file, self.number, self.cells = file, number, cells

    def get(self, column: str, convert: Callable[[str], T], expected: str) -> T:
        """The cell as `convert` makes it; `expected` says in Indonesian what it must be."""
        try:
            return convert(self.cells[column])
        except (ValueError, KeyError, InvalidOperation) as error:
            raise SkmError(
                f"Berkas acuan {self.file}, baris {self.number}, kolom {column}: "
                f"isi {self.cells[column]!r} tidak dapat dipakai, seharusnya {expected}."
            ) from error

    def maybe(self, column: str, convert: Callable[[str], T], expected: str) -> T | None:
        """As `get`, None for an empty cell."""
        return self.get(column, convert, expected) if self.cells[column] else None

    def text(self, column: str) -> str:
        """The cell, which must not be empty."""
        return self.get(column, _filled, "tidak kosong")

    def one_of(self, column: str, choices: Collection[str]) -> str:
        """The cell, which must be one of `choices`."""
        return self.get(column, {choice: choice for choice in choices}.__getitem__, " atau ".join(choices))

    def flag(self, column: str) -> bool:
        """The cell `true` or `false`."""
        return self.get(column, {"true": True, "false": False}.__getitem__, "true atau false")

    def whole(self, column: str) -> int:
        """The cell as a whole number."""
        return self.get(column, int, "bilangan bulat")


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError("empty")
    return text


def read_raw(folder: Path, table: str) -> tuple[list[str], list[list[str]]]:
    """Header and lines of `<table>.csv` as text; every line has as many cells as the header."""
    file = f"{table}.csv"
    try:
        with (folder / file).open(encoding="utf-8", newline="") as opened:
            header, *lines = list(csv.reader(opened)) or [[]]
    except (OSError, UnicodeDecodeError) as error:
        raise SkmError(f"Berkas acuan {file} tidak dapat dibaca: {error}.") from error
    for number, line in enumerate(lines, 2):
        if len(line) != len(header):
            raise SkmError(f"Berkas acuan {file}, baris {number}: ada {len(line)} kolom, bukan {len(header)}.")
    return header, lines


def read(folder: Path, table: str, columns: str) -> list[Row]:
    """Rows of `<table>.csv`, which must have exactly these columns. The first row is line 2."""
    header, lines = read_raw(folder, table)
    if header != columns.split():
        raise SkmError(f"Berkas acuan {table}.csv, baris 1: kolomnya harus {', '.join(columns.split())}.")
    return [Row(f"{table}.csv", number, dict(zip(header, line, strict=True))) for number, line in enumerate(lines, 2)]
