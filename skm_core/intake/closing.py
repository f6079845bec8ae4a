"""Finds what stands under the answers of a sheet and is no questionnaire: who signs, where and when, notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import duckdb
from rapidfuzz import fuzz, process

from skm_core.intake.answers import read
from skm_core.intake.nearest import NEAR
from skm_core.intake.scratch import Projection
from skm_core.intake.wording import is_blank, plain, words
from skm_core.writing import BULAN

LAST, MOST, WITHIN = 40, 4, 5_000
"""Rows from the end that are looked at, filled cells that one of such lines has at most, and the part of the sheet."""
_BEGINS = re.compile(
    r"mengetahui|menyetujui|mengesahkan|(di ?)?(ketahui|setujui|sahkan|periksa|buat|susun|olah|cetak|unduh)\b"
    r"|pemeriksa\b|penanggung ?jawab\b|(ketua|petugas|surveyor|pewawancara|koordinator|enumerator)\b(?! (?:rw|rt)\b)"
    r"|(lurah|camat|sekretaris|kepala (seksi|sub|bagian|dinas|suku|kelurahan|kantor)) \w|(plt|plh|a\.?n|u\.?b)\.? "
    r"|ttd\b|tertanda|hormat kami|demikian|nip\b|catatan|sumber\b|n\.?b\b\.? ?:|note\b|\*+ ?\w|jakarta( barat)? ?,"
    rf"|[\w ]+, *(tanggal )?\d{{1,2}} ({'|'.join(BULAN)}) 20\d\d$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\D{0,2}\d{1,6}(\D\d{1,2})?\D?")
"""An answer, a misspelt one ("2,5", "3/4") or the number of a respondent; a NIP and a date are longer."""

Line = tuple[int, list[str | None]]
"""A row and its cells."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The lines under the answers: their rows, and the cell that shows what they are."""

    baris: tuple[int, ...] = ()
    awal: str = ""


def find_closing(
    cursor: duckdb.DuckDBPyConnection, shown: Projection, labels: Collection[str], left_out: duckdb.DuckDBPyRelation
) -> Closing:
    """The last lines of a sheet from the one that begins a signature or a note.

    `left_out`: rows (baris) that are known to be no respondents.

    Never a row with a number or an answer word in any cell, misspelt or not, nor with what its column holds further up
    (a kelurahan, a surveyor), nor one under which such a row stands, nor one as full as a questionnaire: it would take
    a person's answers away.
    """
    whole = cursor.table(shown.table)
    (last,) = whole.aggregate("max(baris)").fetchall()[0]
    if last is None:
        return Closing()
    under_head = whole.filter(f"baris > {max(shown.header, last - WITHIN)}")  # of a million rows only these are read
    rows = under_head.join(left_out, "baris", "anti").order("baris DESC").limit(LAST).fetchall()
    under: list[Line] = []
    for baris, beyond, *cells in rows:
        filled = [cell for cell in cells if not is_blank(cell)]
        if beyond or len(filled) > MOST or any(_may_answer(cell, labels) for cell in filled):
            break
        under.append((baris, cells))
    under = _unlike(under_head, under[::-1])
    for number, (_, cells) in enumerate(under):
        if first := _begins(cells):
            return Closing(tuple(baris for baris, _ in under[number:]), first)
    return Closing()


def _unlike(sheet: duckdb.DuckDBPyRelation, under: list[Line]) -> list[Line]:
    """The lines under the last one that repeats a cell of its column above all of them, as a respondent does."""
    if not any(_begins(cells) for _, cells in under):
        return []
    above = sheet.filter(f"baris < {under[0][0]}")
    for place, name in enumerate(sheet.columns[2:]):
        if here := {cell for _, cells in under if (cell := cells[place])}:
            known = {cell for (cell,) in above.project(name).distinct().fetchall()} & here
            last = max((number for number, (_, cells) in enumerate(under) if cells[place] in known), default=-1)
            under = under[last + 1 :]
    return under


def _may_answer(cell: str, labels: Collection[str]) -> bool:
    """Whether a cell is an answer, or a misspelt one."""
    (value,) = read([(cell, 1)])
    if words(cell) in labels or _NUMBER.fullmatch(plain(cell)) or (value.number is not None and value.label is None):
        return True
    return process.extractOne(words(cell), labels, scorer=fuzz.ratio, score_cutoff=NEAR) is not None


def _begins(cells: Sequence[str | None]) -> str:
    return next((cell for cell in cells if cell and _BEGINS.match(cell.strip())), "")
