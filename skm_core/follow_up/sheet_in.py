"""Reads the official table back from a workbook: what is new, what changed, and findings that say where and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from skm_core.errors import SkmError
from skm_core.findings import Finding
from skm_core.follow_up.item import Isian, Rtl
from skm_core.follow_up.plan import plan
from skm_core.follow_up.reading import Cells, read_row
from skm_core.follow_up.recording import checked, same_work
from skm_core.follow_up.table import header, named_service, other_periode, rows_of, sheets
from skm_core.intake.collected import Findings
from skm_core.intake.vocabulary import Vocabulary, vocabulary
from skm_core.intake.wording import is_blank
from skm_core.store import Store


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
    found_sheets = sheets(data, findings)
    found = [(name, rows, head) for name, rows in found_sheets if (head := header(rows))]
    if not found and not findings.refused:
        findings.add("RTL_TABEL_TIDAK_ADA")
    for name, rows, head in found:
        if other := other_periode(rows[: head.baris], said, periode):
            findings.add("RTL_PERIODE_LAIN", lembar=name, nilai=other, periode=said.periode[periode].nama)
            continue
        service = named_service(name, rows[: head.baris], said, layanan)
        default = Isian(periode, service, "", "", tahun, (), "")
        for one in rows_of(rows, head, name):
            _take(store, one, default, known, said, findings, taken)
    if found and not findings.refused and not (taken.baru or taken.berubah or taken.n_sama):
        findings.add("RTL_TANPA_BARIS")
    return Draf(findings.sorted(), tuple(taken.baru), tuple(taken.berubah), taken.n_sama)


def _take(
    store: Store,
    one: Cells,
    default: Isian,
    known: Sequence[Rtl],
    said: Vocabulary,
    findings: Findings,
    taken: _Taken,
) -> None:
    before = next((item for item in known if str(item.rtl_id) == one.get("rtl_id")), None)
    read = read_row(one, said, findings)
    if not _number_holds(one, before, findings) or read is None:
        return
    if before is None:
        wanted = replace(
            default, **{key: value for key, value in read.items() if key in ("layanan", "unsur", "program")}
        )
        active = (item for item in known if item.isian.status != "batal")
        before = next((item for item in active if same_work(item.isian) == same_work(wanted)), None)
    isian = _filled(before.isian if before else default, read)
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


def _filled(before: Isian, read: dict[str, Any]) -> Isian:
    """The item with what the row states, and what follows from its status or progress where only one is stated."""
    isian = replace(before, **read)
    if "kemajuan_pct" not in read and isian.status in ("rencana", "selesai"):
        isian = replace(isian, kemajuan_pct=100 if isian.status == "selesai" else 0)
    if "status" not in read and isian.status == "rencana" and isian.kemajuan_pct:
        isian = replace(isian, status="berjalan")
    return replace(isian, selesai_pada=None) if "status" in read and isian.status != "selesai" else isian


def _number_holds(one: Cells, before: Rtl | None, findings: Findings) -> bool:
    """False, with a finding, for a number that is no item of this periode."""
    text = one.get("rtl_id")
    if is_blank(text) or before is not None:
        return True
    findings.add("RTL_NOMOR_TIDAK_DIKENAL", lembar=one.lembar, baris=one.baris, nilai=text, huruf=one.letter("rtl_id"))
    return False
