"""A published table and its columns, written as CSV and as Parquet."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from skm_core.writing import harmless

Cell = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Column:
    """jenis: string, integer or number, as Table Schema calls them. nilai: the values that occur, () where many do."""

    nama: str
    jenis: str
    arti: str
    nilai: tuple[str, ...] = ()
    wajib: bool = True

    @property
    def schema(self) -> dict[str, Any]:
        """The column as a field of Table Schema."""
        rules: dict[str, Any] = {"required": True} if self.wajib else {}
        if self.nilai and self.jenis == "integer":
            rules |= {"minimum": int(self.nilai[0]), "maximum": int(self.nilai[-1])}
        field = {"name": self.nama, "type": self.jenis, "description": self.arti}
        return field | ({"constraints": rules} if rules else {})


@dataclass(frozen=True, slots=True)
class Table:
    """One table. butiran: what one row is."""

    nama: str
    judul: str
    butiran: str
    kolom: tuple[Column, ...]
    baris: tuple[tuple[Cell, ...], ...]

    def csv(self) -> bytes:
        """UTF-8, comma, decimal point, line feed; blank = not answered or not applicable. No text is a formula."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([one.nama for one in self.kolom])
        for row in self.baris:
            writer.writerow(["" if cell is None else harmless(cell) if isinstance(cell, str) else cell for cell in row])
        return text.getvalue().encode()

    def parquet(self) -> bytes:
        """The same values with their types; published figures as exact decimals."""
        import pyarrow as pa  # 0.1 s, and most runs write none
        import pyarrow.parquet as pq

        types = {"string": pa.string(), "integer": pa.int32(), "number": pa.decimal128(6, 3)}
        arrays = [
            pa.array([row[at] for row in self.baris], types[column.jenis]) for at, column in enumerate(self.kolom)
        ]
        out = io.BytesIO()
        pq.write_table(pa.table(arrays, names=[one.nama for one in self.kolom]), out, compression="zstd")
        return out.getvalue()
