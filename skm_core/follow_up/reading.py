"""Reads the cells of one row of the official table, each with a finding where it cannot be understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from skm_core.findings import cut
from skm_core.follow_up.item import JENIS, STATUS
from skm_core.follow_up.official import ALL, read_quarters
from skm_core.follow_up.sheet_out import day_of
from skm_core.intake.collected import Findings
from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import is_blank, letter, words

OTHER_STATUS = {
    "belum": "rencana",
    "belum dilaksanakan": "rencana",
    "belum dimulai": "rencana",
    "proses": "berjalan",
    "dalam proses": "berjalan",
    "sedang berjalan": "berjalan",
    "sudah": "selesai",
    "sudah selesai": "selesai",
    "sudah dilaksanakan": "selesai",
    "terlaksana": "selesai",
    "batal": "batal",
}
QUARTERS = ("tw1", "tw2", "tw3", "tw4")


@dataclass(frozen=True, slots=True)
class Cells:
    """One row: sheet, row number as a spreadsheet shows it, its cells by meaning, and the place of each column."""

    lembar: str
    baris: int
    isi: Mapping[str, str]
    tempat: Mapping[str, int]

    def get(self, key: str) -> str:
        """The cell, "" where the column is missing."""
        return self.isi.get(key, "")

    def letter(self, key: str) -> str:
        """Letter of the column, "–" where it is missing."""
        return letter(self.tempat[key]) if key in self.tempat else "–"


def read_row(one: Cells, said: Vocabulary, findings: Findings) -> dict[str, Any] | None:
    """Fields of an Isian that the row states; None, with findings, where a cell is wrong. Missing columns: no field."""
    before = findings.total.total()
    read: dict[str, Any] = {
        "unsur": _unsur(one, said, findings),
        "program": _required(one, "program", "Program/kegiatan", findings),
        "penanggung_jawab": _required(one, "penanggung_jawab", "Penanggung jawab", findings),
        **_time(one, findings),
        **_choice(one, "jenis", "Jenis", JENIS, {}, findings),
        **_choice(one, "status", "Status", STATUS, OTHER_STATUS, findings),
        **_progress(one, findings),
        **_done(one, findings),
        **_service(one, said, findings),
    }
    if "catatan" in one.isi:
        read["catatan"] = one.get("catatan")
    return read if findings.total.total() == before else None


def find_unsur(text: str, said: Vocabulary) -> str | None:
    """The unsur a text names, as the intake reads column titles; None if none or several."""
    found = said.unsur_tepat.get(words(text), frozenset())
    known = [key for key in found if key in said.unsur]
    if len(known) > 1:  # of two rule sets the present one
        known = [key for key in known if said.unsur[key].aturan == "permenpan-14-2017"] or known
    if len(known) == 1:
        return known[0]
    parts = {key for part, key in said.unsur_memuat if part in words(text)}
    return parts.pop() if len(parts) == 1 else None


def _unsur(one: Cells, said: Vocabulary, findings: Findings) -> str | None:
    text = _required(one, "unsur", "Prioritas unsur", findings)
    if not text:
        return None
    found = find_unsur(text, said)
    if found is None:
        listed = [unsur.nama for unsur in said.unsur.values() if unsur.aturan in ("permenpan-14-2017", None)]
        _unknown(one, "unsur", "unsur", text, listed, findings)
    return found


def _required(one: Cells, key: str, name: str, findings: Findings) -> str:
    text = one.get(key)
    if is_blank(text):
        findings.add("RTL_ISI_KOSONG", lembar=one.lembar, baris=one.baris, kolom=name, huruf=one.letter(key), apa=name)
        return ""
    return text


def _time(one: Cells, findings: Findings) -> dict[str, Any]:
    read: dict[str, Any] = {}
    marked = tuple(number for number, key in enumerate(QUARTERS, 1) if not is_blank(one.get(key)))
    if marked:
        read["tw"] = marked
    elif not is_blank(one.get("waktu")):
        read["tw"] = read_quarters(one.get("waktu"))
    elif any(key in one.isi for key in QUARTERS):
        read["tw"] = ()
    if not is_blank(one.get("tahun")):
        text = one.get("tahun")
        if text.isdecimal() and len(text) == 4:
            read["tahun"] = int(text)
        else:
            _unknown(one, "tahun", "tahun", text, ["2019", "2020", "…"], findings)
    return read


def _choice(
    one: Cells, key: str, name: str, known: Mapping[str, str], more: Mapping[str, str], findings: Findings
) -> dict[str, str]:
    text = one.get(key)
    if is_blank(text):
        return {}
    by_words = {words(label): kunci for kunci, label in known.items()} | dict(more) | {kunci: kunci for kunci in known}
    found = by_words.get(words(text))
    if found is None:
        _unknown(one, key, name.lower(), text, known.values(), findings)
        return {}
    return {key: found}


def _progress(one: Cells, findings: Findings) -> dict[str, int]:
    text = one.get("kemajuan_pct").removesuffix("%").strip().replace(",", ".")
    if is_blank(text):
        return {}
    try:
        value = float(text)
    except ValueError:
        value = -1
    if 0 < value <= 1 and "." in text:  # a cell formatted as a percentage
        value *= 100
    if value != int(value) or not 0 <= value <= 100:
        _unknown(one, "kemajuan_pct", "kemajuan", one.get("kemajuan_pct"), ["0 sampai 100"], findings)
        return {}
    return {"kemajuan_pct": int(value)}


def _done(one: Cells, findings: Findings) -> dict[str, Any]:
    if "selesai_pada" not in one.isi:
        return {}
    text = one.get("selesai_pada")
    if is_blank(text):
        return {"selesai_pada": None}
    found = day_of(text)
    if found is None:
        _unknown(one, "selesai_pada", "tanggal", text, ["24/04/2019"], findings)
    return {"selesai_pada": found}


def _service(one: Cells, said: Vocabulary, findings: Findings) -> dict[str, str | None]:
    text = one.get("layanan")
    if is_blank(text):
        return {}
    if words(text) == words(ALL):
        return {"layanan": None}
    found = said.layanan_sebutan.get(words(text))
    if found is None:
        names = [ALL, *(item.nama for item in said.layanan.values() if item.jenis == "layanan")]
        _unknown(one, "layanan", "layanan", text, names, findings)
        return {}
    return {"layanan": found}


def _unknown(one: Cells, key: str, what: str, text: str, listed: Iterable[str], findings: Findings) -> None:
    findings.add(
        "RTL_ISI_TIDAK_DIKENAL",
        lembar=one.lembar,
        baris=one.baris,
        kolom=key,
        nilai=cut(text),
        huruf=one.letter(key),
        apa=what,
        daftar=", ".join(listed),
    )
