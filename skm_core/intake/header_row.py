"""Finds the header row of a sheet among title rows, merged two-row headers and data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from skm_core import reference
from skm_core.intake.headers import field, number_run, numbered, personal, phrases
from skm_core.intake.sources import belongs_to_a_source
from skm_core.intake.wording import words

SEARCHED = 60
"""Rows looked at: title blocks are short."""


@dataclass(frozen=True, slots=True)
class Head:
    """One of the first rows of a sheet: its number and its cells."""

    baris: int
    cells: tuple[str, ...]


@cache
def _known_phrases() -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole headers, and parts of headers, by which an unsur or a question is known."""
    whole = {words(alias.frasa) for alias in reference.unsur_alias() if alias.cara == "tepat"}
    whole |= {words(unsur.nama) for unsur in reference.unsur()} | {words(unsur.kunci) for unsur in reference.unsur()}
    whole |= {words(item.teks) for one in reference.instrumen() for item in one.butir}
    return frozenset(whole), tuple(words(a.frasa) for a in reference.unsur_alias() if a.cara == "memuat")


def _telling(header: str, extra: frozenset[str]) -> bool:
    whole, parts = _known_phrases()
    forms = phrases(header)
    if any(form in whole or form in extra for form in forms):
        return True
    if field(header) or (len(header) <= 60 and personal(header)) or belongs_to_a_source(header):
        return True
    found = numbered(header)
    if found and found[0]:
        return True
    return len(header) > 12 and any(part in forms[-1] for part in parts) if forms else False


def n_telling(cells: Iterable[str]) -> int:
    """How many of the cells name something that a header can be known by."""
    return sum(1 for cell in cells if cell.strip() and _telling(cell, frozenset()))


def find_header(head: Sequence[Head], extra: Iterable[str] = ()) -> Head | None:
    """The header row with blanks filled from up to two rows above (merged cells); None if nothing looks like one.

    The row with the most cells that name something known wins, the first of equals. `extra`: more known headers.
    """
    known, best, best_score = frozenset(words(text) for text in extra), None, 1
    for position, row in enumerate(head[:SEARCHED]):
        filled = [cell for cell in row.cells if cell.strip()]
        if len(filled) < 2:
            continue
        score = sum(1 for cell in filled if _telling(cell, known))
        run = number_run(row.cells)
        if run and not next(iter(run.values()))[0] and best_score < 5:
            score += len(run)  # bare numbers are a header only where no better one stands above them
        if score > best_score:
            best, best_score = position, score
    if best is None:
        return _widest(head)
    return Head(head[best].baris, _filled_from_above(head, best))


def _filled_from_above(head: Sequence[Head], position: int) -> tuple[str, ...]:
    row = head[position]
    above = [other for other in head[max(0, position - 2) : position] if row.baris - other.baris <= 2]
    cells = list(row.cells)
    for index, cell in enumerate(cells):
        if not cell.strip():
            cells[index] = next((up.cells[index] for up in reversed(above) if up.cells[index].strip()), "")
    return tuple(cells)


def _widest(head: Sequence[Head]) -> Head | None:
    """Without any known word: the first row as wide as the table, if its cells are texts and not numbers."""
    rows = head[:SEARCHED]
    most = max((sum(1 for cell in row.cells if cell.strip()) for row in rows), default=0)
    for row in rows:
        filled = [cell for cell in row.cells if cell.strip()]
        if 2 * len(filled) > most and not any(cell.strip().isdecimal() for cell in filled):
            return row
    return None
