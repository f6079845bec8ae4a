"""Frozen values that every floor speaks of: what was selected, and what a periode, layanan, wilayah or butir is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

PENGUMPUL = ("kota", "kelurahan")
"""Who collected. The two kinds are never pooled; `Pilihan.didahulukan` says whose figure counts where both exist."""
TITIK_KELURAHAN = 3
"""Dots in the code of a kelurahan; a camat is judged in a kecamatan, the wali kota in the city."""

DIMENSI = ("periode", "layanan", "kecamatan", "kelurahan")
"""What a figure can be broken down by."""


@dataclass(frozen=True, slots=True)
class Pilihan:
    """A selection of questionnaires. Empty tuple or None = everything. `wilayah` is a Kemendagri code of any level."""

    periode: tuple[str, ...] = ()
    layanan: tuple[str, ...] = ()
    wilayah: str | None = None
    pengumpul: str | None = None
    hanya_lengkap: bool = False

    @property
    def didahulukan(self) -> tuple[str, ...]:
        """Both pengumpul, the one first whose figure counts where the selection names none and both collected.

        A kelurahan is judged by its own data, everything larger by the city's sample.
        """
        return PENGUMPUL[::-1] if is_kelurahan(self.wilayah) else PENGUMPUL


def is_kelurahan(kode: str | None) -> bool:
    """The code is that of a kelurahan."""
    return (kode or "").count(".") == TITIK_KELURAHAN


SEMUA = Pilihan()
"""Everything."""


@dataclass(frozen=True, slots=True)
class Periode:
    """One survey round."""

    kode: str
    nama: str
    mulai: date | None
    selesai: date | None
    aturan: str
    cara_pemilihan: str
    status: str

    @property
    def panel(self) -> bool:
        """True for a closed panel: no mutu, no interval."""
        return self.cara_pemilihan == "panel_tertutup"


@dataclass(frozen=True, slots=True)
class Layanan:
    """A service, or an official (jenis 'pejabat') judged in the March 2019 round."""

    kode: str
    nama: str
    kepanjangan: str
    jenis: str
    urutan: int
    n_pengguna: int | None
    target_ikm: Decimal | None
    aktif: bool


@dataclass(frozen=True, slots=True)
class Wilayah:
    """A place. tingkat: kota, kecamatan or kelurahan. heksagon: axial (q, r), pointy top, r downward."""

    kode: str
    tingkat: str
    nama: str
    kecamatan_kode: str | None
    bps_kode: str | None
    n_penduduk: int | None
    lintang: float | None
    bujur: float | None
    heksagon: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Unsur:
    """One unsur by its key; `nomor` is only its place in the rule's list."""

    kunci: str
    nama: str
    pendek: str
    aturan: str | None
    nomor: int
    uraian: str


@dataclass(frozen=True, slots=True)
class Butir:
    """One item of an instrumen: column, question, labels of 1..4, peran and unsur."""

    instrumen_kode: str
    kolom: str
    urutan: int
    peran: str
    unsur_kunci: str | None
    teks: str
    label: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Instrumen:
    """One questionnaire with its items in the order asked, and its own weights if it carries any."""

    kode: str
    nama: str
    aturan: str
    sumber: str
    butir: tuple[Butir, ...]
    bobot: Mapping[str, Fraction] | None
