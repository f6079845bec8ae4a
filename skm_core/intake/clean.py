"""Builds the clean rows of a sheet: the meaning of every distinct cell is joined to its rows in SQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb
import pyarrow as pa

from skm_core.intake.collected import MAX_PER_CODE, Findings
from skm_core.intake.context import FIELDS, Context, Problem
from skm_core.intake.dates import SECOND_SQL, TIME_SQL
from skm_core.intake.personal import MASK_REPLACE, MASK_SQL
from skm_core.intake.reading import Reading
from skm_core.intake.responses import CUT_KEY
from skm_core.intake.scratch import replace, run
from skm_core.intake.wording import BLANK


def limited(
    cursor: duckdb.DuckDBPyConnection, findings: Findings, kode: str, query: str, **values: Any
) -> list[tuple[Any, ...]]:
    """The first rows of a query whose last column counts all of them; those beyond the limit are counted."""
    rows = run(cursor, query, batas=MAX_PER_CODE, **values)
    if rows:
        findings.count(kode, rows[0][-1] - len(rows))
    return [row[:-1] for row in rows]


def write_contexts(cursor: duckdb.DuckDBPyConnection, contexts: Sequence[Context]) -> None:
    """Put the settled combinations of periode, layanan, place and pengumpul where the rows are joined to them."""
    data = {"nomor": pa.array(range(len(contexts)), pa.int32())}
    for name in FIELDS:
        data[f"c_{name}"] = pa.array([context.cells.get(name) for context in contexts], pa.string())
    for name in ("periode", "layanan", "wilayah", "pengumpul"):
        data[name] = pa.array([getattr(context, name) for context in contexts], pa.string())
    data["salah"] = pa.array([bool(context.masalah) for context in contexts], pa.bool_())
    replace(cursor, "konteks", pa.table(data))


def write_rows(cursor: duckdb.DuckDBPyConnection, reading: Reading, sha256: str) -> None:
    """Add the rows of the sheet being shown to the clean rows, refused ones marked.

    Short running numbers start again in every file, so as respondent keys they only count within this one.
    """
    run(
        cursor,
        "bersih",
        lembar=reading.sheet.nama,
        instrumen=reading.items.instrumen.kode,
        berkas=sha256,
        jam=TIME_SQL,
        detik=SECOND_SQL,
        kosong=sorted(BLANK),
        rusak=CUT_KEY,
        pola=MASK_SQL,
        ganti=MASK_REPLACE,
    )


def report_rows(
    cursor: duckdb.DuckDBPyConnection, reading: Reading, contexts: Sequence[Context], findings: Findings
) -> None:
    """Findings of whole rows: combinations that cannot stand, rows too long, without answers or without number."""
    grouped: dict[tuple[str, str], dict[int, Problem]] = {}
    for number, context in enumerate(contexts):
        for problem in context.masalah:
            grouped.setdefault((problem.kode, problem.field), {})[number] = problem
    for (kode, _), problems in grouped.items():
        for baris, number in limited(cursor, findings, kode, "baris_konteks", dicari=list(problems)):
            report_problem(reading, baris, problems[number], findings)
    for kode, query, values in (
        ("TANPA_JAWABAN", "baris_tanpa_jawaban", {"lembar": reading.sheet.nama}),
        ("SEL_BERLEBIH", "baris_berlebih", {}),
        ("BARIS_TANPA_NOMOR", "baris_tanpa_nomor", {"tabel": reading.label}),
    ):
        for (baris,) in limited(cursor, findings, kode, query, **values):
            findings.add(kode, lembar=reading.sheet.nama, baris=baris)
    n, first, second = run(cursor, "kembar", detik=SECOND_SQL)[0]
    if n:
        selain = ", selain nama dan data pribadi lain yang tidak dibaca," if reading.sheet.pribadi else ""
        findings.add("ISIAN_KEMBAR", lembar=reading.sheet.nama, baris=first, baris_lain=second, n=n, selain=selain)


def report_problem(reading: Reading, baris: int, problem: Problem, findings: Findings) -> None:
    """The finding of a row whose periode, layanan, place or collector cannot stand."""
    letters = {column.target: column.letter for column in reading.columns}
    column = reading.column(problem.field)
    words = {"huruf": letters.get(problem.field, "?"), **problem.words}
    if "kolom_lain" in words:
        words["huruf_lain"] = letters[words["kolom_lain"]]
    findings.add(
        problem.kode,
        lembar=reading.sheet.nama,
        baris=baris,
        kolom=column.header if column else None,
        nilai=problem.nilai or None,
        **words,
    )
