"""Reads the combinations of time, service, place and collector that occur in a sheet, and settles them."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from skm_core.intake.collected import Findings
from skm_core.intake.columns import ColumnMap
from skm_core.intake.context import FIELDS, Context, Resolver, contradictions, infer_collector
from skm_core.intake.misspelt import Cells, same
from skm_core.intake.reading import Reading
from skm_core.intake.scratch import run

UNTOLD = "kelurahannya tidak disebut"
"""Why a file is taken for one that the kelurahan collected, where its content gives no hint at all."""


def read_contexts(cursor: duckdb.DuckDBPyConnection, reading: Reading, resolver: Resolver) -> list[Context]:
    """Every distinct combination of a sheet, in order of its first row."""
    reading.shown.show(cursor)
    found = []
    for *cells, n, first in run(cursor, "isi_konteks"):
        present = {name: cell for name, cell in zip(FIELDS, cells, strict=True) if reading.column(name)}
        context = Context(present, n, first)
        resolver.resolve(context)
        found.append(context)
    return found


def note_spellings(
    cursor: duckdb.DuckDBPyConnection,
    reading: Reading,
    contexts: Sequence[Context],
    resolver: Resolver,
    findings: Findings,
) -> None:
    """Which places, services and collectors no list knows, and which were read as a person said: per spelling."""
    wrong: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
    settled: dict[str, dict[str, tuple[int, int]]] = {}
    for context in contexts:
        for problem in context.masalah:
            if problem.nilai:
                _count(wrong.setdefault((problem.kode, problem.field), {}), problem.nilai, context)
        failed = {problem.field for problem in context.masalah}
        for name, cell in context.cells.items():
            if cell and name not in failed and (name, same(cell)) in resolver.anggap:
                _count(settled.setdefault(name, {}), cell, context)
    names = resolver.vocabulary.names()
    for (kode, name), cells in wrong.items():
        if column := reading.column(name):
            known = names.get(name, ()) if kode in _UNKNOWN else ()
            findings.ejaan.wrong(kode, name, column, _counted(cursor, reading, column, cells), known)
    for name, cells in settled.items():
        if column := reading.column(name):
            findings.ejaan.read(name, column, _counted(cursor, reading, column, cells), resolver.anggap)


_UNKNOWN = ("WILAYAH_TIDAK_DIKENAL", "LAYANAN_TIDAK_DIKENAL", "PENGUMPUL_TIDAK_DIKENAL")
"""Findings of a cell that is no name at all; the others are of names that contradict one another."""


def _count(cells: dict[str, tuple[int, int]], cell: str, context: Context) -> None:
    n, baris = cells.get(cell, (0, context.baris))
    cells[cell] = (n + context.n, min(baris, context.baris))


def _counted(cursor: duckdb.DuckDBPyConnection, reading: Reading, column: ColumnMap, cells: Cells) -> Cells:
    """The cells with their numbers of rows; where a row holds several questionnaires, of all that answer any.

    Rows left out, such as copies, are none that a word for a cell would read.
    """
    if reading.blok is None:
        return cells
    own = duckdb.ColumnExpression("tabel") == duckdb.ConstantExpression(reading.label)
    left_out = cursor.table("lewati").filter(own).filter("jenis <> 'tanpa_blok'").project("baris")
    below = cursor.table(reading.sheet.tabel).filter(f"baris > {reading.head.baris}").join(left_out, "baris", "anti")
    same_cells = duckdb.ColumnExpression(column.cell).isin(*map(duckdb.ConstantExpression, cells))
    rows = below.filter(same_cells).aggregate(f"{column.cell}, count(*), min(baris)").fetchall()
    return {**cells, **{cell: (n, baris) for cell, n, baris in rows}}


def report_contradictions(
    readings: Sequence[Reading],
    contexts: Sequence[Sequence[Context]],
    resolvers: Sequence[Resolver],
    findings: Findings,
) -> None:
    """Options that a column contradicts, and a periode that does not exist: both refuse the file."""
    for reading, own, resolver in zip(readings, contexts, resolvers, strict=True):
        for option, name, context in contradictions(own, resolver.chosen):
            column = reading.column(name)
            findings.add(
                "PILIHAN_BERTENTANGAN",
                lembar=reading.sheet.nama,
                baris=context.baris,
                kolom=column.header if column else None,
                nilai=context.cells[name],
                huruf=column.letter if column else "?",
                pilihan=option,
                pilihan_nilai=getattr(resolver.options, option),
            )
        column = reading.column("periode")
        unknown = [c for c in own if any(p.kode == "PERIODE_TIDAK_DIKENAL" for p in c.masalah)]
        if unknown and column:
            findings.add(
                "PERIODE_TIDAK_DIKENAL",
                lembar=reading.sheet.nama,
                baris=unknown[0].baris,
                kolom=column.header,
                nilai=unknown[0].cells["periode"],
                huruf=column.letter,
                daftar=", ".join(resolver.vocabulary.periode) or "belum ada",
            )


def settle_collector(contexts: Sequence[Sequence[Context]], resolver: Resolver, findings: Findings) -> tuple[str, ...]:
    """Fill in who collected where neither column nor option says so. That is inferred, so it stays a question."""
    everything = [context for own in contexts for context in own]
    silent = [
        context
        for context in everything
        if context.pengumpul is None and not any(problem.field == "pengumpul" for problem in context.masalah)
    ]
    if not silent:
        return ()
    inferred = "kelurahan" if resolver.open_world else infer_collector(everything, resolver.vocabulary.wilayah)
    for context in silent:
        context.pengumpul = inferred
    if resolver.open_world:
        return ()
    by_city = inferred == "kota"
    n_places = len({context.wilayah for context in everything if context.wilayah})
    if by_city:
        why = "tiap kecamatan diwakili tepat dua kelurahan, seperti sampel kota"
    elif n_places > 1:
        why = "kelurahannya tidak mengikuti pola sampel kota (dua kelurahan di tiap kecamatan)"
    else:
        why = "semuanya dari satu kelurahan" if n_places else UNTOLD
    findings.add("PENGUMPUL_DISIMPULKAN", arti="kota" if by_city else "kelurahan sendiri", alasan=why)
    return ("pengumpul",)
