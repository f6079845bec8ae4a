"""What precision is computed from: counts and sums per cell, and the primary units (PSU) of the design."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from skm_core import counting, queries, registry
from skm_core.counting import MAX_BUTIR
from skm_core.store import Store
from skm_core.terms import Instrumen, Periode

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

PROFIL = ("jenis_kelamin", "usia", "pendidikan", "pekerjaan")
"""Profile fields that a figure can be broken down by (usia in bands of ten years)."""

KUNCI = ("periode", "pengumpul", "layanan", "kelurahan", "kecamatan", "golongan", "bagian")
"""Keys of a cell. bagian = rule set and instrumen, within which an NRR may be computed."""


@dataclass(frozen=True, eq=False, slots=True)
class Hitungan:
    """Counts of all periode as arrays, one row per cell (KUNCI); cost no longer depends on respondents.

    `kode[k]` gives per row the place of its key in `nama[k]`. `n_jawaban`, `jumlah_nilai`: cell × column b1..b20.
    `psu` is per cell the row of the unit tables: one unit per periode, pengumpul and kelurahan with any questionnaire,
    whatever the layanan, because the design does not shrink with the question asked.
    """

    nama: Mapping[str, list[str]]
    kode: Mapping[str, Ints]
    bagian: tuple[tuple[str, Instrumen], ...]
    n: Floats
    n_jawaban: Floats
    jumlah_nilai: Floats
    psu: Ints
    psu_periode: Ints
    psu_pengumpul: Ints
    psu_kelurahan: Ints
    psu_stratum: Ints
    """Stratum of each unit when kelurahan are drawn: one per periode, pengumpul, kecamatan and level of place."""
    psu_penduduk: Floats
    psu_n: Floats
    psu_responden: Floats
    n_kelurahan: Floats
    """Number of kelurahan in the kecamatan of each unit, N_h; 0 for a unit that is no kelurahan."""
    periode: Mapping[str, Periode]
    profil: str | None
    hanya_lengkap: bool

    @property
    def lebar(self) -> int:
        """How many of the columns b1..b20 any counted item uses."""
        used = [int(item.kolom[1:]) for _, one in self.bagian for item in one.butir if item.peran != "tambahan"]
        return max(used, default=1)

    def kinds(self) -> list[tuple[str, str]]:
        """Periode and pengumpul that hold questionnaires, in code order."""
        pairs = np.unique(np.stack([self.kode["periode"], self.kode["pengumpul"]], axis=1), axis=0).tolist()
        return [(self.nama["periode"][periode], self.nama["pengumpul"][who]) for periode, who in pairs]


def load(store: Store, *, hanya_lengkap: bool = False, profil: str | None = None) -> Hitungan:
    """Counts of everything, once per data version; by the groups of a profile field if one is named.

    A selection is applied later: weights, units and degrees of freedom belong to the whole design. Raises
    UnknownKeyError for a profile field that does not exist.
    """
    if profil is not None:
        registry.require("Profil", profil, PROFIL)
    return store.once(f"presisi {hanya_lengkap} {profil}", lambda: _load(store, hanya_lengkap, profil))


def _load(store: Store, hanya_lengkap: bool, profil: str | None) -> Hitungan:
    known, instrumen, places = registry.periode(store), registry.instrumen(store), registry.wilayah(store)
    cells = (
        _by_profile(store, hanya_lengkap, profil)
        if profil
        else _plain(counting.counts(store, hanya_lengkap=hanya_lengkap))
    )
    units = queries.rows(store, "presisi_rancangan")
    for row in (*cells, *units):
        row["kecamatan"] = places[row["kelurahan"]].kecamatan_kode or row["kelurahan"]
    for cell in cells:
        cell["bagian"] = (known[cell["periode"]].aturan, cell["instrumen"])
    nama: dict[str, list[Any]] = {key: sorted({row[key] for row in (*cells, *units) if key in row}) for key in KUNCI}
    kode = {key: {name: place for place, name in enumerate(nama[key])} for key in KUNCI}

    def codes(rows: Sequence[Mapping[str, Any]], key: str) -> Ints:
        return np.array([kode[key][row[key]] for row in rows], dtype=np.int64)

    def numbers(rows: Sequence[Mapping[str, Any]], key: str) -> Floats:
        return np.array([row[key] for row in rows], dtype=np.float64)

    def table(key: str) -> Floats:
        return np.array([cell[key] for cell in cells], dtype=np.float64).reshape(len(cells), MAX_BUTIR)

    place = {(unit["periode"], unit["pengumpul"], unit["kelurahan"]): row for row, unit in enumerate(units)}
    stratum: dict[tuple[str, ...], int] = {}
    level = [places[unit["kelurahan"]].tingkat for unit in units]  # a camat is judged in a kecamatan: another stratum
    strata = [
        (unit["periode"], unit["pengumpul"], unit["kecamatan"], at) for unit, at in zip(units, level, strict=True)
    ]
    inside = Counter(one.kecamatan_kode for one in places.values() if one.tingkat == "kelurahan")
    existing = [inside[unit["kecamatan"]] * (at == "kelurahan") for unit, at in zip(units, level, strict=True)]
    return Hitungan(
        nama=nama,
        kode={key: codes(cells, key) for key in KUNCI},
        bagian=tuple((aturan, instrumen[name]) for aturan, name in nama["bagian"]),
        n=numbers(cells, "n_kuesioner"),
        n_jawaban=table("n_jawaban"),
        jumlah_nilai=table("jumlah_nilai"),
        psu=np.array([place[cell["periode"], cell["pengumpul"], cell["kelurahan"]] for cell in cells], dtype=np.int64),
        psu_periode=codes(units, "periode"),
        psu_pengumpul=codes(units, "pengumpul"),
        psu_kelurahan=codes(units, "kelurahan"),
        psu_stratum=np.array([stratum.setdefault(key, len(stratum)) for key in strata], dtype=np.int64),
        psu_penduduk=np.array([places[unit["kelurahan"]].n_penduduk or 0 for unit in units], dtype=np.float64),
        psu_n=numbers(units, "n_kuesioner"),
        psu_responden=numbers(units, "n_responden"),
        n_kelurahan=np.array(existing, dtype=np.float64),
        periode=known,
        profil=profil,
        hanya_lengkap=hanya_lengkap,
    )


def _plain(known: counting.Counts) -> list[dict[str, Any]]:
    """Cells of the counts that the scores rest on, as rows."""
    keys = {"periode": "periode", "pengumpul": "pengumpul", "layanan": "layanan", "kelurahan": "wilayah"}
    keys["instrumen"] = "instrumen"
    named = {key: [known.nama[source][code] for code in known.kode[source]] for key, source in keys.items()}
    return [
        {key: named[key][row] for key in keys}
        | {
            "golongan": "",
            "n_kuesioner": known.n_kuesioner[row],
            "n_jawaban": known.n_jawaban[row],
            "jumlah_nilai": known.jumlah_nilai[row],
        }
        for row in range(len(known.n_kuesioner))
    ]


def _by_profile(store: Store, hanya_lengkap: bool, profil: str) -> list[dict[str, Any]]:
    """Cells split by the groups of a profile field; questionnaires without it are left out."""
    return queries.rows(store, "presisi_hitung_profil", profil=profil, hanya_lengkap=hanya_lengkap)
