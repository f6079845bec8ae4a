"""Tells respondents from totals, repeated headers and prepared but empty lines of one sheet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from skm_core.intake.closing import Closing, find_closing
from skm_core.intake.header_row import Head
from skm_core.intake.scratch import Projection, run

TOTALS = (
    r"^[^a-z0-9σ∑]*(σ|∑|jumlah|jml|total|grand total|nrr|nilai rata|rata[- ]?rata|rerata|rata²|mean|average|tertimbang|"
    r"tertbg|bobot|ikm|skm|indeks|nilai (indeks|ikm|skm|interval|per|unsur|tertimbang)|nilai */|keterangan|ket\b|mutu|"
    r"kategori|kinerja|simpangan|standar deviasi|\*+\)|[upq] *\d{1,2} *[=:]|u *\d{1,2} *s)"
)
"""RE2 pattern of the words a line of totals or of a legend begins with."""
INTEGER = r"\d+([.,]0+)?\.?"
ANSWER = r"[1-4]([.,]0+)?"


@dataclass(frozen=True, slots=True)
class Kinds:
    """How many rows under the header are prepared but empty, totals and titles, or answers without a number.

    `n_unfinished` are responses begun and not sent, the first of them in row `first_unfinished`. `closing`: signature
    and notes under the answers.
    """

    n_empty: int
    n_summary: int
    n_unnumbered: int
    n_unfinished: int
    first_unfinished: int | None
    closing: Closing


def tell_rows(
    cursor: duckdb.DuckDBPyConnection,
    shown: Projection,
    rows: Sequence[Head],
    head: Head,
    labels: Collection[str],
    *,
    only_numbered: bool,
) -> Kinds:
    """Note the rows of the sheet shown in `isian_semua` that are no respondents, so that `isian` leaves them out.

    `rows` are the first rows of the sheet; `labels`: words that are answers, as `wording.words` gives them;
    `only_numbered`: a respondent's row carries a running number.
    """
    items = shown.items
    numbered = only_numbered and run(cursor, "n_bernomor", bulat=INTEGER)[0][0] > 0
    run(
        cursor,
        "jenis_baris",
        bulat=INTEGER,
        jumlah=TOTALS,
        jawaban=ANSWER,
        judul=[head.cells[index].strip() for index in items if not head.cells[index].strip().isdecimal()],
        nomor_kolom=_column_numbers(rows, head, items),
        hanya_bernomor=numbered,
        n_butir=len(items),
    )
    name = shown.label or shown.table
    noted = cursor.table("lewati").filter(duckdb.ColumnExpression("tabel") == duckdb.ConstantExpression(name))
    closing = find_closing(cursor, shown, labels, noted.project("baris"))
    if n_lines := len(closing.baris):
        lines = {
            "tabel": [name] * n_lines,
            "baris": pa.array(closing.baris, pa.int32()),
            "jenis": ["penutup"] * n_lines,
        }
        cursor.from_arrow(pa.table(lines)).insert_into("lewati")
    counts = {kind: (n, first) for kind, n, first in run(cursor, "n_jenis", tabel=name)}
    n = {kind: count for kind, (count, _) in counts.items()}
    unfinished, first = counts.get("belum_selesai", (0, None))
    return Kinds(n.get("kosong", 0), n.get("ringkasan", 0), n.get("tanpa_nomor", 0), unfinished, first, closing)


def _column_numbers(rows: Sequence[Head], head: Head, items: Sequence[int]) -> list[int]:
    """Rows right under the header that only number the columns, (1) (2) (3) …, or tag them, #adm3 #indicator …"""
    found = []
    for row in [row for row in rows if row.baris > head.baris][:2]:
        filled = [cell for cell in row.cells if cell]
        if filled and all(cell.startswith("#") and len(cell) > 1 and cell[1].isalpha() for cell in filled):
            found.append(row.baris)
        digits = [row.cells[index].strip("() .") for index in items]
        numbers = [int(text) for text in digits if text.isdecimal() and len(text) < 4]
        if len(numbers) >= 5 and numbers == list(range(numbers[0], numbers[0] + len(items))):
            found.append(row.baris)
    return found
