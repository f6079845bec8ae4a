"""Finds what stands under the answers of a sheet and is no questionnaire: who signs, where and when, notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import duckdb
from rapidfuzz import fuzz, process

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
_ANSWER = re.compile(r"\d{1,2}([.,]0+)?|[a-e]")


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

    Never a row with a number or an answer word in any cell, misspelt or not, nor one under which an answer stands,
    nor one as full as a questionnaire: it would take a person's answers away.
    """
    whole = cursor.table(shown.table)
    (last,) = whole.aggregate("max(baris)").fetchall()[0]
    if last is None:
        return Closing()
    under_head = whole.filter(f"baris > {max(shown.header, last - WITHIN)}")  # of a million rows only these are read
    rows = under_head.join(left_out, "baris", "anti").order("baris DESC").limit(LAST).fetchall()
    under: list[tuple[int, list[str]]] = []
    for baris, beyond, *cells in rows:
        filled = [cell for cell in cells if not is_blank(cell)]
        if beyond or len(filled) > MOST or any(_may_answer(cell, labels) for cell in filled):
            break
        under.append((baris, filled))
    under.reverse()
    for number, (_, filled) in enumerate(under):
        if first := _begins(filled):
            return Closing(tuple(baris for baris, _ in under[number:]), first)
    return Closing()


def _may_answer(cell: str, labels: Collection[str]) -> bool:
    """Whether a cell is an answer, or a misspelt one."""
    if words(cell) in labels or _ANSWER.fullmatch(plain(cell)):
        return True
    return process.extractOne(words(cell), labels, scorer=fuzz.ratio, score_cutoff=NEAR) is not None


def _begins(cells: Sequence[str]) -> str:
    return next((cell for cell in cells if _BEGINS.match(cell.strip())), "")
