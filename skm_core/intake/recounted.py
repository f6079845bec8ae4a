"""Hands the answers of a sheet and the lines around them to the recount, and turns what it found into findings."""

from __future__ import annotations

import duckdb

from skm_core import recount
from skm_core.intake.collected import Findings
from skm_core.intake.items import Items
from skm_core.intake.reading import Reading
from skm_core.intake.wording import letter
from skm_core.recount import Pemeriksaan
from skm_core.recount.sheet import number

MAX_ROWS = 20_000
MAX_LINES = 500


def recounted(cursor: duckdb.DuckDBPyConnection, reading: Reading, findings: Findings) -> Pemeriksaan | None:
    """The recount of one sheet; None where no figures can stand: no lines around the answers, or too many answers.

    Nor of an agency's own questionnaire that a column names by its code (our workbook): its weights and its several
    questions for one unsur are not those of the regulation's sheet.
    """
    if reading.column("instrumen"):
        return None
    above = [row for row in reading.sheet.head if row.baris < reading.head.baris]
    if not reading.kinds.n_summary and not above:
        return None
    reading.shown.show(cursor)
    lines = _lines(cursor, reading)
    answers = cursor.table(reading.sheet.tabel).filter("baris IN (SELECT baris FROM isian)").order("baris")
    columns = _columns(reading.items)
    rows = answers.project(", ".join(["baris", *(f"k{index + 1}" for index in columns)])).limit(MAX_ROWS + 1).fetchall()
    if len(rows) > MAX_ROWS:
        return None
    found = recount.check(
        recount.Sheet(
            reading.sheet.nama,
            reading.items.instrumen.aturan,
            tuple(
                recount.Column(letter(index), reading.head.cells[index].strip(), unsur)
                for index, unsur in columns.items()
            ),
            [baris for baris, *_ in rows],
            [_values(cells) for _, *cells in rows],
            lines,
        )
    )
    if found and found.cocok is False:
        findings.add(
            "HITUNGAN_BERBEDA",
            lembar=reading.sheet.nama,
            baris=found.baris,
            di=f'Lembar "{reading.sheet.nama}"' if reading.sheet.nama else "Hitungan di berkas ini",
            nilai=None if found.ikm_berkas is None else str(found.ikm_berkas),
            rincian=" ".join([found.pokok, *found.kalimat]),
        )
    return found


def _columns(items: Items) -> dict[int, str]:
    """Column index → unsur, from left to right; columns numbered 8 and 9 count, whichever they are."""
    found = {
        index: item.unsur_kunci or item.kolom for index, (item, _) in items.kolom.items() if item.peran != "tambahan"
    }
    for index in items.ragu or ():
        found[index] = f"kolom {index}"
    return dict(sorted(found.items()))


def _values(cells: list[str | None]) -> list[int | None]:
    numbers = [number(cell) if cell else None for cell in cells]
    return [int(one.nilai) if one and one.nilai.denominator == 1 else None for one in numbers]


def _lines(cursor: duckdb.DuckDBPyConnection, reading: Reading) -> list[recount.Line]:
    sheet, columns = reading.sheet, list(_columns(reading.items))
    around = (
        cursor.table(sheet.tabel)
        .filter(f"baris <> {reading.head.baris} AND baris NOT IN (SELECT baris FROM isian)")
        .order("baris DESC")
        .limit(MAX_LINES)
        .fetchall()
    )
    lines = []
    for baris, _, *cells in reversed(around):
        filled = {index: cell for index, cell in enumerate(cells) if cell}
        lines.append(
            recount.Line(
                baris,
                " ".join(cell for cell in filled.values() if number(cell) is None),
                tuple(filled.get(index) for index in columns),
                tuple((letter(i), cell) for i, cell in filled.items() if i not in columns and number(cell)),
                any(row == baris - 1 for row, _ in sheet.tak_terhitung),
            )
        )
    return lines
