"""Builds the clean rows of a sheet: every distinct cell is decided once in Python, and joined to its rows in SQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from skm_core.intake import answers, profile
from skm_core.intake.collected import MAX_PER_CODE, Findings
from skm_core.intake.columns import ColumnMap
from skm_core.intake.context import FIELDS, Context, Problem
from skm_core.intake.dates import TIME_SQL, read_dates
from skm_core.intake.headers import MEANING
from skm_core.intake.mapping import worth
from skm_core.intake.personal import MASK_REPLACE, MASK_SQL
from skm_core.intake.reading import Reading
from skm_core.intake.responses import CUT_KEY
from skm_core.intake.scratch import replace, run
from skm_core.intake.wording import BLANK, is_blank

PROFILE: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("jenis_kelamin", profile.gender),
    ("usia", profile.age),
    ("pendidikan", profile.education),
    ("pekerjaan", profile.occupation),
)
Habits = Counter[frozenset[tuple[int, str]]]


class Meanings:
    """What every distinct cell of a sheet stands for, and the findings of those that stand for nothing."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, reading: Reading, findings: Findings) -> None:
        self.cursor, self.reading, self.findings = cursor, reading, findings
        self.found: dict[tuple[str, str], str] = {}
        """(column, cell) → meaning as text, 0 for an answer left out; one entry each, as rows are joined."""

    def answers(self, sets: Mapping[str, Sequence[Mapping[str, int]]], used: Habits) -> None:
        """Decide every item column; an answer that is not understood refuses its row."""
        for item in {item.kolom: item for item, _ in self.reading.items.kolom.values()}.values():
            column, values = self.reading.column(item.kolom), self.reading.values.get(item.kolom, [])
            if column is None:
                continue
            if chosen := self.reading.dipetakan.get(item.kolom):
                decoded = worth.decode(values, sets[item.kolom], used, chosen)
            else:
                decoded = answers.decode(values, sets[item.kolom], used)
            self.found |= {(item.kolom, cell): str(value) for cell, value in decoded.nilai.items()}
            self.found |= {(item.kolom, cell): "0" for cell in self.reading.blanks.get(item.kolom, ())}
            labels = ", ".join(item.label)
            for kode in dict.fromkeys(kode for kode, _ in decoded.salah.values()):
                wrong = {cell: meant or labels for cell, (other, meant) in decoded.salah.items() if other == kode}
                self._report(kode, column, {cell: {"daftar": text} for cell, text in wrong.items()})

    def profile(self) -> None:
        """Date, gender, age, education and occupation: what is not understood becomes blank, with a warning."""
        days, *others = (cells or [] for cells in run(self.cursor, "isi_profil", jam=TIME_SQL)[0])
        if column := self.reading.column("tanggal"):
            chosen = self.reading.dipetakan.get("tanggal")
            dates = read_dates(sorted(days), first=chosen.urutan if chosen else None)
            self.found |= {("tanggal", cell): day.isoformat() for cell, day in dates.nilai.items()}
            self._report("TANGGAL_TIDAK_DIKENAL", column, {cell: {} for cell in sorted(dates.salah)})
            if dates.dua_arti:
                self.findings.add(
                    "TANGGAL_DUA_ARTI",
                    lembar=column.lembar,
                    kolom=column.header,
                    nilai=dates.dua_arti,
                    huruf=column.letter,
                )
        for (target, read), cells in zip(PROFILE, others, strict=True):
            if column := self.reading.column(target):
                found = {cell: read(cell) for cell in sorted(cells) if not is_blank(cell)}
                self.found |= {(target, cell): str(v) for cell, v in found.items() if v is not None}
                wrong = {cell: {"arti": MEANING[target]} for cell, value in found.items() if value is None}
                self._report("PROFIL_TIDAK_DIKENAL", column, wrong)

    def write(self) -> None:
        """Put them where the rows are joined to them."""
        data = {
            "kolom": pa.array([column for column, _ in self.found], pa.string()),
            "isi": pa.array([cell for _, cell in self.found], pa.string()),
            "hasil": pa.array(list(self.found.values()), pa.string()),
        }
        replace(self.cursor, "peta", pa.table(data))

    def _report(self, kode: str, column: ColumnMap, wrong: Mapping[str, Mapping[str, str]]) -> None:
        """One finding per row whose cell is among `wrong`, in row order; counted beyond the limit."""
        if not wrong:
            return
        values = {"kolom": column.target, "jam": TIME_SQL, "dicari": list(wrong)}
        rows = limited(self.cursor, self.findings, kode, "baris_berisi", **values)
        merged = [one for one in self.reading.columns if one.target == column.target]
        for baris, cell in rows:
            here = self._filled(merged, baris) if len(merged) > 1 else column
            self.findings.add(
                kode,
                lembar=here.lembar,
                baris=baris,
                kolom=here.header,
                nilai=cell,
                huruf=here.letter,
                **wrong[cell],
            )

    def _filled(self, merged: Sequence[ColumnMap], baris: int) -> ColumnMap:
        """The one of several merged columns that a row fills."""
        row = self.cursor.table(self.reading.sheet.tabel).filter(f"baris = {baris}")
        cells = row.project(", ".join(one.cell for one in merged)).fetchall()[0]
        return next((one for one, cell in zip(merged, cells, strict=True) if cell is not None), merged[0])


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
    n, first, second = run(cursor, "kembar")[0]
    if n:
        findings.add("ISIAN_KEMBAR", lembar=reading.sheet.nama, baris=first, baris_lain=second, n=n)


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
