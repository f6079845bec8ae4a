"""Finds the official table in the sheets of a workbook: its header, its rows, and what stands above it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from python_calamine import CalamineError

from skm_core.follow_up.official import meaning
from skm_core.follow_up.reading import Cells
from skm_core.intake import workbook
from skm_core.intake.collected import Findings
from skm_core.intake.containers import tables
from skm_core.intake.refusal import RefusedError, megabytes
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import is_blank, words

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS, HEADER_WITHIN = 5_000, 40
NEEDED = {"unsur", "program"}
MERGED = ("unsur", "penanggung_jawab")
"""Cells that often span several programs; only the first of such rows holds the text."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the header ends (rows above the first item) and what each column means."""

    baris: int
    kolom: Mapping[int, str]


def sheets(data: bytes, findings: Findings) -> list[tuple[str, list[list[str]]]]:
    """Visible sheets with their rows; a file that cannot be read is a finding."""
    if not data:
        findings.add("BERKAS_KOSONG")
    elif len(data) > MAX_BYTES:
        findings.add("BERKAS_TERLALU_BESAR", ukuran=megabytes(len(data)), batas=megabytes(MAX_BYTES))
    elif not workbook.is_workbook(data):
        findings.add("RTL_BUKAN_BUKU_KERJA")
    if findings.refused:
        return []
    try:
        return [
            (table.nama or "Tabel", [row for _, row in zip(range(MAX_ROWS), table.rows, strict=False)])
            for table in tables(data, findings)
        ]
    except RefusedError as refused:
        findings.add(refused.kode, baris=refused.baris, **refused.words)
    except (CalamineError, zipfile.BadZipFile, zlib.error, UnicodeDecodeError, OverflowError, MemoryError):
        findings.add("BERKAS_RUSAK")
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how the reader of workbooks says that it met the impossible
            raise
        findings.add("BERKAS_RUSAK")
    return []


def header(rows: Sequence[Sequence[str]]) -> Head | None:
    """The first row that names unsur and program; the quarters may stand in the row below."""
    for place, row in enumerate(rows[:HEADER_WITHIN]):
        columns = _meanings(row)
        if not set(columns.values()) >= NEEDED:
            continue
        end = place + 1
        below = _meanings(rows[end]) if end < len(rows) else {}
        quarters = {at: key for at, key in below.items() if key.startswith("tw") and at not in columns}
        if "waktu" in columns.values() and below and all(key.startswith("tw") for key in below.values()):
            start = next(at for at, key in columns.items() if key == "waktu")
            quarters = {at: key for at, key in below.items() if at >= start}
            columns = {at: key for at, key in columns.items() if at not in quarters}
        if quarters:
            columns, end = {**columns, **quarters}, end + 1
        return Head(end, columns)
    return None


def _meanings(row: Sequence[str]) -> dict[int, str]:
    """Meaning per column; of two columns with the same meaning the first counts."""
    found: dict[int, str] = {}
    for place, cell in enumerate(row):
        key = meaning(cell) if cell.strip() else None
        if key and key not in found.values():
            found[place] = key
    return found


def rows_of(rows: Sequence[Sequence[str]], head: Head, name: str) -> list[Cells]:
    """The rows that hold an item; a blank unsur is that of the row above, as merged cells give it."""
    found: list[Cells] = []
    place = {key: at for at, key in head.kolom.items()}
    above: dict[str, str] = {}
    for number, row in enumerate(rows[head.baris :], head.baris + 1):
        cells = {key: row[at].strip() for at, key in head.kolom.items() if at < len(row)}
        if all(is_blank(cell) for cell in row):
            above = {}  # what stands below an empty line, a signature for instance, does not go on with the table
        blank = [key for key in MERGED if is_blank(cells.get(key))]
        if ("unsur" in blank and not above) or (len(blank) == len(MERGED) and is_blank(cells.get("program"))):
            continue
        if words(cells.get("unsur", "")) == "2" and words(cells.get("program", "")) == "3":
            continue  # the numbers of the columns under the header
        if "unsur" in blank:
            cells |= {key: above[key] for key in blank if above.get(key)}
        above = {key: cells.get(key, "") for key in MERGED}
        found.append(Cells(name, number, cells, place))
    return found


def other_periode(above: Sequence[Sequence[str]], said: Vocabulary, periode: str) -> str | None:
    """The periode the lines above the table name, if it is another one."""
    for row in above:
        for cell in row:
            label, _, text = cell.partition(":")
            if not words(label).startswith("periode") or not text.strip():
                continue
            inside = text.rpartition("(")[2].rstrip(") ").strip()
            named = said.periode_sebutan.get(words(inside)) or said.periode_sebutan.get(words(text))
            if named and named != periode:
                return said.periode[named].nama
    return None


def named_service(name: str, above: Sequence[Sequence[str]], said: Vocabulary, chosen: str | None) -> str | None:
    """The layanan the lines above the table or the name of the sheet say; else the chosen one."""
    lines = [cell.partition(":") for row in above for cell in row]
    texts = [text for label, _, text in lines if words(label) in ("layanan", "unit layanan", "jenis layanan")]
    for text in (*texts, name):
        if words(text) == "semua layanan":
            return None
        if kode := said.layanan_sebutan.get(words(text)):
            return kode
    return chosen
