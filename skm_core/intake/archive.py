"""Keeps the cells of an upload as they were read, personal columns blank, as one Parquet file."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from skm_core.intake import scratch
from skm_core.intake.header_row import Head
from skm_core.intake.personal import MASK_REPLACE, MASK_SQL
from skm_core.intake.raw import HEAD_ROWS, RawFile, Sheet

BATCH = 100_000


def write_archive(raw: RawFile, folder: Path, blank: Collection[tuple[str | None, int]] = ()) -> Path:
    """Write `<sha256>.parquet` (lembar, baris, k1..kn; zstd) and return its path.

    `blank`: further columns with personal data, as (sheet, index). Written under a temporary name and renamed, so that
    a file with the final name is always whole. NIK, phone numbers and e-mail addresses in other cells are masked.
    """
    with archiving(raw, folder, blank) as keep:
        return keep()


@contextmanager
def archiving(
    raw: RawFile, folder: Path, blank: Collection[tuple[str | None, int]] = ()
) -> Iterator[Callable[[], Path]]:
    """Write the same archive while other work goes on; what this gives waits for it, names it and returns its path.

    Left without that call, no archive is kept. One at a time in a folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for left_over in folder.glob(".*.sementara"):  # of a program that was killed: one process owns the folder
        left_over.unlink(missing_ok=True)
    target, partial = folder / f"{raw.sha256}.parquet", folder / f".{raw.sha256}.{os.getpid()}.sementara"
    with ThreadPoolExecutor(1, "arsip") as pool:
        written = pool.submit(_write, raw, partial, blank)

        def keep() -> Path:
            written.result()
            return partial.replace(target)

        try:
            yield keep
        finally:
            wait([written])
            partial.unlink(missing_ok=True)


def _write(raw: RawFile, path: Path, blank: Collection[tuple[str | None, int]]) -> None:
    width = max(sheet.lebar for sheet in raw.lembar)
    schema = pa.schema(
        [("lembar", pa.string()), ("baris", pa.int32()), *((f"k{n}", pa.string()) for n in range(1, width + 1))]
    )
    with raw.connection.cursor() as cursor, pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for sheet in raw.lembar:
            cells = ", ".join(_cell(n, 0 if (sheet.nama, n - 1) in blank else sheet.lebar) for n in range(1, width + 1))
            whole = cursor.table(sheet.tabel)
            for last in range(0, sheet.baris_akhir, BATCH):  # part by part: sorting all of them takes their room again
                part = whole.filter(f"baris BETWEEN {last + 1} AND {last + BATCH}")
                rows = part.project(f"NULL::VARCHAR AS lembar, baris, {cells}").order("baris").to_arrow_table()
                names = pa.repeat(pa.scalar(sheet.nama, pa.string()), rows.num_rows)
                writer.write_table(rows.set_column(0, schema.field(0), names).cast(schema))


def read_archive(path: Path, name: str) -> RawFile:
    """The cells of an upload as they were kept: a RawFile whose personal columns are blank."""
    table = pq.read_table(path)
    connection = scratch.connect()
    width = table.num_columns - 2
    sheets = []
    for number, sheet in enumerate(table.column("lembar").unique().to_pylist()):
        own = table.filter(pc.is_null(table["lembar"]) if sheet is None else pc.equal(table["lembar"], sheet))
        beyond = pa.array([False] * own.num_rows)
        cells = own.drop_columns(["lembar"]).add_column(1, "lebih", beyond)
        n, last = scratch.load(connection, f"lembar_{number}", [cells], width)
        first = own.slice(0, HEAD_ROWS).drop_columns(["lembar"]).to_pylist()
        head = tuple(Head(row["baris"], tuple(row[f"k{n}"] or "" for n in range(1, width + 1))) for row in first)
        sheets.append(Sheet(sheet, f"lembar_{number}", width, head, {}, n, last))
    return RawFile(name, path.stem, path.stat().st_size, tuple(sheets), (), connection)


def _cell(number: int, width: int) -> str:
    name = f"k{number}"
    if number > width:
        return f"NULL::VARCHAR AS {name}"
    how = f"'{MASK_SQL}', '{MASK_REPLACE}', 'g'"
    return (
        f"CASE WHEN length({name}) >= 7 AND regexp_matches({name}, '(?:[0-9][^0-9]{{0,3}}){{8}}|@') "
        f"THEN regexp_replace(regexp_replace({name}, {how}), {how}) ELSE {name} END AS {name}"
    )
