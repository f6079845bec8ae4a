"""The official table of the plan: its columns, how their titles are written, and where the program adds its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from skm_core.intake.wording import words

TITLE = "RENCANA TINDAK LANJUT SURVEI KEPUASAN MASYARAKAT"
ALL = "Semua layanan"
"""Sheet and line of items that concern all layanan."""
MARK = "√"
"""In the column of a quarter in which an item is planned."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: key, title as written, width in characters, and other titles it is known by (as `words` gives)."""

    kunci: str
    judul: str
    lebar: int
    sebutan: tuple[str, ...] = ()


COLUMNS = (
    Column("no", "No", 5, ("nomor", "no urut")),
    Column(
        "unsur",
        "Prioritas unsur",
        26,
        ("unsur", "unsur prioritas", "prioritas unsur pelayanan", "unsur pelayanan"),
    ),
    Column(
        "program",
        "Program/Kegiatan",
        52,
        ("program", "kegiatan", "program dan kegiatan", "rencana tindak lanjut", "rencana aksi", "tindak lanjut",
         "rencana perbaikan"),
    ),
    Column("tw1", "TW I", 7),
    Column("tw2", "TW II", 7),
    Column("tw3", "TW III", 7),
    Column("tw4", "TW IV", 7),
    Column(
        "penanggung_jawab",
        "Penanggung jawab",
        26,
        ("pj", "pic", "penanggungjawab", "pelaksana", "penanggung jawab kegiatan", "unit penanggung jawab"),
    ),
)  # fmt: skip
"""The official columns, in their order; over the quarters stands "Waktu"."""
MORE = (
    Column("tahun", "Tahun", 8, ("tahun pelaksanaan",)),
    Column("jenis", "Jenis", 24, ("jenis tindak lanjut",)),
    Column("status", "Status", 13),
    Column("kemajuan_pct", "Kemajuan (%)", 11, ("kemajuan", "progres", "progress", "realisasi")),
    Column("selesai_pada", "Selesai pada", 13, ("tanggal selesai",)),
    Column("catatan", "Catatan", 40, ("keterangan", "ket", "catatan kemajuan")),
    Column("rtl_id", "Nomor RTL", 10),
)
"""Columns to the right of the official ones, which bring everything back unchanged."""
LAYANAN = Column("layanan", "Layanan", 20, ("jenis layanan", "nama layanan", "unit layanan"))
WAKTU = ("waktu", "jadwal", "waktu pelaksanaan", "target waktu", "jadwal pelaksanaan")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_QUARTER = re.compile(r"(?:(?:tw|triwulan|tri wulan|q|kuartal)\s*)?(iii|ii|iv|i|[1-4])")
_TITLES = {
    words(title): column.kunci for column in (*COLUMNS, *MORE, LAYANAN) for title in (column.judul, *column.sebutan)
}


def meaning(title: str) -> str | None:
    """Key of the column with this title; "waktu" for one that holds the quarters in words; None if unknown."""
    text = words(title)
    if text in WAKTU or any(text.startswith(f"{name} tw") for name in WAKTU):
        return "waktu"
    if match := _QUARTER.fullmatch(text):
        return f"tw{_ROMAN[match[1]]}"
    return _TITLES.get(text)


def read_quarters(text: str) -> tuple[int, ...]:
    """Quarters named in a cell: "TW I-III" → (1, 2, 3), "Triwulan 2 dan 4" → (2, 4); () where it cannot be read."""
    said = re.sub(r"\b(19|20)\d\d\b", " ", text.casefold())
    said = re.sub(r"\bs\.?\s*/?\s*d\.?(?=\W)|\bsampai(?: dengan)?\b|\bhingga\b|[–—]", "-", said)
    said = re.sub(r"triwulan|tri wulan|kuartal|\btw\b|\bq(?=[1-4])|\bdan\b|&|,|;|/|\.", " ", said)
    said = re.sub(r"\s*-\s*", "-", said)
    found: set[int] = set()
    for part in said.split():
        ends = part.split("-")
        if len(ends) > 2 or not set(ends) <= _ROMAN.keys():
            return ()
        first, last = _ROMAN[ends[0]], _ROMAN[ends[-1]]
        if first > last:
            return ()
        found |= set(range(first, last + 1))
    return tuple(sorted(found))
