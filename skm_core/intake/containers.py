"""From the bytes of a file to its tables, whatever it is packed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from skm_core.intake import csv_text, html_table, spreadsheet_xml, workbook
from skm_core.intake.collected import Findings
from skm_core.intake.formulas import Formulas
from skm_core.intake.headers import KEY
from skm_core.intake.package import Package, look_through
from skm_core.intake.refusal import RefusedError
from skm_core.intake.scratch import peek
from skm_core.intake.sheet_scan import SheetFacts
from skm_core.intake.trial import refuse_fatal

HEAD_ROWS = 30
"""First rows of a worksheet in which its headers are looked for."""
_EMPTY = b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"


@dataclass(frozen=True, slots=True)
class Text:
    """The bytes of a text file and how it is written."""

    data: bytes
    form: csv_text.TextForm


@dataclass(frozen=True, slots=True)
class Table:
    """One table as it comes: its name, its rows, and what only some kinds of file have."""

    nama: str | None
    rows: Iterator[list[str]]
    text: Text | None = None
    gabungan: tuple[tuple[int, int, int, int], ...] = ()
    rumus: Formulas | None = None


def tables(data: bytes, findings: Findings, inside: str | None = None, *, packed: bool = False) -> Iterator[Table]:
    """Every table in the file. `packed`: it came out of an archive; `inside`: its name if it was not alone there."""
    if not data[:4096].strip(_EMPTY) and not data.strip(_EMPTY):  # stripping copies a large file
        raise RefusedError("BERKAS_KOSONG")
    if workbook.is_workbook(data):
        yield from _workbook_tables(data, findings, packed=packed)
    elif spreadsheet_xml.is_spreadsheet_xml(data):
        for name, visible, rows in spreadsheet_xml.sheets(data):
            if visible:
                yield Table(name, iter(rows))
            else:
                findings.add("LEMBAR_DIABAIKAN", lembar=name, alasan="disembunyikan")
    elif html_table.is_html(data):
        for label, rows in html_table.tables(data):
            yield Table(label or inside, iter(rows))
    elif not csv_text.looks_like_text(data) or data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise RefusedError("BERKAS_BUKAN_TABEL")
    else:
        form = csv_text.form(data)
        yield Table(inside, csv_text.rows(data, form), Text(data, form))


def _packed_tables(files: Mapping[str, bytes], findings: Findings) -> Iterator[Table]:
    """Every table of an archive; the same name with another ending is the same table once more (SurveyMonkey)."""
    seen: set[str] = set()
    for name, content in files.items():
        path = PurePosixPath(name)
        if path.stem.casefold() in seen:
            findings.add("LEMBAR_DIABAIKAN", lembar=path.name, alasan="isinya ada dua kali di dalam ZIP ini")
            continue
        seen.add(path.stem.casefold())
        yield from tables(content, findings, path.name if len(files) > 1 else None, packed=True)


def _workbook_tables(data: bytes, findings: Findings, *, packed: bool) -> Iterator[Table]:
    if workbook.is_locked(data):
        raise RefusedError("BERKAS_TERKUNCI")
    if data.startswith(workbook.ZIP):
        looked = look_through(data)
    else:
        refuse_fatal(data)
        looked = Package("xls", {}, {})
    if looked.jenis == "zip":
        if packed:
            raise RefusedError("BERKAS_BUKAN_TABEL")
        yield from _packed_tables(looked.berkas, findings)
        return
    for sheet in workbook.sheets(data, looked.lembar):
        if not sheet.tampak:
            findings.add("LEMBAR_DIABAIKAN", lembar=sheet.nama, alasan="disembunyikan")
            continue
        first, rows = peek(sheet.rows, HEAD_ROWS)
        if hidden := _hidden(sheet.facts, own_key=any(KEY in row for row in first)):
            findings.add("SEL_TERSEMBUNYI", lembar=sheet.nama, n=hidden)
        yield Table(sheet.nama, rows, gabungan=sheet.gabungan, rumus=sheet.rumus)


def _hidden(facts: SheetFacts, *, own_key: bool) -> str:
    """How many rows and columns a person hid ("2 baris dan 1 kolom"), empty for none; our own key column is ours."""
    counts = {"baris": facts.n_baris_sembunyi, "kolom": max(facts.n_kolom_sembunyi - own_key, 0)}
    return " dan ".join(f"{n} {name}" for name, n in counts.items() if n)
