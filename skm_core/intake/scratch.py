"""The in-memory database of one file being read: raw cells as text, never on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from skm_core.queries import statement

CHUNK = 50_000
_GROUP_BYTES = 256 * 1024**2


def connect() -> duckdb.DuckDBPyConnection:
    """An in-memory database that can neither spill to disk nor open files."""
    connection = duckdb.connect(":memory:")
    connection.execute("SET temp_directory = ''")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET preserve_insertion_order = false")
    return connection


def run(cursor: duckdb.DuckDBPyConnection, name: str, **values: Any) -> list[tuple[Any, ...]]:
    """All rows of `sql/queries/intake_<name>.sql` with these values bound."""
    sql = statement(f"intake_{name}")
    return (cursor.execute(sql, values) if values else cursor.execute(sql)).fetchall()


def column_names(width: int) -> list[str]:
    """k1 to k<width>."""
    return [f"k{number}" for number in range(1, width + 1)]


def load(connection: duckdb.DuckDBPyConnection, table: str, chunks: Iterable[pa.Table], width: int) -> tuple[int, int]:
    """Fill `table` (baris, lebih, k1..k<width>, all text, blanks NULL) with the rows that hold anything.

    Returns their number and the number of the last one.
    """
    names = column_names(width)
    connection.execute(f"DROP TABLE IF EXISTS {table}")
    connection.execute(f"CREATE TABLE {table} (baris INTEGER, lebih BOOLEAN, {' VARCHAR, '.join(names)} VARCHAR)")
    filled = f"lebih OR coalesce({', '.join(names)}, NULL) IS NOT NULL"
    for group in _groups(chunks):  # no stream into one statement: that locks up where many sessions read at once
        connection.from_arrow(group).filter(filled).insert_into(table)
        del group
    pa.default_memory_pool().release_unused()
    n, last = connection.table(table).aggregate("count(*), coalesce(max(baris), 0)").fetchall()[0]
    return n, last


def _groups(chunks: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The chunks joined: the database takes one large table in a third of the time of many small ones."""
    held: list[pa.Table] = []
    for chunk in chunks:
        held.append(chunk)
        if sum(one.nbytes for one in held) >= _GROUP_BYTES:
            yield pa.concat_tables(held)
            held = []
    if held:
        yield pa.concat_tables(held)


def row_chunks(rows: Iterable[list[str]], width: int, dropped: frozenset[int]) -> Iterator[pa.Table]:
    """Rows numbered from 1, in chunks for `load`."""
    source, number = iter(rows), 1
    while part := list(islice(source, CHUNK)):
        yield chunk_of_rows(range(number, number + len(part)), part, width, dropped)
        number += len(part)


def chunk_of_rows(numbers: Sequence[int], rows: Sequence[list[str]], width: int, dropped: frozenset[int]) -> pa.Table:
    """Rows of any length as a chunk: short ones filled up, content beyond `width` noted in `lebih`."""
    beyond = [len(row) > width and any(cell.strip() for cell in row[width:]) for row in rows]
    level = [row if len(row) == width else (row + [""] * (width - len(row)))[:width] for row in rows]
    columns = [pa.array(cells, pa.string()) for cells in zip(*level, strict=True)]
    return arranged(numbers, beyond, columns, dropped)


def arranged(
    numbers: Sequence[int], beyond: Sequence[bool], columns: Sequence[pa.Array], dropped: frozenset[int]
) -> pa.Table:
    """A chunk as `load` takes it: cells trimmed, blank ones NULL, `dropped` columns wholly NULL."""
    cells = [
        pa.nulls(len(numbers), pa.string()) if index in dropped else _trimmed(column)
        for index, column in enumerate(columns)
    ]
    names = ["baris", "lebih", *column_names(len(columns))]
    return pa.table([pa.array(numbers, pa.int32()), pa.array(beyond, pa.bool_()), *cells], names=names)


def _trimmed(column: pa.Array) -> pa.Array:
    trimmed = pc.utf8_trim_whitespace(column)
    return pc.if_else(pc.equal(trimmed, ""), pa.scalar(None, pa.string()), trimmed)


def peek(rows: Iterator[list[str]], count: int) -> tuple[list[list[str]], Iterator[list[str]]]:
    """The first `count` rows, and all rows again from the first."""
    head = list(islice(rows, count))
    return head, chain(head, rows)


@dataclass(frozen=True, slots=True)
class Projection:
    """Which columns of a raw table carry what. `show` makes it the view `isian`, the only shape later steps know.

    Together with `load` the only place where SQL is put together: from column numbers, never from what a file holds.
    """

    table: str
    header: int
    targets: dict[str, tuple[int, ...]]
    lead: tuple[int, ...]
    """Columns before the first item, where a line of totals has its name."""
    content: tuple[int, ...]
    """Columns whose content makes a row more than a prepared line."""
    label: str = ""
    """Name the rows left out are noted under: that of the table, or of one of its rating blocks."""
    finished: int | None = None
    """Column that holds a date only in finished responses."""
    utc: int | None = None
    """Column of dates in UTC, read as the day in Jakarta."""

    @property
    def items(self) -> tuple[int, ...]:
        """Item columns from left to right."""
        return tuple(sorted(index for item in ITEMS for index in self.targets.get(item, ())))

    def show(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """Make `isian_semua` (all rows under the header) and `isian` (respondents only) show this sheet."""
        cells = ", ".join(f"{self._expression(target)} AS {target}" for target in TARGETS)
        sent = "true" if self.finished is None else f"coalesce(regexp_matches(k{self.finished + 1}, '[0-9]'), false)"
        cursor.execute(
            f"CREATE OR REPLACE TEMP VIEW isian_semua AS SELECT '{self.label or self.table}' AS tabel, baris, lebih, "
            f"{_first(self.lead)} AS awal, {_first(self.content)} IS NOT NULL AS berisi, {sent} AS selesai, "
            f"{_print(self.content)} AS sidik, {cells} "
            f"FROM {self.table} WHERE baris > {self.header}"
        )
        run(cursor, "isian")

    def _expression(self, target: str) -> str:
        columns = self.targets.get(target, ())
        cells = [f"k{index + 1}" for index in columns]
        if target == "responden" and cells:
            return " || ' / ' || ".join(cells)  # the parts of a key only count together
        if target == "tanggal" and columns and columns[0] == self.utc:
            moved = f"strftime(TRY_CAST({cells[0]} AS TIMESTAMP) + INTERVAL 7 HOUR, '%Y-%m-%d')"
            return f"coalesce({moved}, {cells[0]})"
        return (
            f"nullif(concat_ws(' / ', {', '.join(cells)}), '')" if len(cells) > 1 else (cells or ["NULL::VARCHAR"])[0]
        )


ITEMS = tuple(f"b{number}" for number in range(1, 21))
TARGETS = (
    "nomor", "periode", "layanan", "kelurahan", "kecamatan", "kode_kelurahan", "pengumpul", "responden",
    "tanggal", "jenis_kelamin", "usia", "pendidikan", "pekerjaan", "saran", *ITEMS,
)  # fmt: skip
"""Columns of `isian`, all text."""


def _print(columns: Iterable[int]) -> str:
    return f"hash({', '.join([*(f'k{index + 1}' for index in columns), 'NULL'])})"


def _first(columns: Iterable[int]) -> str:
    return f"coalesce({', '.join([*(f'k{index + 1}' for index in columns), 'NULL::VARCHAR'])})"


WORK_TABLES = """
CREATE TEMP TABLE lewati (tabel VARCHAR, baris INTEGER, jenis VARCHAR);
CREATE TEMP TABLE peta (kolom VARCHAR, isi VARCHAR, hasil VARCHAR);
CREATE TEMP TABLE konteks (
    nomor INTEGER, c_periode VARCHAR, c_layanan VARCHAR, c_kelurahan VARCHAR, c_kecamatan VARCHAR,
    c_kode_kelurahan VARCHAR, c_pengumpul VARCHAR, periode VARCHAR, layanan VARCHAR, wilayah VARCHAR,
    pengumpul VARCHAR, salah BOOLEAN
);
CREATE TEMP TABLE bersih (
    lembar VARCHAR, baris INTEGER, periode_kode VARCHAR, layanan_kode VARCHAR, instrumen_kode VARCHAR,
    wilayah_kode VARCHAR, pengumpul VARCHAR, responden UBIGINT, tanggal DATE, jenis_kelamin VARCHAR, usia UTINYINT,
    pendidikan VARCHAR, pekerjaan VARCHAR, saran VARCHAR, b1 TINYINT, b2 TINYINT, b3 TINYINT, b4 TINYINT, b5 TINYINT,
    b6 TINYINT, b7 TINYINT, b8 TINYINT, b9 TINYINT, b10 TINYINT, b11 TINYINT, b12 TINYINT, b13 TINYINT, b14 TINYINT,
    b15 TINYINT, b16 TINYINT, b17 TINYINT, b18 TINYINT, b19 TINYINT, b20 TINYINT, ditolak BOOLEAN,
    tanpa_jawaban BOOLEAN, asal_kunci UBIGINT
);
"""


def work(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """A cursor with its own empty work tables: rows left out, meanings of cells, combinations, clean rows."""
    cursor = connection.cursor()
    cursor.execute(WORK_TABLES)
    return cursor


def replace(cursor: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    """Empty a work table and fill it with these rows."""
    cursor.table(table)
    cursor.execute(f"TRUNCATE {table}")
    cursor.from_arrow(rows).insert_into(table)
