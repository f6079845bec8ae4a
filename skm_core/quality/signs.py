"""Signs of careless or made-up questionnaires, kelurahan against kelurahan. Signs flag; they never delete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from skm_core import queries
from skm_core.quality.flagged import TANDA_KUESIONER, recorded
from skm_core.quality.funnel import MIN_TEMPAT, Bagian, Corong, judge
from skm_core.scoring import selection
from skm_core.store import Store
from skm_core.terms import SEMUA, Pilihan


@dataclass(frozen=True, slots=True)
class Tanda:
    """One sign in words. dasar: what its share is taken of; hitungan: the end of "26 dari 40 …"; tanya: what to do."""

    kunci: str
    dasar: str
    nama: str
    penjelasan: str
    hitungan: str
    tanya: str


TANDA = {
    tanda.kunci: tanda
    for tanda in (
        Tanda(
            "seragam",
            "n_kuesioner",
            "Semua jawaban sama",
            "Semua butir dijawab dengan nilai yang sama; mungkin diisi tanpa dibaca.",
            "kuesioner dijawab sama di semua butir",
            "Tanyakan pada petugas apakah warga mengisi sendiri dan sempat membaca setiap pertanyaan.",
        ),
        Tanda(
            "runtun_panjang",
            "n_kuesioner",
            "Jawaban sama berturut-turut",
            "Dua pertiga butir atau lebih dijawab sama berturut-turut.",
            "kuesioner dijawab sama di dua pertiga butir atau lebih, berturut-turut",
            "Lihat beberapa kuesioner aslinya, dan tanyakan pada petugas bagaimana kuesioner itu diisi.",
        ),
        Tanda(
            "identik",
            "n_dikenali",
            "Kuesioner kembar",
            "Jawaban dan keterangan orangnya sama persis dengan kuesioner lain dalam berkas yang sama.",
            "kuesioner sama persis dengan kuesioner lain dalam berkas yang sama, termasuk keterangan orangnya",
            "Periksa apakah baris tersalin dua kali; cocokkan dengan kuesioner aslinya.",
        ),
        Tanda(
            "pola_berulang",
            "n_kuesioner",
            "Pola jawaban berulang",
            "Susunan jawaban yang sama dipakai tiga kuesioner atau lebih, dan paling sedikit sepersepuluh, dari satu "
            "layanan di satu tempat dalam satu berkas.",
            "kuesioner memakai susunan jawaban yang berulang",
            "Tanyakan pada petugas entri dari mana susunan jawaban itu; cocokkan dengan kuesioner aslinya.",
        ),
        Tanda(
            "ada_kosong",
            "n_kuesioner",
            "Butir kosong",
            "Satu butir atau lebih tidak dijawab.",
            "kuesioner mempunyai butir yang tidak dijawab",
            "Tanyakan pada petugas butir mana yang sulit dipahami atau terlewat.",
        ),
        Tanda(
            "di_luar_tanggal",
            "n_bertanggal",
            "Tanggal mustahil",
            "Tanggal pengisian di luar periode, atau sesudah berkasnya diunggah.",
            "kuesioner bertanggal di luar periode atau sesudah berkasnya diunggah",
            "Periksa kolom tanggal di berkas, dan periode yang dipilih ketika mengunggah.",
        ),
        Tanda(
            "hari_terpadat",
            "n_tanggal",
            "Menumpuk di satu hari",
            "Bagian responden yang mengisi pada hari yang paling padat.",
            "responden mengisi pada hari yang sama",
            "Tanyakan pada petugas apakah ada kegiatan pada hari itu, atau kuesioner diisi sekaligus.",
        ),
        Tanda(
            "usia_bulat",
            "n_usia",
            "Usia dibulatkan",
            "Usia kelipatan lima, dari responden berusia 23 sampai 62 tahun; mungkin ditaksir, bukan ditanyakan.",
            "responden berusia 23–62 tahun tercatat berusia kelipatan lima",
            "Tanyakan pada petugas apakah usia ditanyakan atau ditaksir.",
        ),
    )
}
"""Every sign, by key."""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One sign in one place: x of n (questionnaires or people), which are of so many people.

    z: standard errors above the usual places; batas: the share (0..1) beyond which a place of this size is flagged.
    x_lain of n_lain: the same in the other usual places together. menonjol: flagged. hari: the day it speaks of.
    """

    pengumpul: str
    kelurahan: str
    tanda: Tanda
    x: int
    n: int
    orang: int
    z: float
    batas: float
    x_lain: int
    n_lain: int
    menonjol: bool
    hari: date | None = None


@dataclass(frozen=True, slots=True)
class Sebaran:
    """One sign over all places of one pengumpul and level (kelurahan, or who is judged at that level)."""

    pengumpul: str
    tingkat: str
    tanda: Tanda
    corong: Corong
    temuan: tuple[Temuan, ...]

    @property
    def dapat_dibandingkan(self) -> bool:
        """Enough usual places to judge one by the others."""
        return self.corong.n_tempat >= MIN_TEMPAT


def inspect(store: Store, pilihan: Pilihan = SEMUA) -> tuple[Sebaran, ...]:
    """Every sign of a selection; each pengumpul and level of place apart, a place judged by the usual others.

    Signs without a base (no dates, no ages) are left out. Places in code order.
    """
    people = queries.rows(store, "mutu_data_orang", **selection(pilihan), hanya_lengkap=pilihan.hanya_lengkap)
    counted = _forms(store, pilihan)
    kinds = sorted({(row["pengumpul"], row["tingkat"]) for row in people})
    found = []
    for pengumpul, tingkat in kinds:
        rows = [
            row | counted[row["pengumpul"], row["kelurahan"]]
            for row in people
            if (row["pengumpul"], row["tingkat"]) == (pengumpul, tingkat)
        ]
        for tanda in TANDA.values():
            based = [row for row in rows if row[tanda.dasar]]
            if based:
                found.append(_spread(pengumpul, tingkat, tanda, based))
    return tuple(found)


def standing_out(found: Sequence[Sebaran]) -> tuple[Temuan, ...]:
    """Every flagged sign, worst first."""
    flagged = [one for sebaran in found for one in sebaran.temuan if one.menonjol]
    return tuple(sorted(flagged, key=lambda one: (-one.z, one.kelurahan, one.tanda.kunci)))


def _spread(pengumpul: str, tingkat: str, tanda: Tanda, rows: Sequence[Mapping[str, Any]]) -> Sebaran:
    of_people = tanda.kunci not in TANDA_KUESIONER
    parts = [
        Bagian(
            row[tanda.kunci], row[tanda.dasar], row[tanda.dasar] if of_people else min(row["n_orang"], row[tanda.dasar])
        )
        for row in rows
    ]
    usual, out = judge(parts)
    found = []
    for number, (row, one) in enumerate(zip(rows, parts, strict=True)):
        flagged = number in out
        found.append(
            Temuan(
                pengumpul=pengumpul,
                kelurahan=row["kelurahan"],
                tanda=tanda,
                x=one.x,
                n=one.n,
                orang=one.orang,
                z=usual.z(one),
                batas=usual.batas_atas(one.orang),
                x_lain=usual.x - (0 if flagged else one.x),
                n_lain=usual.n - (0 if flagged else one.n),
                menonjol=flagged,
                hari=row["tanggal_terpadat"] if tanda.kunci == "hari_terpadat" else None,
            )
        )
    return Sebaran(pengumpul, tingkat, tanda, usual, tuple(found))


def _forms(store: Store, pilihan: Pilihan) -> dict[tuple[str, str], dict[str, int]]:
    """Questionnaires per pengumpul and place, and how many carry each sign."""
    known = recorded(store, pilihan.periode)
    cells: dict[tuple[str, str], list[int]] = {}
    for cell in np.flatnonzero(known.dalam(pilihan)).tolist():
        _, pengumpul, _, place, _ = known.sel[cell]
        cells.setdefault((pengumpul, place), []).append(cell)
    n = known.jumlah["n_kuesioner"]
    return {
        key: {name: int(values[inside].sum()) for name, values in known.jumlah.items()}
        | {name: int(n[inside][carried[inside]].sum()) for name, carried in known.tanda.items()}
        for key, inside in cells.items()
    }
