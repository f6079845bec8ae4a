"""Recognises a recap and reads its lines; what is no possible figure refuses its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import duckdb

from skm_core import rules
from skm_core.intake.clean import report_problem
from skm_core.intake.collected import Findings
from skm_core.intake.columns import ColumnMap
from skm_core.intake.context import FIELDS, Context
from skm_core.intake.headers import IGNORED
from skm_core.intake.items import TEXT
from skm_core.intake.raw import Sheet
from skm_core.intake.reading import Reading, read_without_items
from skm_core.intake.recap.row import Rekap, computed, departs
from skm_core.intake.row_kinds import TOTALS
from skm_core.intake.scratch import ITEMS
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import is_blank, words
from skm_core.recount.sheet import number

IKM, N = "rekap_ikm", "rekap_n"
_IKM = re.compile(r"\b(ikm|skm|indeks|konversi)\b")
_NOT_IKM = re.compile(r"\b(mutu|kinerja|kategori|predikat|tertimbang|target|tahun)\b")
_N = re.compile(r"((jumlah|jml|total|banyak|banyaknya) )?(responden|kuesioner|kuisioner|sampel)|n")
_TOTALS = re.compile(TOTALS)
_PLACES = ("kelurahan", "kode_kelurahan", "kecamatan", "layanan")
_STATED = {IKM: "IKM menurut rekap", N: "jumlah responden menurut rekap"}


def bare_recap(cursor: duckdb.DuckDBPyConnection, sheet: Sheet, vocabulary: Vocabulary) -> Reading | None:
    """The sheet as a recap that states nothing but an IKM per layanan or place; None if it is none."""
    reading = read_without_items(cursor, sheet, vocabulary)
    if reading is None or not any(reading.column(name) for name in _PLACES):
        return None
    return stated(cursor, reading) if _figures(cursor, reading)[IKM] else None


def stated(cursor: duckdb.DuckDBPyConnection, reading: Reading) -> Reading:
    """The reading with the columns of the stated IKM and number of respondents named."""
    names = {column.index: name for name, column in _figures(cursor, reading).items() if column}
    columns = tuple(
        replace(one, target=names[one.index], meaning=_STATED[names[one.index]], how=TEXT)
        if one.index in names
        else one
        for one in reading.columns
    )
    return replace(reading, columns=columns)


def _figures(cursor: duckdb.DuckDBPyConnection, reading: Reading) -> dict[str, ColumnMap | None]:
    found: dict[str, ColumnMap | None] = {IKM: None, N: None}
    rows = _rows(cursor, reading)
    for column in reading.columns:
        title = words(column.header)
        cells = [text for _, cells in rows if (text := cells[column.index]) and not is_blank(text)]
        if column.target not in (IGNORED, "responden") or not cells:
            continue
        if _IKM.search(title) and not _NOT_IKM.search(title) and 2 * sum(map(_is_index, cells)) >= len(cells):
            found[IKM] = column  # the last one: what was worked out stands after what it was worked out from
        elif _N.fullmatch(title) and found[N] is None:
            found[N] = column
    return found


def _rows(cursor: duckdb.DuckDBPyConnection, reading: Reading) -> list[tuple[int, list[str | None]]]:
    """Row number and all cells of every line that is no total."""
    reading.shown.show(cursor)
    table = cursor.table(reading.sheet.tabel).filter("baris IN (SELECT baris FROM isian)").order("baris")
    cells = ", ".join(f"k{index + 1}" for index in range(reading.sheet.lebar))
    found = []
    for baris, *row in table.project(f"baris, {cells}").fetchall():
        first = next((text for text in row if text and number(text) is None), "")
        if not _TOTALS.match(first.lower()):
            found.append((baris, row))
    return found


def _is_index(text: str) -> bool:
    return _within(text, rules.IKM_MIN, rules.IKM_MAX) is not None


def _within(text: str, low: object, high: object) -> str | None:
    """The number of a cell as a decimal with a point, if it lies in the range."""
    found = number(text)
    if found is None or not Fraction(str(low)) <= found.nilai <= Fraction(str(high)):
        return None
    decimals = found.desimal or 0
    while (found.nilai * 10**decimals).denominator != 1:
        decimals += 1
    return f"{rules.round_half_up(found.nilai, decimals):f}"


def read_recap(
    cursor: duckdb.DuckDBPyConnection,
    readings: Sequence[Reading],
    contexts: Sequence[Sequence[Context]],
    findings: Findings,
) -> tuple[tuple[Rekap, ...], int]:
    """Every line that can stand, and how many cannot. The second line on the same thing is refused."""
    taken: dict[tuple[str, str, str, str], Rekap] = {}
    refused = 0
    for reading, own in zip(readings, contexts, strict=True):
        known = {tuple(context.cells.get(name) for name in FIELDS): context for context in own}
        reading.shown.show(cursor)
        names = ["baris", *FIELDS, *ITEMS]
        shown = {row[0]: dict(zip(names, row, strict=True)) for row in cursor.view("isian").project(
            ", ".join(names)).fetchall()}  # fmt: skip
        for baris, cells in _rows(cursor, reading):
            present = (shown[baris][name] if reading.column(name) else None for name in FIELDS)
            context = known[tuple(present)]
            line = _line(reading, baris, shown[baris], cells, context, findings)
            if line is None:
                refused += 1
                continue
            key = (line.periode, line.layanan, line.wilayah, line.pengumpul)
            if before := taken.get(key):
                findings.add("REKAP_GANDA", lembar=line.lembar, baris=baris, pertama=before.baris)
                refused += 1
                continue
            taken[key] = line
            if line.ikm and departs(line.nrr, line.ikm, reading.items.instrumen):
                exact = computed(line.nrr, reading.items.instrumen)
                assert exact is not None
                findings.add(
                    "REKAP_IKM_BERBEDA",
                    lembar=line.lembar,
                    baris=baris,
                    nilai=line.ikm.replace(".", ","),
                    hitung=f"{rules.publish_ikm(exact)}".replace(".", ","),
                )
    return tuple(taken.values()), refused


def _line(
    reading: Reading,
    baris: int,
    shown: dict[str, str | None],
    cells: Sequence[str | None],
    context: Context,
    findings: Findings,
) -> Rekap | None:
    lembar = reading.sheet.nama
    for problem in context.masalah:
        report_problem(reading, baris, problem, findings)
    wrong = bool(context.masalah)

    def take(
        column: ColumnMap | None, text: str | None, low: object, high: object, what: str, *, whole: bool = False
    ) -> str | None:
        nonlocal wrong
        if column is None or text is None or is_blank(text):
            return None
        value = _within(text, low, high)
        if value is None or (whole and Fraction(value).denominator != 1):
            wrong = True
            findings.add(
                "REKAP_NILAI_SALAH",
                lembar=lembar,
                baris=baris,
                kolom=column.header,
                nilai=text,
                huruf=column.letter,
                apa=what,
            )
        return value

    nrr = {}
    for item in dict.fromkeys(item.kolom for item, _ in reading.items.kolom.values()):
        value = take(reading.column(item), shown[item], 1, 4, "NRR antara 1 dan 4")
        if value is not None:
            nrr[item] = value
    stated_ikm, stated_n = reading.column(IKM), reading.column(N)
    ikm = take(stated_ikm, cells[stated_ikm.index] if stated_ikm else None, rules.IKM_MIN, rules.IKM_MAX,
               "IKM antara 25 dan 100")  # fmt: skip
    n = take(stated_n, cells[stated_n.index] if stated_n else None, 1, 10_000_000, "jumlah responden", whole=True)
    if not wrong and not nrr and ikm is None:
        wrong = True
        findings.add("TANPA_JAWABAN", lembar=lembar, baris=baris)
    if wrong or not (context.periode and context.layanan and context.wilayah and context.pengumpul):
        return None
    kode = reading.items.instrumen.kode if nrr else None
    return Rekap(
        lembar, baris, context.periode, context.layanan, context.wilayah, context.pengumpul, kode, nrr, ikm,
        int(Fraction(n)) if n else None,
    )  # fmt: skip
