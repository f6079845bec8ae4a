"""Periode, layanan and places that the store does not know yet, and that come into being with the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from skm_core.intake.collected import Findings
from skm_core.intake.periods import new_periode
from skm_core.intake.wording import is_blank, plain, words
from skm_core.terms import Layanan, Periode, Wilayah

NO_PERIODE, NO_LAYANAN = "tanpa-periode", "tanpa_layanan"
_CITY = "31.73"


@dataclass(slots=True)
class AdHoc:
    """Collects what is new; every name becomes one row, whatever its case and spaces. Each is a warning."""

    aturan: str
    findings: Findings
    taken_layanan: frozenset[str] = frozenset()
    taken_periode: frozenset[str] = frozenset()
    periode: dict[str, Periode] = field(default_factory=dict)
    layanan: dict[str, Layanan] = field(default_factory=dict)
    wilayah: dict[str, Wilayah] = field(default_factory=dict)
    _names: dict[tuple[str, str], str] = field(default_factory=dict)

    def new_periode(self, cell: str) -> str:
        """Code of the new periode a cell names."""
        key = ("periode", words(cell))
        if key not in self._names:
            made = new_periode(cell, self.aturan)
            if made.kode not in self.periode and made.kode not in self.taken_periode:
                dates = f", {made.mulai:%d-%m-%Y} sampai {made.selesai:%d-%m-%Y}" if made.mulai and made.selesai else ""
                self.findings.add("PERIODE_BARU", nilai=made.kode, arti=made.nama + dates)
                self.periode[made.kode] = made
            self._names[key] = made.kode
        return self._names[key]

    def no_periode(self) -> str:
        """The periode of a file without any (only for scoring a lone file)."""
        self.periode.setdefault(
            NO_PERIODE, Periode(NO_PERIODE, "Tanpa periode", None, None, self.aturan, "tidak_acak", "buka")
        )
        return NO_PERIODE

    def no_layanan(self) -> str:
        """The layanan of a file without any (only for scoring a lone file)."""
        self.layanan.setdefault(
            NO_LAYANAN, Layanan(NO_LAYANAN, "Tanpa layanan", "Tanpa layanan", "layanan", 0, None, None, True)
        )
        return NO_LAYANAN

    def new_layanan(self, cell: str) -> str:
        """Key of the new layanan a cell names."""
        key = ("layanan", words(cell))
        if key not in self._names:
            base = re.sub(r"[^a-z0-9]+", "_", plain(cell)).strip("_")[:40] or "layanan"
            code, number = base, 2
            while code in self.layanan or code in self.taken_layanan:
                code, number = f"{base}_{number}", number + 1
            name = " ".join(cell.split())
            self.layanan[code] = Layanan(code, name, name, "layanan", 100 + len(self.layanan), None, None, True)
            self._names[key] = code
            self.findings.add("NAMA_BARU", apa="Layanan", nilai=cell)
        return self._names[key]

    def new_wilayah(self, kelurahan: str | None, kecamatan: str | None) -> str:
        """Code of the new place two cells name; a kelurahan without kecamatan stands under one without name."""
        above = self._place(_CITY, "kecamatan", "" if is_blank(kecamatan) else str(kecamatan), None)
        if is_blank(kelurahan):
            return above
        return self._place(above, "kelurahan", str(kelurahan), above)

    def _place(self, above: str, tingkat: str, cell: str, kecamatan_kode: str | None) -> str:
        key = (above, words(cell))
        if key not in self._names:
            n = sum(1 for place in self.wilayah.values() if place.tingkat == tingkat) + 1
            code = f"{above}.x{n:03d}"
            name = " ".join(cell.split()) or "(tanpa kecamatan)"
            self.wilayah[code] = Wilayah(code, tingkat, name, kecamatan_kode or code, None, None, None, None, None)
            self._names[key] = code
            if cell:
                self.findings.add("NAMA_BARU", apa=tingkat.capitalize(), nilai=cell)
        return self._names[key]
