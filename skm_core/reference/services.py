"""What is surveyed and when: layanan and their spellings, periode, settings of the agency."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType

from skm_core.reference.rows import REFERENCE, read
from skm_core.terms import Layanan, Periode


@cache
def layanan(folder: Path = REFERENCE) -> tuple[Layanan, ...]:
    """The six services, then the three officials judged in March 2019."""
    columns = "layanan_kode layanan_nama kepanjangan jenis urutan n_pengguna target_ikm aktif"
    return tuple(
        Layanan(
            kode=row.text("layanan_kode"),
            nama=row.text("layanan_nama"),
            kepanjangan=row.text("kepanjangan"),
            jenis=row.one_of("jenis", ("layanan", "pejabat")),
            urutan=row.whole("urutan"),
            n_pengguna=row.maybe("n_pengguna", int, "bilangan bulat"),
            target_ikm=row.maybe("target_ikm", Decimal, "bilangan 25 sampai 100"),
            aktif=row.flag("aktif"),
        )
        for row in read(folder, "layanan", columns)
    )


@cache
def layanan_alias(folder: Path = REFERENCE) -> Mapping[str, str]:
    """Spelling → layanan key, as staff write it."""
    rows = read(folder, "layanan_alias", "alias layanan_kode")
    return MappingProxyType({row.text("alias"): row.text("layanan_kode") for row in rows})


@cache
def periode(folder: Path = REFERENCE) -> tuple[Periode, ...]:
    """The survey rounds a new store begins with."""
    columns = "periode_kode periode_nama mulai selesai aturan cara_pemilihan status"
    return tuple(
        Periode(
            kode=row.text("periode_kode"),
            nama=row.text("periode_nama"),
            mulai=row.maybe("mulai", date.fromisoformat, "tanggal TTTT-BB-HH"),
            selesai=row.maybe("selesai", date.fromisoformat, "tanggal TTTT-BB-HH"),
            aturan=row.text("aturan"),
            cara_pemilihan=row.one_of("cara_pemilihan", ("acak", "tidak_acak", "panel_tertutup")),
            status=row.one_of("status", ("buka", "tutup")),
        )
        for row in read(folder, "periode", columns)
    )


@cache
def pengaturan(folder: Path = REFERENCE) -> Mapping[str, str]:
    """Setting → first value; empty where the agency has to fill it in."""
    rows = read(folder, "pengaturan", "kunci nilai")
    return MappingProxyType({row.text("kunci"): row.cells["nilai"] for row in rows})
