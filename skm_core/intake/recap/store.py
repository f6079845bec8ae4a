"""Stores the lines of a recap as an unggahan of their own, which no figure is counted from."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from skm_core.intake.draft import Draft
from skm_core.queries import statement

_LINE = pa.schema(
    [
        ("lembar", pa.string()),
        ("baris", pa.int32()),
        ("periode_kode", pa.string()),
        ("layanan_kode", pa.string()),
        ("wilayah_kode", pa.string()),
        ("pengumpul", pa.string()),
        ("instrumen_kode", pa.string()),
        ("nrr", pa.map_(pa.string(), pa.string())),
        ("ikm", pa.string()),
        ("n_responden", pa.int32()),
    ]
)


def insert_lines(cursor: duckdb.DuckDBPyConnection, unggahan_id: int, draft: Draft) -> None:
    """Write the lines of the draft under this unggahan, inside the cursor's transaction."""
    lines = [
        (one.lembar, one.baris, one.periode, one.layanan, one.wilayah, one.pengumpul, one.instrumen,
         list(one.nrr.items()), one.ikm, one.n)
        for one in draft.rekap
    ]  # fmt: skip
    rows = [dict(zip(_LINE.names, line, strict=True)) for line in lines]
    cursor.register("rekap_draf", pa.Table.from_pylist(rows, _LINE))
    cursor.execute(statement("intake_rekap_baru"), {"unggahan_id": unggahan_id})
    cursor.unregister("rekap_draf")


def twin(cursor: duckdb.DuckDBPyConnection, sha256: str) -> int | None:
    """Number of the active unggahan of the very same file, if there is one."""
    found = cursor.execute(statement("intake_akar"), {"sha256": sha256}).fetchone()
    return found[0] if found else None
