"""Why a stated sum differs from the sum of its column: rows left out or counted twice, or another column's sum."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from skm_core.recount.sheet import Sheet
from skm_core.rules import NILAI
from skm_core.writing import angka

EDGE = 5
"""Rows that a range may miss at its beginning or end."""


def explained(sheet: Sheet, stated: Mapping[int, int]) -> list[str]:
    """Sentences for the columns (index → stated sum) whose sum is wrong: one for all if one reason explains all."""
    valid = {column: sum(value for value in sheet.answers(column)) for column in stated}
    names = ", ".join(sheet.kolom[column].judul for column in stated)
    if all(sheet.total(column) == total for column, total in stated.items()):
        return []  # the sum is right but counts numbers off the scale, which is said elsewhere
    if reason := _rows(sheet, stated):
        return [f"Jumlah nilai {names}: {reason}."]
    found = []
    for column, total in stated.items():
        reason = _rows(sheet, {column: total}, only_edges=True) or _other_column(sheet, column, total)
        reason = reason or f"di berkas {angka(total)}, seharusnya {angka(valid[column])}"
        found.append(f"Jumlah nilai {sheet.kolom[column].judul}: {reason}.")
    return found


def _rows(sheet: Sheet, stated: Mapping[int, int], *, only_edges: bool = False) -> str | None:
    n = len(sheet.baris)
    edges = chain.from_iterable(((0, n - m), (m, n)) for m in range(1, min(EDGE, n - 1) + 1))
    for first, last in edges:
        if all(sheet.total(column, slice(first, last)) == total for column, total in stated.items()):
            left_out = sheet.baris[last:] if first == 0 else sheet.baris[:first]
            return f"{_listed(left_out)} tidak ikut dijumlah"
    if only_edges or len(stated) < 3:
        return None  # with few columns, many rows would fit by chance
    short = {column: sheet.total(column) - total for column, total in stated.items()}
    for number, row in zip(sheet.baris, sheet.jawaban, strict=True):
        if all((row[column] or 0) == less for column, less in short.items()):
            return f"baris {number} tidak ikut dijumlah"
        if all((row[column] or 0) == -less for column, less in short.items()):
            return f"baris {number} dijumlah dua kali"
    return None


def _listed(rows: object) -> str:
    numbers = [int(number) for number in rows]  # type: ignore[attr-defined]
    return f"baris {numbers[0]}" if len(numbers) == 1 else f"baris {numbers[0]} sampai {numbers[-1]}"


def _other_column(sheet: Sheet, column: int, total: int) -> str | None:
    same = [other for other in range(len(sheet.kolom)) if other != column and sheet.total(other) == total]
    if len(same) == 1 and total > NILAI[-1]:
        return f"angkanya jumlah kolom {sheet.kolom[same[0]].huruf} ({sheet.kolom[same[0]].judul})"
    return None
