"""Places: city, kecamatan and kelurahan, their spellings and who borders on whom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from skm_core.reference.rows import REFERENCE, read
from skm_core.terms import Wilayah

TINGKAT = ("kota", "kecamatan", "kelurahan")


@dataclass(frozen=True, slots=True)
class WilayahAlias:
    """A spelling of a place met in real files. `otomatis` False: ambiguous, a person must decide."""

    alias: str
    wilayah_kode: str
    tingkat: str
    otomatis: bool
    catatan: str


@cache
def wilayah(folder: Path = REFERENCE) -> tuple[Wilayah, ...]:
    """City, 8 kecamatan and 56 kelurahan, in order of code."""
    columns = "wilayah_kode tingkat wilayah_nama kecamatan_kode bps_kode n_penduduk lintang bujur heksagon_q heksagon_r"
    return tuple(
        Wilayah(
            kode=row.text("wilayah_kode"),
            tingkat=row.one_of("tingkat", TINGKAT),
            nama=row.text("wilayah_nama"),
            kecamatan_kode=row.maybe("kecamatan_kode", str, "kode"),
            bps_kode=row.maybe("bps_kode", str, "kode"),
            n_penduduk=row.maybe("n_penduduk", int, "bilangan bulat"),
            lintang=row.maybe("lintang", float, "derajat"),
            bujur=row.maybe("bujur", float, "derajat"),
            heksagon=(row.whole("heksagon_q"), row.whole("heksagon_r")) if row.cells["heksagon_q"] else None,
        )
        for row in read(folder, "wilayah", columns)
    )


@cache
def wilayah_alias(folder: Path = REFERENCE) -> tuple[WilayahAlias, ...]:
    """Spellings of places met in real files, beside the official names."""
    return tuple(
        WilayahAlias(
            alias=row.text("alias"),
            wilayah_kode=row.text("wilayah_kode"),
            tingkat=row.one_of("tingkat", TINGKAT),
            otomatis=row.flag("otomatis"),
            catatan=row.cells["catatan"],
        )
        for row in read(folder, "wilayah_alias", "alias wilayah_kode tingkat otomatis sumber catatan")
    )


@cache
def batas_kelurahan(folder: Path = REFERENCE) -> frozenset[tuple[str, str]]:
    """Pairs of kelurahan codes, smaller first, that share a border on the ground."""
    rows = read(folder, "batas_kelurahan", "kelurahan_a kelurahan_b")
    return frozenset((row.text("kelurahan_a"), row.text("kelurahan_b")) for row in rows)
