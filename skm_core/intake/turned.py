"""Recognises a table that lies on its side (unsur down, respondents across) and turns it upright."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from skm_core.intake.header_row import Head, find_header, n_telling
from skm_core.intake.headers import number_run

MAX_ROWS = 400
"""A table on its side has a row per question and a few titles; anything longer stands upright."""
SEARCHED_COLUMNS = 4
MIN_ITEMS = 7
MIN_RESPONDENTS = 2
_NUMBER = re.compile(r"\d{1,4}([.,]\d+)?")


def turned(rows: Sequence[Sequence[str]]) -> tuple[list[list[str]], int] | None:
    """The rows turned upright, with the number of title rows kept above; None if the table stands upright already.

    Row t + 1 of the result is column A of the sheet, row t + 2 column B and so on, t the number of titles.
    """
    width = max((len(row) for row in rows), default=0)
    if len(rows) > MAX_ROWS or width < MIN_RESPONDENTS + 2 or _stands(rows, width):
        return None
    level = [list(row) + [""] * (width - len(row)) for row in rows]
    for column in range(min(SEARCHED_COLUMNS, width)):
        names = [row[column] for row in level]
        items = _item_rows(names)
        cells = [cell.strip() for index in items for cell in level[index][column + 1 :] if cell.strip()]
        numbers = sum(1 for cell in cells if _NUMBER.fullmatch(cell))
        if len({names[index].strip() for index in items}) < MIN_ITEMS or 2 * numbers <= len(cells):
            continue
        first = _first_row(level, column)
        titles = [row for row in level[:first] if any(cell.strip() for cell in row)]
        block = [row for row in level[first:] if any(cell.strip() for cell in row)]
        upright = [list(cells) for cells in zip(*block, strict=True)]
        return titles + upright, len(titles)
    return None


def _stands(rows: Sequence[Sequence[str]], width: int) -> bool:
    """True if a row of headers is found that names at least as much as a column would; bare numbers name nothing."""
    head = [
        Head(number, tuple(list(row) + [""] * (width - len(row)))) for number, row in enumerate(rows, 1) if any(row)
    ]
    found = find_header(head)
    if found is None:
        return False
    run = number_run(found.cells)
    return n_telling(found.cells) >= MIN_ITEMS or (len(run) >= MIN_ITEMS and bool(next(iter(run.values()))[0]))


def _first_row(level: Sequence[Sequence[str]], column: int) -> int:
    """The first row of the block: the row of running numbers above the first item if there is one, else the item."""
    items = _item_rows([row[column] for row in level])
    first = items[0]
    for row in range(first - 1, -1, -1):
        digits = [cell.strip() for cell in level[row][column + 1 :] if cell.strip()]
        if len(digits) < MIN_RESPONDENTS:
            break
        first = row
    return first


def _item_rows(names: Iterable[str]) -> list[int]:
    listed = list(names)
    run = number_run(listed)
    if run and next(iter(run.values()))[0]:
        return sorted(run)
    return [index for index, name in enumerate(listed) if n_telling([name])]
