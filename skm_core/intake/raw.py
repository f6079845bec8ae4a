"""From the bytes of a file to its raw cells: one scratch table per sheet, personal columns already gone."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
from python_calamine import CalamineError, PasswordError

from skm_core.findings import Finding
from skm_core.intake import csv_text, scratch
from skm_core.intake.collected import Findings
from skm_core.intake.containers import Table, Text, tables
from skm_core.intake.header_row import Head, find_header
from skm_core.intake.headers import field, personal
from skm_core.intake.merged import merged_filled
from skm_core.intake.own_forms import OWN_SHEETS
from skm_core.intake.personal import CONTENT, is_plainly_personal, looks_personal, may_be_personal
from skm_core.intake.refusal import RefusedError, megabytes
from skm_core.intake.turned import turned

MAX_BYTES = 500 * 1024**2
MAX_COLUMNS = 1_000
MAX_SHEETS = 500
MAX_CELL = 100_000
HEAD_ROWS = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: name (None for CSV), scratch table, first rows, and the personal columns that were dropped."""

    nama: str | None
    tabel: str
    lebar: int
    head: tuple[Head, ...]
    pribadi: Mapping[int, str]
    n_baris: int
    baris_akhir: int
    tak_terhitung: frozenset[tuple[int, int]] = frozenset()
    """Cells (row, column, from 0) whose formula has no value, neither stored nor computed."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as read. `findings` says why it could not be; then `lembar` is empty."""

    nama: str
    sha256: str
    ukuran: int
    lembar: tuple[Sheet, ...]
    findings: tuple[Finding, ...]
    connection: duckdb.DuckDBPyConnection

    def close(self) -> None:
        """Free the memory of the raw cells. Drafts made from this file cannot be used afterwards."""
        self.connection.close()


def read_file(source: Path | str | bytes, name: str | None = None) -> RawFile:
    """Raw cells of a CSV, XLSX, XLS, ODS, HTML, SpreadsheetML or ZIP file, by content and not by extension.

    Never raises for bad content.

    `source`: a path or the bytes themselves; `name`: the file's name as people know it (default: that of the path).
    """
    name = name or ("" if isinstance(source, bytes) else Path(source).name)
    findings, sheets, connection = Findings(), [], scratch.connect()
    digest, size = hashlib.sha256(), 0
    try:
        size = len(source) if isinstance(source, bytes) else Path(source).stat().st_size
        if size > MAX_BYTES:
            raise RefusedError("BERKAS_TERLALU_BESAR", ukuran=megabytes(size), batas=megabytes(MAX_BYTES))
        data = source if isinstance(source, bytes) else Path(source).read_bytes()
        digest.update(data)
        for index, table in enumerate(tables(data, findings)):
            if index == MAX_SHEETS:
                raise RefusedError("TERLALU_BANYAK_LEMBAR", n="lebih banyak", batas=MAX_SHEETS)
            sheets.append(_load(connection, f"lembar_{index}", table, findings))
        if all(sheet.n_baris == 0 for sheet in sheets):
            raise RefusedError("BERKAS_KOSONG")
    except RefusedError as refused:
        sheets = []
        findings.add(refused.kode, baris=refused.baris, **refused.words)
    except OSError:
        sheets = []
        findings.add("BERKAS_TIDAK_TERBUKA")
    except PasswordError:
        sheets = []
        findings.add("BERKAS_TERKUNCI")
    except (CalamineError, zipfile.BadZipFile, zlib.error, UnicodeDecodeError, OverflowError, MemoryError):
        sheets = []
        findings.add("BERKAS_RUSAK")
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how the reader of workbooks says that it met the impossible
            raise
        sheets = []
        findings.add("BERKAS_RUSAK")
    return RawFile(name, digest.hexdigest(), size, tuple(sheets), findings.sorted(), connection)


def _load(connection: duckdb.DuckDBPyConnection, name: str, table: Table, findings: Findings) -> Sheet:
    text = table.text
    try:
        first, everything = scratch.peek(table.rows, HEAD_ROWS)
        head_rows = first
        # a table as long as this never lies on its side
        if upright := turned(first) if len(first) < HEAD_ROWS and table.nama not in OWN_SHEETS else None:
            first, n_titles = upright
            head_rows, everything, text = first[:HEAD_ROWS], iter(first), None
            findings.add("LEMBAR_DIPUTAR", lembar=table.nama or "ini", pertama=n_titles + 1, kedua=n_titles + 2)
        width = max((index + 1 for row in head_rows for index, cell in enumerate(row) if cell.strip()), default=0)
        if text and (header := find_header(_head(head_rows, width))):
            width = min(width, len(head_rows[header.baris - 1]))  # what stands further right has slipped there
        if width > MAX_COLUMNS:
            raise RefusedError("TERLALU_BANYAK_KOLOM", n=width, batas=MAX_COLUMNS)
        if table.gabungan and not upright:
            everything = merged_filled(everything, table.gabungan, table.nama, _head(head_rows, width), findings)
            head_rows, everything = scratch.peek(everything, HEAD_ROWS)
        head = _head(head_rows, width)
        dropped = _personal_by_head(head)
        loaded = _load_cells(connection, name, everything, max(width, 1), frozenset(dropped), text)
    except csv_text.OpenQuoteError as error:
        raise RefusedError("KUTIP_TIDAK_DITUTUP", baris=error.baris) from error
    if text:
        _refuse_open_quote(connection, name, width, text.form.delimiter)
    _refuse_giant_cell(connection, name, width, table.nama)
    dropped |= _drop_by_content(connection, name, width, head, dropped)
    clean = tuple(
        Head(row.baris, tuple("" if index in dropped else cell.strip() for index, cell in enumerate(row.cells)))
        for row in head
    )
    unknown = frozenset(table.rumus.tak_terhitung) if table.rumus else frozenset()
    return Sheet(table.nama, name, width, clean, dropped, *loaded, unknown)


def _head(rows: list[list[str]], width: int) -> tuple[Head, ...]:
    return tuple(Head(number, tuple((row + [""] * width)[:width])) for number, row in enumerate(rows, 1) if any(row))


def _load_cells(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    rows: Iterator[list[str]],
    width: int,
    dropped: frozenset[int],
    text: Text | None,
) -> tuple[int, int]:
    if text:
        try:
            return scratch.load(connection, table, csv_text.fast_chunks(text.data, text.form, width, dropped), width)
        except pa.ArrowInvalid:
            pass  # the careful reader copes with what the fast one does not
    return scratch.load(connection, table, scratch.row_chunks(rows, width, dropped), width)


def _personal_by_head(head: Iterable[Head]) -> dict[int, str]:
    """Personal columns by header, or by the cells under it, of the first rows: index → header text."""
    head = tuple(head)
    found = find_header(head)
    if found is None:
        return {}
    below = [row.cells for row in head if row.baris > found.baris]
    dropped = {}
    for index, header in enumerate(found.cells):
        cells = [row[index].strip() for row in below]
        by_header = (
            personal(header) and field(header) is None and (is_plainly_personal(header) or not _few_answers(cells))
        )
        if by_header or (field(header) != "responden" and looks_personal(cells)):
            dropped[index] = header
    return dropped


def _few_answers(cells: Iterable[str]) -> bool:
    """True for a question that only mentions a phone or the like: its cells are numbers 0 to 9 or repeated labels."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 4:
        return False
    return all(len(cell) == 1 for cell in filled) or (len(filled) > 10 and len(set(filled)) <= 4)


def _drop_by_content(
    connection: duckdb.DuckDBPyConnection, table: str, width: int, head: tuple[Head, ...], known: Mapping[int, str]
) -> dict[int, str]:
    """Empty the columns that turn out to be personal further down, where the first rows did not show it."""
    header = find_header(head)
    names = header.cells if header else ("",) * width
    unknown = [index for index in range(width) if index not in known and field(names[index]) != "responden"]
    if not unknown:
        return {}
    pattern = CONTENT.replace("'", "''")
    shares = connection.table(table).aggregate(
        ", ".join(
            f"2 * count_if(CASE WHEN {may_be_personal(cell)} THEN regexp_full_match({cell}, '{pattern}', 'i') END) "
            f"> count({cell})"
            for cell in (f"k{index + 1}" for index in unknown)
        )
    )
    found = {index: names[index] for index, yes in zip(unknown, shares.fetchall()[0], strict=True) if yes}
    for index in found:
        connection.execute(f"ALTER TABLE {table} DROP COLUMN k{index + 1}")
        connection.execute(f"ALTER TABLE {table} ADD COLUMN k{index + 1} VARCHAR")
    return found


def _refuse_giant_cell(connection: duckdb.DuckDBPyConnection, table: str, width: int, label: str | None) -> None:
    """A cell longer than a workbook can hold at all is no answer and no comment."""
    for cell in scratch.column_names(width):
        found = connection.table(table).filter(f"length({cell}) > {MAX_CELL}").aggregate("min(baris)").fetchall()[0][0]
        if found is not None:
            raise RefusedError("SEL_TERLALU_PANJANG", baris=found, batas=f"{MAX_CELL:,}".replace(",", "."))


def _refuse_open_quote(connection: duckdb.DuckDBPyConnection, table: str, width: int, delimiter: str) -> None:
    """An unclosed quote swallows whole rows into one cell: a cell with a line break and a row's worth of delimiters."""
    if width < 4:
        return
    swallowed = " OR ".join(
        f"(contains({cell}, chr(10)) "
        f"AND length({cell}) - length(replace({cell}, chr({ord(delimiter)}), '')) >= {width - 1})"
        for cell in scratch.column_names(width)
    )
    found = connection.table(table).filter(swallowed).aggregate("min(baris)").fetchall()[0][0]
    if found is not None:
        raise RefusedError("KUTIP_TIDAK_DITUTUP", baris=found)
