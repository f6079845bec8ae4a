"""What the shown store knows and where it has data: the lists behind the filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skm_core import queries, registry
from skm_core.store import Store
from skm_core.terms import Layanan, Periode, Wilayah


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Names by key, and every (periode, layanan, wilayah, pengumpul) that holds questionnaires."""

    periode: Mapping[str, Periode]
    layanan: Mapping[str, Layanan]
    wilayah: Mapping[str, Wilayah]
    ada: tuple[tuple[str, str, str, str], ...]

    def periode_ada(self) -> list[str]:
        """Codes of the periode with data, newest first."""
        present = {row[0] for row in self.ada}
        return [kode for kode in reversed(list(self.periode)) if kode in present]

    def layanan_ada(self, periode: str | None) -> list[str]:
        """Codes of the layanan with data in a periode (None = in any), in the order they are always shown."""
        present = {row[1] for row in self.ada if periode in (None, row[0])}
        return [kode for kode in self.layanan if kode in present]

    def kecamatan(self) -> list[str]:
        """Codes of all kecamatan."""
        return [kode for kode, place in self.wilayah.items() if place.tingkat == "kecamatan"]

    def kelurahan(self, kecamatan: str | None) -> list[str]:
        """Codes of the kelurahan of a kecamatan in code order, or of the whole city by name."""
        found = [
            place
            for place in self.wilayah.values()
            if place.tingkat == "kelurahan" and kecamatan in (None, place.kecamatan_kode)
        ]
        return [place.kode for place in (found if kecamatan else sorted(found, key=lambda place: place.nama))]

    def pengumpul(self, periode: str | None, layanan: str | None, wilayah: str | None) -> set[str]:
        """Which kinds of data a selection holds (None = everything)."""
        return {
            row[3]
            for row in self.ada
            if periode in (None, row[0]) and layanan in (None, row[1]) and row[2].startswith(wilayah or "")
        }


def catalogue(store: Store) -> Catalogue:
    """Read the catalogue of a store: three small tables and one pass over the questionnaires."""
    return Catalogue(
        periode=registry.periode(store),
        layanan=registry.layanan(store),
        wilayah=registry.wilayah(store),
        ada=tuple(tuple(row.values()) for row in queries.rows(store, "ketersediaan")),
    )
