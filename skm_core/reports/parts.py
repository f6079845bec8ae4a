"""The rows a document is made of: frozen values, no layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from skm_core.results.change import Change
from skm_core.results.layanan import Sebaran
from skm_core.results.measured import Measured, MeasuredUnsur
from skm_core.terms import Butir, Layanan, Unsur, Wilayah


@dataclass(frozen=True, slots=True)
class Instansi:
    """Who publishes and signs; every field "" where it is not set."""

    nama: str
    unit: str
    penanda_tangan_nama: str
    penanda_tangan_nip: str
    penanda_tangan_jabatan: str
    tautan_publikasi: str
    target_ikm: str


@dataclass(frozen=True, slots=True)
class BarisLayanan:
    """One layanan of the scope: its figure and its change since the comparable periode; either may be missing."""

    layanan: Layanan
    score: Measured | None
    perubahan: Change | None


@dataclass(frozen=True, slots=True)
class BarisUnsur:
    """One unsur (or variabel of a panel) of the scope.

    nomor: place in the rule's list (order asked for a variabel). peringkat: 1 = lowest published NRR, equal NRR share
    it; None where it may not be shown. setara_terendah: the survey cannot tell it apart from the lowest. butir: the
    first item that asks it.
    """

    kunci: str
    nama: str
    pendek: str
    nomor: int
    unsur: Unsur | None
    score: MeasuredUnsur
    sebaran: Sebaran
    peringkat: int | None
    setara_terendah: bool
    butir: Butir | None


@dataclass(frozen=True, slots=True)
class BarisTempat:
    """One kecamatan of the city, or one kelurahan of a kecamatan; score None where nothing came in."""

    wilayah: Wilayah
    score: Measured | None


@dataclass(frozen=True, slots=True)
class Profil:
    """Respondents by one field of the profile, each person counted once.

    baris: (words, people). tanpa: people who left it blank. None: not told (`showing.untold`). Where all is told, baris
    and tanpa together are all people of the scope.
    """

    kunci: str
    judul: str
    baris: tuple[tuple[str, int | None], ...]
    tanpa: int | None

    @property
    def semua(self) -> tuple[tuple[str, int | None], ...]:
        """The rows as a document prints them: the answers, and last who left it blank, if anybody did."""
        return (*self.baris, *((("Tidak diisi", self.tanpa),) if self.tanpa != 0 else ()))

    @property
    def terbuka(self) -> tuple[tuple[str, int], ...]:
        """The answers with their people where every number may be told, else ()."""
        told = tuple((words, n) for words, n in self.baris if n is not None)
        return told if len(told) == len(self.baris) else ()


@dataclass(frozen=True, slots=True)
class BarisSampel:
    """Sample size of one layanan by Krejcie and Morgan; n_pengguna and minimal None where N is not set."""

    layanan: Layanan
    n_pengguna: int | None
    minimal: int | None
    n_kuesioner: int


@dataclass(frozen=True, slots=True)
class BarisJadwal:
    """One row of the schedule. mulai None: not recorded. hari_kerja: Monday to Friday, holidays not taken out.

    n_luar: questionnaires dated outside the periode, which stretch the days of the collection.
    """

    kegiatan: str
    mulai: date | None
    selesai: date | None
    hari_kerja: int | None
    n_luar: int = 0


@dataclass(frozen=True, slots=True)
class BarisRtl:
    """One item of the rencana tindak lanjut. tw: the quarters 1..4 it runs in."""

    unsur: str
    layanan: str
    program: str
    jenis: str
    tw: tuple[int, ...]
    tahun: int | None
    penanggung_jawab: str
    status: str
    kemajuan: str
    pengaruh: str


@dataclass(frozen=True, slots=True)
class Teks:
    """One passage of analysis. bawaan: what the rules say of the data now; teks: what is printed.

    usang: a person edited it, and the data have changed since.
    """

    kunci: str
    judul: str
    bawaan: str
    teks: str
    diubah: bool = False
    usang: bool = False
