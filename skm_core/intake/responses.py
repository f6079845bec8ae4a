"""What has to be said about the responses of a form service as a whole: unfinished ones, codes, damaged keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import duckdb

from skm_core.findings import cut
from skm_core.intake import answers
from skm_core.intake.collected import Findings
from skm_core.intake.columns import ColumnMap
from skm_core.intake.headers import IGNORED
from skm_core.intake.reading import Reading
from skm_core.intake.scratch import run
from skm_core.intake.sources import SOURCES

CODE_ONE = ("terburuk", "terbaik")
"""What the first option of a question can be."""
CUT_KEY = r"\d([.,]\d+)?[Ee]\+\d+"
"""RE2 pattern of a long number as a spreadsheet writes it; what it stood for is lost."""


def all_columns(readings: Sequence[Reading]) -> tuple[ColumnMap, ...]:
    """The columns of all readings, each once: with what the first block that uses it takes it for."""
    found: dict[tuple[str | None, int], ColumnMap] = {}
    for reading in readings:
        for column in reading.columns:
            key = (column.lembar, column.index)
            if key not in found or found[key].target == IGNORED:
                found[key] = column
    order = list(dict.fromkeys(reading.sheet.nama for reading in readings))
    return tuple(sorted(found.values(), key=lambda column: (order.index(column.lembar), column.index)))


def report_responses(readings: Sequence[Reading], findings: Findings) -> None:
    """Unfinished responses and closing lines that are left out, and exports that do not tell which are unfinished."""
    for reading in readings:
        lembar, kinds = reading.sheet.nama, reading.kinds
        if kinds.n_unfinished:
            findings.add("RESPONS_BELUM_SELESAI", lembar=lembar, n=kinds.n_unfinished, pertama=kinds.first_unfinished)
        if lines := kinds.closing.baris:
            awal = cut(kinds.closing.awal)
            findings.add("PENUTUP_DILEWATI", lembar=lembar, baris=lines[0], n=len(lines), akhir=lines[-1], awal=awal)
        tells = any(one.kunci == reading.layout.kunci and one.selesai for one in SOURCES)
        if tells and reading.shown.finished is None:
            findings.add("STATUS_TIDAK_ADA", lembar=lembar)


def settle_codes(
    readings: Sequence[Reading], kode1: str | None, findings: Findings
) -> tuple[list[Reading], tuple[str, ...]]:
    """The readings with codes of the form service (A1, AO02, option_3) numbered from the worst option to the best.

    A code only tells the place of an option on the form, so without `kode1` the file is refused and the question
    'kode1' is asked; columns whose answers a mapping lists are settled by it.
    """
    settled, asked = [], False
    for reading in readings:
        coded = {
            name: [v.cell for v in values if v.coded]
            for name, values in reading.values.items()
            if not ((mapped := reading.dipetakan.get(name)) and any(value for _, value in mapped.jawaban))
        }
        columns = [column for name, cells in coded.items() if cells and (column := reading.column(name))]
        if columns and kode1 not in CODE_ONE:
            asked = True
            cells = sorted({cell for found in coded.values() for cell in found})
            findings.add(
                "KODE_PILIHAN",
                lembar=reading.sheet.nama,
                kolom=columns[0].header,
                nilai=cells[0],
                daftar=", ".join(cells[: answers.MAX_CODES]),
                huruf=", ".join(column.letter for column in columns),
            )
        elif columns and kode1 == CODE_ONE[1]:
            values = {
                n: [answers.turned(v) for v in found] if coded.get(n) else found for n, found in reading.values.items()
            }
            reading = replace(reading, values=values)
        settled.append(reading)
    return settled, (("kode1",) if asked else ())


def report_keys(cursor: duckdb.DuckDBPyConnection, readings: Sequence[Reading], findings: Findings) -> None:
    """Respondents' keys that a spreadsheet has cut: of many different ones it leaves one."""
    for reading in readings:
        if column := reading.column("responden"):
            reading.shown.show(cursor)
            n, example = run(cursor, "kunci_rusak", rusak=CUT_KEY)[0]
            if n:
                findings.add("KUNCI_RUSAK", lembar=column.lembar, kolom=column.header, nilai=example, n=n)
