"""A file understood and checked, before anything is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import duckdb

from skm_core.findings import Finding
from skm_core.intake.columns import ColumnMap
from skm_core.intake.headers import PERSONAL
from skm_core.intake.layouts import Layout
from skm_core.intake.mapping.saved import Tersimpan
from skm_core.intake.options import Options
from skm_core.intake.raw import RawFile
from skm_core.intake.scratch import ITEMS, run
from skm_core.queries import statement
from skm_core.terms import Instrumen, Layanan, Periode, Wilayah


@dataclass(frozen=True, slots=True)
class Baru:
    """Rows of the reference tables that come into being with the file."""

    periode: tuple[Periode, ...] = ()
    layanan: tuple[Layanan, ...] = ()
    wilayah: tuple[Wilayah, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """What a file holds, for the preview and for `ingest`.

    `n_baris` rows are respondents (`n_diterima` accepted, `n_ditolak` refused; both 0 in a refused file); `n_kosong`
    prepared but empty lines and `n_ringkasan` totals, titles and legends are not. `temuan` keeps at most 1,000
    findings per code, `jumlah_temuan` counts all. `counts`: accepted rows per code of periode, layanan, kelurahan
    (place of any level) and pengumpul. `pertanyaan`: what a person still has to choose ('u8', 'periode', 'layanan',
    'kelurahan'); with 'pengumpul' there is an inferred answer, so that alone refuses nothing.
    """

    raw: RawFile
    options: Options
    layout: Layout | None = None
    instrumen: Instrumen | None = None
    columns: tuple[ColumnMap, ...] = ()
    pertanyaan: tuple[str, ...] = ()
    temuan: tuple[Finding, ...] = ()
    jumlah_temuan: Mapping[str, int] = field(default_factory=dict)
    n_baris: int = 0
    n_diterima: int = 0
    n_ditolak: int = 0
    n_kosong: int = 0
    n_ringkasan: int = 0
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    baru: Baru = Baru()
    cursor: duckdb.DuckDBPyConnection | None = None
    pemetaan: Tersimpan | None = None
    """The kept mapping the file was read by, because its header set was known."""

    @property
    def refused(self) -> bool:
        """True if the file as a whole cannot be stored."""
        return any(finding.tingkat == "berkas" for finding in self.temuan)

    @property
    def sha256(self) -> str:
        """SHA-256 of the original file."""
        return self.raw.sha256

    @property
    def name(self) -> str:
        """Name of the original file."""
        return self.raw.nama

    @property
    def pribadi(self) -> frozenset[tuple[str | None, int]]:
        """(sheet, column index) of every column with personal data: never kept, also not in the archive."""
        return frozenset((one.lembar, one.index) for one in self.columns if one.target == PERSONAL)

    @property
    def n_pribadi(self) -> int:
        """Number of columns with personal data, dropped on reading."""
        return sum(len(sheet.pribadi) for sheet in self.raw.lembar)

    def preview(self, n: int = 20) -> list[dict[str, Any]]:
        """The first `n` accepted rows as they will be stored: sheet, row number, keys, profile, saran and items."""
        if self.cursor is None or self.instrumen is None:
            return []
        used = {item.kolom for item in self.instrumen.butir}
        found = self.cursor.execute(statement("intake_pratinjau"), {"n": n})
        names = [column[0] for column in found.description or []]
        return [
            {name: value for name, value in zip(names, row, strict=True) if name not in ITEMS or name in used}
            for row in found.fetchall()
        ]

    def rows_refused(self, n: int = 1_000) -> list[dict[str, Any]]:
        """The first `n` refused rows as read: `lembar`, `baris`, every column by its header, and `alasan`."""
        if self.cursor is None:
            return []
        reasons: dict[tuple[str | None, int | None], list[str]] = {}
        for finding in self.temuan:
            if finding.tingkat == "baris":
                reasons.setdefault((finding.lembar, finding.baris), []).append(finding.pesan)
        found: list[dict[str, Any]] = []
        for sheet in self.raw.lembar:
            columns = [one for one in self.columns if one.lembar == sheet.nama and one.target != PERSONAL]
            values = {"lembar": sheet.nama, "tabel": sheet.tabel, "n": n - len(found)}
            numbers = [str(baris) for (baris,) in run(self.cursor, "baris_ditolak", **values)] if columns else []
            if not numbers:
                continue
            raw = self.cursor.table(sheet.tabel).filter(f"baris IN ({', '.join(numbers)})").order("baris")
            for baris, *cells in raw.project(", ".join(["baris", *(one.cell for one in columns)])).fetchall():
                row: dict[str, Any] = {"lembar": sheet.nama, "baris": baris}
                for column, cell in zip(columns, cells, strict=True):
                    row[column.header if column.header not in row else f"{column.header} ({column.letter})"] = cell
                found.append(row | {"alasan": " ".join(reasons.get((sheet.nama, baris), []))})
        return found
