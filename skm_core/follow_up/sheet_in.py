"""Reads the official table back from a workbook: what is new, what changed, and findings that say where and why."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from python_calamine import CalamineError

from skm_core.errors import SkmError
from skm_core.findings import Finding
from skm_core.follow_up.item import Isian, Rtl
from skm_core.follow_up.official import meaning
from skm_core.follow_up.plan import plan
from skm_core.follow_up.reading import Cells, read_row
from skm_core.follow_up.recording import checked, same_work
from skm_core.intake import workbook
from skm_core.intake.collected import Findings
from skm_core.intake.vocabulary import Vocabulary, vocabulary
from skm_core.intake.wording import is_blank, words
from skm_core.store import Store

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS, HEADER_WITHIN = 5_000, 40
NEEDED = {"unsur", "program"}


@dataclass(frozen=True, slots=True)
class Draf:
    """A workbook understood, before anything is stored: pass `simpan` to `recording.save`.

    baru and berubah: what is to be recorded, in the order of the file; n_sama: rows that say nothing new.
    """

    temuan: tuple[Finding, ...]
    baru: tuple[Isian, ...]
    berubah: tuple[tuple[Rtl, Isian], ...]
    n_sama: int

    @property
    def simpan(self) -> tuple[tuple[Rtl | None, Isian], ...]:
        """Everything to record."""
        return (*((None, isian) for isian in self.baru), *self.berubah)

    @property
    def n_ditolak(self) -> int:
        """Rows that are not taken."""
        return len({(one.lembar, one.baris) for one in self.temuan if one.tingkat == "baris"})

    @property
    def ditolak(self) -> bool:
        """True where the whole file is refused."""
        return any(one.tingkat == "berkas" for one in self.temuan)


@dataclass(slots=True)
class _Taken:
    """What was taken from the file so far."""

    baru: list[Isian] = field(default_factory=list)
    berubah: list[tuple[Rtl, Isian]] = field(default_factory=list)
    n_sama: int = 0
    keys: set[tuple[str | None, str, str]] = field(default_factory=set)


def read_workbook(store: Store, data: bytes, periode: str, *, layanan: str | None = None, tahun: int) -> Draf:
    """Understand a workbook for a periode.

    layanan: of sheets that name none themselves. tahun: of rows without a year. A row is the known item that its number
    (column Nomor RTL) names, else the one with the same layanan, unsur and program; columns the file does not have
    keep what is stored. Raises UnknownKeyError for an unknown periode or layanan; everything about the file is a
    finding.
    """
    findings, taken = Findings(), _Taken()
    known = plan(store, periode)
    if layanan is not None:
        plan(store, periode, layanan)  # refuses an unknown key
    said = vocabulary(store)
    sheets = _sheets(data, findings)
    found = [(name, rows, head) for name, rows in sheets if (head := _header(rows))]
    if not found and not findings.refused:
        findings.add("RTL_TABEL_TIDAK_ADA")
    for name, rows, head in found:
        if other := _other_periode(rows[: head.baris], said, periode):
            findings.add("RTL_PERIODE_LAIN", lembar=name, nilai=other, periode=said.periode[periode].nama)
            continue
        service = _named_service(name, rows[: head.baris], said, layanan)
        default = Isian(periode, service, "", "", tahun, (), "")
        for one in _cells(rows, head, name):
            _take(store, one, default, known, said, findings, taken)
    if found and not findings.refused and not (taken.baru or taken.berubah or taken.n_sama):
        findings.add("RTL_TANPA_BARIS")
    return Draf(findings.sorted(), tuple(taken.baru), tuple(taken.berubah), taken.n_sama)


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the header ends (rows above the first item) and what each column means."""

    baris: int
    kolom: Mapping[int, str]


def _sheets(data: bytes, findings: Findings) -> list[tuple[str, list[list[str]]]]:
    if not data:
        findings.add("BERKAS_KOSONG")
    elif len(data) > MAX_BYTES:
        findings.add("BERKAS_TERLALU_BESAR", ukuran=f"{len(data) // 1024**2} MB", batas=f"{MAX_BYTES // 1024**2} MB")
    elif workbook.is_locked(data):
        findings.add("BERKAS_TERKUNCI")
    elif not workbook.is_workbook(data):
        findings.add("RTL_BUKAN_BUKU_KERJA")
    if findings.refused:
        return []
    try:
        if workbook.unpacked_size(data) > 10 * MAX_BYTES:
            findings.add("BERKAS_RUSAK")
            return []
        return [
            (sheet.nama, [row for row, _ in zip(sheet.rows, range(MAX_ROWS), strict=False)])
            for sheet in workbook.sheets(data)
            if sheet.tampak
        ]
    except (CalamineError, zipfile.BadZipFile):
        findings.add("BERKAS_RUSAK")
        return []


def _header(rows: Sequence[Sequence[str]]) -> _Head | None:
    """The first row that names unsur and program; the quarters may stand in the row below."""
    for place, row in enumerate(rows[:HEADER_WITHIN]):
        columns = _meanings(row)
        if not NEEDED <= set(columns.values()):
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
        return _Head(end, columns)
    return None


def _meanings(row: Sequence[str]) -> dict[int, str]:
    """Meaning per column; of two columns with the same meaning the first counts."""
    found: dict[int, str] = {}
    for place, cell in enumerate(row):
        key = meaning(cell) if cell.strip() else None
        if key and key not in found.values():
            found[place] = key
    return found


def _cells(rows: Sequence[Sequence[str]], head: _Head, name: str) -> list[Cells]:
    """The rows that hold an item; a blank unsur is that of the row above, as merged cells give it."""
    found: list[Cells] = []
    above = ""
    for number, row in enumerate(rows[head.baris :], head.baris + 1):
        cells = {key: row[at].strip() for at, key in head.kolom.items() if at < len(row)}
        at = {key: place for place, key in head.kolom.items()}
        unsur, program = cells.get("unsur", ""), cells.get("program", "")
        if not is_blank(unsur):
            above = unsur
        if is_blank(program) and (
            is_blank(unsur) or all(is_blank(cells.get(key)) for key in ("penanggung_jawab", "rtl_id"))
        ):
            continue  # an empty line, a line of numbers under the header, or a signature below the table
        if words(unsur) == "2" and words(program) == "3":
            continue
        found.append(Cells(name, number, {**cells, "unsur": above}, at))
    return found


def _take(
    store: Store,
    one: Cells,
    default: Isian,
    known: Sequence[Rtl],
    said: Vocabulary,
    findings: Findings,
    taken: _Taken,
) -> None:
    before = _numbered(one, known, findings)
    if before is False:
        return
    read = read_row(one, said, findings)
    if read is None:
        return
    start = before.isian if isinstance(before, Rtl) else default
    wanted = _filled(
        replace(start, **{key: value for key, value in read.items() if key in ("layanan", "unsur", "program")})
    )
    if before is None:
        before = next((item for item in known if same_work(item.isian) == same_work(wanted)), None)
    isian = _filled(replace(before.isian if before else default, **read))
    if not isian.tw:
        findings.add("RTL_WAKTU_TIDAK_JELAS", lembar=one.lembar, baris=one.baris, nilai=one.get("waktu"))
        return
    try:
        isian = checked(store, isian)
    except SkmError as error:
        findings.add("RTL_TIDAK_SAH", lembar=one.lembar, baris=one.baris, alasan=str(error))
        return
    if same_work(isian) in taken.keys:
        findings.add("RTL_GANDA", lembar=one.lembar, baris=one.baris, nilai=isian.program)
        return
    taken.keys.add(same_work(isian))
    if before is None:
        taken.baru.append(isian)
    elif isian == before.isian:
        taken.n_sama += 1
    else:
        taken.berubah.append((before, isian))


def _filled(isian: Isian) -> Isian:
    """What follows from the status where the file does not say it."""
    changes: dict[str, Any] = {}
    if isian.status == "selesai" and isian.kemajuan_pct == 0:
        changes["kemajuan_pct"] = 100
    if isian.status == "rencana" and 0 < isian.kemajuan_pct < 100:
        changes["status"] = "berjalan"
    if isian.status != "selesai" and isinstance(isian.selesai_pada, date):
        changes["selesai_pada"] = None
    return replace(isian, **changes) if changes else isian


def _numbered(one: Cells, known: Sequence[Rtl], findings: Findings) -> Rtl | None | bool:
    """The item its number names, None without a number, False (and a finding) for a number that is none."""
    text = one.get("rtl_id")
    if is_blank(text):
        return None
    found = next((item for item in known if str(item.rtl_id) == text), None)
    if found is None:
        findings.add(
            "RTL_NOMOR_TIDAK_DIKENAL", lembar=one.lembar, baris=one.baris, nilai=text, huruf=one.letter("rtl_id")
        )
        return False
    return found


def _other_periode(above: Sequence[Sequence[str]], said: Vocabulary, periode: str) -> str | None:
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


def _named_service(name: str, above: Sequence[Sequence[str]], said: Vocabulary, chosen: str | None) -> str | None:
    """The layanan the lines above the table or the name of the sheet say; else the chosen one."""
    lines = [cell.partition(":") for row in above for cell in row]
    texts = [text for label, _, text in lines if words(label) in ("layanan", "unit layanan", "jenis layanan")]
    for text in (*texts, name):
        if words(text) == "semua layanan":
            return None
        if kode := said.layanan_sebutan.get(words(text)):
            return kode
    return chosen
