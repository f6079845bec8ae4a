"""One item of the follow-up plan (rencana tindak lanjut, RTL), and the words for its kind and status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

JENIS = {
    "prosedur": "Perbaikan prosedur",
    "informasi": "Informasi dan sosialisasi",
    "pelatihan": "Pelatihan petugas",
    "sarana": "Sarana dan prasarana",
    "petugas": "Penambahan atau penataan petugas",
    "koordinasi": "Koordinasi dan kebijakan",
    "inovasi": "Inovasi",
    "lainnya": "Lainnya",
}
"""Kinds of action by key, in the order they are offered."""
STATUS = {"rencana": "Belum mulai", "berjalan": "Berjalan", "selesai": "Selesai", "batal": "Dibatalkan"}
"""Status by key, in the order of the board."""
ROMAWI = ("I", "II", "III", "IV")
"""The quarters (triwulan, TW) as they are written."""
TW_END = ((3, 31), (6, 30), (9, 30), (12, 31))


@dataclass(frozen=True, slots=True)
class Isian:
    """What a person states of an item. layanan None: all layanan. tw: quarters 1..4 of `tahun`, ascending.

    kemajuan_pct: 0 to 100. catatan: the progress in words; of a cancelled item its reason. selesai_pada: the day it
    was done, only with the status selesai.
    """

    periode: str
    layanan: str | None
    unsur: str
    program: str
    tahun: int
    tw: tuple[int, ...]
    penanggung_jawab: str
    jenis: str = "lainnya"
    status: str = "rencana"
    kemajuan_pct: int = 0
    catatan: str = ""
    selesai_pada: date | None = None

    @property
    def waktu(self) -> str:
        """When it is to be done: "TW II–III 2019", "TW I, III 2019"."""
        return f"TW {quarters(self.tw)} {self.tahun}"

    @property
    def batas(self) -> date:
        """Last day of the last quarter planned."""
        return date(self.tahun, *TW_END[max(self.tw) - 1])

    @property
    def mulai(self) -> date:
        """First day of the first quarter planned."""
        first = min(self.tw)
        return date(self.tahun, 1, 1) if first == 1 else date(self.tahun, *TW_END[first - 2]) + timedelta(days=1)

    def terlambat(self, pada: date) -> bool:
        """True if the time planned is over on a day and it is neither done nor cancelled."""
        return self.status in ("rencana", "berjalan") and pada > self.batas


@dataclass(frozen=True, slots=True)
class Bukti:
    """Evidence. jenis tautan: `alamat` is the link; berkas: name of the stored file, `ukuran` its bytes. waktu: UTC."""

    bukti_id: int
    rtl_id: int
    jenis: str
    nama: str
    alamat: str
    ukuran: int | None
    waktu: datetime
    oleh: str


@dataclass(frozen=True, slots=True)
class Rtl:
    """A recorded item with its evidence; moments are UTC. versi counts its changes from 1."""

    rtl_id: int
    isian: Isian
    versi: int
    dibuat_waktu: datetime
    dibuat_oleh: str
    diubah_waktu: datetime
    diubah_oleh: str
    bukti: tuple[Bukti, ...]


def next_quarter(selesai: date | None, hari_ini: date) -> tuple[int, int]:
    """Year and quarter in which new work can begin: the one after today's, and not before the one after the survey.

    selesai: last day of the survey, None where it is not known.
    """
    last = max(selesai or hari_ini, hari_ini)
    quarter = (last.month - 1) // 3 + 2
    return (last.year + 1, 1) if quarter > len(TW_END) else (last.year, quarter)


def quarters(tw: tuple[int, ...]) -> str:
    """Quarters in words: (2, 3) "II–III", (1, 3) "I, III", (4,) "IV"."""
    runs: list[list[int]] = []
    for one in tw:
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join("–".join(ROMAWI[at - 1] for at in dict.fromkeys((run[0], run[-1]))) for run in runs)
