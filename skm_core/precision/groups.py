"""Groups of cells: which cells a selection takes, which figure each belongs to, and where a group lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from skm_core import registry
from skm_core.precision.counts import Hitungan, Ints
from skm_core.terms import DIMENSI, Pilihan

GOLONGAN = "golongan"
DIMENSI_PRESISI = (*DIMENSI, GOLONGAN)
"""What precision can be broken down by; golongan only when the counts were loaded by a profile field."""


@dataclass(frozen=True, slots=True)
class Kelompok:
    """One group: its keys (None where not broken down), pengumpul, whether a panel, and where and when it lies."""

    periode: str | None
    layanan: str | None
    kecamatan: str | None
    kelurahan: str | None
    golongan: str | None
    pengumpul: str
    panel: bool
    wilayah: str
    """Code prefix of the place: of a kelurahan, a kecamatan, or "" for all."""
    dalam: tuple[str, ...]
    """Codes of the periode it takes questionnaires from."""

    @property
    def satu_kelurahan(self) -> bool:
        """The group lies in one kelurahan."""
        return self.wilayah.count(".") == 3

    @property
    def satu_kecamatan(self) -> bool:
        """The group lies in one kecamatan, in more than one kelurahan."""
        return self.wilayah.count(".") == 2

    @property
    def klaster(self) -> bool:
        """Drawn kelurahan are the primary units; otherwise respondents are."""
        return self.pengumpul == "kota" and not self.satu_kelurahan


def group(h: Hitungan, pilihan: Pilihan, menurut: Sequence[str]) -> tuple[list[Kelompok], Ints, Ints]:
    """Groups in code order, the cells of the selection, and the group of each cell.

    What the city collected, what a kelurahan collected, and a panel are never pooled. Raises UnknownKeyError for a
    dimension that does not exist.
    """
    for name in menurut:
        registry.require("Rincian", name, DIMENSI_PRESISI)
    sel = np.flatnonzero(_taken(h, pilihan))
    panel = np.array([h.periode[kode].panel for kode in h.nama["periode"]], dtype=np.int64)
    columns = [h.kode[name][sel] if name in menurut else np.full(len(sel), -1) for name in DIMENSI_PRESISI]
    columns += [h.kode["pengumpul"][sel], panel[h.kode["periode"][sel]] if len(sel) else sel]
    keys, kelompok = np.unique(np.stack(columns, axis=1), axis=0, return_inverse=True)
    kelompok = kelompok.reshape(-1).astype(np.int64)
    periods = np.zeros((len(keys), len(h.nama["periode"])), dtype=bool)
    periods[kelompok, h.kode["periode"][sel]] = True
    found = []
    for row, present in zip(keys.tolist(), periods, strict=True):
        names = [h.nama[name][code] if code >= 0 else None for name, code in zip(DIMENSI_PRESISI, row, strict=False)]
        found.append(
            Kelompok(
                periode=names[0],
                layanan=names[1],
                kecamatan=names[2],
                kelurahan=names[3],
                golongan=names[4],
                pengumpul=h.nama["pengumpul"][row[-2]],
                panel=bool(row[-1]),
                wilayah=max((code for code in (names[3], names[2], pilihan.wilayah) if code), key=len, default=""),
                dalam=tuple(h.nama["periode"][code] for code in np.flatnonzero(present)),
            )
        )
    return found, sel, kelompok


def _taken(h: Hitungan, pilihan: Pilihan) -> npt.NDArray[np.bool_]:
    """Which cells the selection takes."""
    taken = np.ones(len(h.n), dtype=bool)
    for key, wanted in (("periode", pilihan.periode), ("layanan", pilihan.layanan)):
        if wanted:
            taken &= np.array([name in wanted for name in h.nama[key]], dtype=bool)[h.kode[key]]
    if pilihan.pengumpul:
        taken &= np.array([name == pilihan.pengumpul for name in h.nama["pengumpul"]], dtype=bool)[h.kode["pengumpul"]]
    if pilihan.wilayah:
        taken &= np.array([name.startswith(pilihan.wilayah) for name in h.nama["kelurahan"]], dtype=bool)[
            h.kode["kelurahan"]
        ]
    return taken


def units_of(h: Hitungan, groups: Sequence[Kelompok]) -> list[Ints]:
    """Per group the units of the design in its place, periode and pengumpul, whether or not it has data in them."""
    known: dict[tuple[str, str, tuple[str, ...]], Ints] = {}
    for one in groups:
        key = (one.pengumpul, one.wilayah, one.dalam)
        if key not in known:
            periods = np.array([name in one.dalam for name in h.nama["periode"]], dtype=bool)
            places = np.array([name.startswith(one.wilayah) for name in h.nama["kelurahan"]], dtype=bool)
            mine = h.psu_pengumpul == h.nama["pengumpul"].index(one.pengumpul)
            known[key] = np.flatnonzero(periods[h.psu_periode] & places[h.psu_kelurahan] & mine)
    return [known[one.pengumpul, one.wilayah, one.dalam] for one in groups]
