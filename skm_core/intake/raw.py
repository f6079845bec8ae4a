"""From the bytes of a file to its raw cells: one scratch table per sheet, personal columns already gone."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from python_calamine import CalamineError

from skm_core.findings import Finding
from skm_core.intake import csv_text, scratch, workbook, zipped
from skm_core.intake.collected import Findings
from skm_core.intake.header_row import Head, find_header
from skm_core.intake.headers import field, personal
from skm_core.intake.personal import CONTENT, is_plainly_personal, looks_personal

MAX_BYTES = 500 * 1024**2
MAX_COLUMNS = 1_000
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


@dataclass(frozen=True, slots=True)
class _Text:
    """The bytes of a text file and how it is written."""

    data: bytes
    form: csv_text.TextForm


class _RefusedError(Exception):
    """One clear reason why the whole file cannot be read."""

    def __init__(self, kode: str, baris: int | None = None, **words: Any) -> None:
        self.kode, self.baris, self.words = kode, baris, words


def read_file(source: Path | str | bytes, name: str | None = None) -> RawFile:
    """Raw cells of a CSV, XLSX, XLS, ODS or ZIP file, by content and not by extension. Never raises for bad content.

    `source`: a path or the bytes themselves; `name`: the file's name as people know it (default: that of the path).
    """
    name = name or ("" if isinstance(source, bytes) else Path(source).name)
    findings, sheets, connection = Findings(), [], scratch.connect()
    digest, size = hashlib.sha256(), 0
    try:
        size = len(source) if isinstance(source, bytes) else Path(source).stat().st_size
        if size > MAX_BYTES:
            raise _RefusedError("BERKAS_TERLALU_BESAR", ukuran=_megabytes(size), batas=_megabytes(MAX_BYTES))
        data = source if isinstance(source, bytes) else Path(source).read_bytes()
        digest.update(data)
        for index, (label, rows, text) in enumerate(_tables(data, findings)):
            sheets.append(_load(connection, f"lembar_{index}", label, rows, text))
        if all(sheet.n_baris == 0 for sheet in sheets):
            raise _RefusedError("BERKAS_KOSONG")
    except _RefusedError as refused:
        sheets = []
        findings.add(refused.kode, baris=refused.baris, **refused.words)
    except OSError:
        sheets = []
        findings.add("BERKAS_TIDAK_TERBUKA")
    except (CalamineError, zipfile.BadZipFile, UnicodeDecodeError, OverflowError, MemoryError, zlib.error):
        sheets = []
        findings.add("BERKAS_RUSAK")
    return RawFile(name, digest.hexdigest(), size, tuple(sheets), findings.sorted(), connection)


def _megabytes(size: int) -> str:
    return f"{size / 1024**2:.0f} MB"


def _tables(data: bytes, findings: Findings) -> Iterator[tuple[str | None, Iterator[list[str]], _Text | None]]:
    """(sheet name, rows, and for CSV the text itself) of every table in the file."""
    if not data.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise _RefusedError("BERKAS_KOSONG")
    if workbook.is_workbook(data):
        if workbook.is_locked(data):
            raise _RefusedError("BERKAS_TERKUNCI")
        if (unpacked := workbook.unpacked_size(data)) > workbook.MAX_UNPACKED:
            raise _RefusedError(
                "BERKAS_TERLALU_BESAR", ukuran=_megabytes(unpacked), batas=_megabytes(workbook.MAX_UNPACKED)
            )
        if zipped.is_packed(data):
            yield from _packed(data, findings)
            return
        for sheet in workbook.sheets(data):
            if sheet.tampak:
                yield sheet.nama, sheet.rows, None
            else:
                findings.add("LEMBAR_DIABAIKAN", lembar=sheet.nama, alasan="disembunyikan")
        return
    if not csv_text.looks_like_text(data) or data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise _RefusedError("BERKAS_BUKAN_TABEL")
    form = csv_text.form(data)
    yield None, csv_text.rows(data, form), _Text(data, form)


def _packed(data: bytes, findings: Findings) -> Iterator[tuple[str | None, Iterator[list[str]], _Text | None]]:
    """The tables of every file inside a ZIP."""
    found = list(zipped.members(data))
    if refused := next((one.salah for one in found if one.salah), "" if found else "BERKAS_BUKAN_TABEL"):
        raise _RefusedError(refused)
    for member in found:
        if member.ulangan:
            findings.add("LEMBAR_DIABAIKAN", lembar=member.nama, alasan="isinya ada dua kali di dalam ZIP ini")
        for label, rows, text in () if member.ulangan else _tables(member.data, findings):
            yield label or (member.nama if len(found) > 1 else None), rows, text


def _load(
    connection: duckdb.DuckDBPyConnection, table: str, label: str | None, rows: Iterator[list[str]], text: _Text | None
) -> Sheet:
    try:
        first, everything = scratch.peek(rows, HEAD_ROWS)
        width = max((index + 1 for row in first for index, cell in enumerate(row) if cell.strip()), default=0)
        if text and (header := find_header(_head(first, width))):
            width = min(width, len(first[header.baris - 1]))  # what stands further right has slipped there
        if width > MAX_COLUMNS:
            raise _RefusedError("TERLALU_BANYAK_KOLOM", n=width, batas=MAX_COLUMNS)
        head = _head(first, width)
        dropped = _personal_by_head(head)
        loaded = _load_cells(connection, table, everything, max(width, 1), frozenset(dropped), text)
    except csv_text.OpenQuoteError as error:
        raise _RefusedError("KUTIP_TIDAK_DITUTUP", baris=error.baris) from error
    if text:
        _refuse_open_quote(connection, table, width, text.form.delimiter)
    dropped |= _drop_by_content(connection, table, width, head, dropped)
    clean = tuple(
        Head(row.baris, tuple("" if index in dropped else cell.strip() for index, cell in enumerate(row.cells)))
        for row in head
    )
    return Sheet(label, table, width, clean, dropped, *loaded)


def _head(rows: list[list[str]], width: int) -> tuple[Head, ...]:
    return tuple(Head(number, tuple((row + [""] * width)[:width])) for number, row in enumerate(rows, 1) if any(row))


def _load_cells(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    rows: Iterator[list[str]],
    width: int,
    dropped: frozenset[int],
    text: _Text | None,
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
            f"2 * count_if(length({cell}) >= 7 AND regexp_full_match({cell}, '{pattern}', 'i')) > count({cell})"
            for cell in (f"k{index + 1}" for index in unknown)
        )
    )
    found = {index: names[index] for index, yes in zip(unknown, shares.fetchall()[0], strict=True) if yes}
    for index in found:
        connection.execute(f"ALTER TABLE {table} DROP COLUMN k{index + 1}")
        connection.execute(f"ALTER TABLE {table} ADD COLUMN k{index + 1} VARCHAR")
    return found


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
        raise _RefusedError("KUTIP_TIDAK_DITUTUP", baris=found)
