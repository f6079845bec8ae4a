"""A file understood and checked, before anything is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import duckdb

from skm_core.findings import Finding
from skm_core.intake.columns import ColumnMap
from skm_core.intake.headers import PERSONAL
from skm_core.intake.layouts import Layout
from skm_core.intake.mapping.saved import Tersimpan
from skm_core.intake.misspelt import Misspelt
from skm_core.intake.options import Options
from skm_core.intake.raw import RawFile
from skm_core.intake.scratch import ITEMS
from skm_core.intake.span import Span
from skm_core.queries import statement
from skm_core.recount import Pemeriksaan
from skm_core.terms import Instrumen, Layanan, Periode, Wilayah

if TYPE_CHECKING:
    from skm_core.intake.correction import Correction
    from skm_core.intake.recap.row import Rekap


@dataclass(frozen=True, slots=True)
class Baru:
    """Rows of the reference tables that come into being with the file."""

    periode: tuple[Periode, ...] = ()
    layanan: tuple[Layanan, ...] = ()
    wilayah: tuple[Wilayah, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """One questionnaire that is stored with other content: its place in the file, where it is stored, what differs.

    `isi`: (column of `kuesioner`, stored value, value in the file) of every column that differs.
    """

    lembar: str | None
    baris: int
    layanan: str
    unggahan_id: int
    isi: tuple[tuple[str, Any, Any], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """What a file holds, for the preview and for `ingest`.

    `n_baris` rows are respondents (`n_diterima` accepted, `n_ditolak` refused; both 0 in a refused file); `n_kosong`
    prepared but empty lines and `n_ringkasan` totals, titles and legends are not. `temuan` keeps at most 1,000
    findings per code, `jumlah_temuan` counts all. `counts`: accepted rows per code of periode, layanan, kelurahan
    (place of any level) and pengumpul. `pertanyaan`: what a person still has to choose ('u8', 'kode1',
    'periode', 'layanan', 'kelurahan'); with 'pengumpul' there is an inferred answer, so that alone refuses nothing.
    Of the accepted rows `n_sama` are stored unchanged, `n_berubah` with other content (`perubahan`: the first of
    them), `n_terisi` came from this very file or fill a row that is filled; `unggahan_lama` is where they were met.
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
    hitungan: tuple[Pemeriksaan, ...] = ()
    cursor: duckdb.DuckDBPyConnection | None = None
    pemetaan: Tersimpan | None = None
    """The kept mapping the file was read by, because its header set was known."""
    koreksi: Correction | None = None
    n_terisi: int = 0
    n_sama: int = 0
    n_berubah: int = 0
    perubahan: tuple[Changed, ...] = ()
    unggahan_lama: int | None = None
    rekap: tuple[Rekap, ...] = ()
    """Lines of a recap without respondents; the file then holds no questionnaire."""
    rentang: Span | None = None
    """When it was filled, where the periode is still to be chosen."""
    usul: Periode | None = None
    """The periode that the titles name, else the one most dates lie in, where it is still to be chosen."""
    n_salinan: int = 0
    """Rows that repeat an earlier one in every cell; with the option `lewati_kembar` none of the counts holds them."""
    salah_tulis: tuple[Misspelt, ...] = ()
    """Spellings that stand for nothing known, the most frequent first."""
    jawaban: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """(item column, 1 to 4) → how the file words that answer, where it answers in words."""
    dianggap: tuple[Misspelt, ...] = ()
    """Spellings read as a person said (`mungkin`), for this file or the one it mends."""

    @property
    def is_rekap(self) -> bool:
        """True for a recap without respondents, also while something about it is still to be chosen."""
        return self.layout is not None and self.layout.kunci == "rekap"

    @property
    def n_baru(self) -> int:
        """Accepted rows that the database does not hold in any form."""
        return self.n_diterima - self.n_terisi - self.n_sama - self.n_berubah

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
