"""Finds the place a row speaks of, from kelurahan, kecamatan and code together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from skm_core.intake.vocabulary import Vocabulary
from skm_core.intake.wording import is_blank, words

KOTA, KECAMATAN, KELURAHAN = "kota", "kecamatan", "kelurahan"
_PREFIX = re.compile(r"^(kelurahan|kel|kecamatan|kec|desa) ")


@dataclass(frozen=True, slots=True)
class Place:
    """A place found (`kode`), or why not: finding code, and the columns and cells concerned."""

    kode: str | None = None
    masalah: str | None = None
    kolom: str = ""
    nilai: str = ""
    kolom_lain: str = ""
    nilai_lain: str = ""


@dataclass(slots=True)
class Gazetteer:
    """Names and codes of one store's places, for lookup."""

    kode: dict[str, str] = field(default_factory=dict)
    nama: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    """(tingkat, name) → codes."""
    ragu: set[tuple[str, str]] = field(default_factory=set)
    """(tingkat, spelling) that a person must decide."""

    def codes(self, tingkat: str, cell: str) -> set[str]:
        """Codes of that level a cell can mean by code, official name or unambiguous spelling."""
        digits = re.sub(r"[.\s]", "", cell)
        if digits.isdecimal() and (found := self.kode.get(digits)):
            return {found}
        name = words(cell)
        return self.nama.get((tingkat, _tight(_PREFIX.sub("", name) if " " in name else name)), set())


def _tight(name: str) -> str:
    return name.replace(" ", "")


def gazetteer(vocabulary: Vocabulary) -> Gazetteer:
    """Lookup tables: codes with and without dots, BPS codes, names without regard to case and spaces, spellings."""
    found = Gazetteer()
    for place in vocabulary.wilayah.values():
        found.kode[re.sub(r"\D", "", place.kode)] = place.kode
        found.nama.setdefault((place.tingkat, _tight(words(place.nama))), set()).add(place.kode)
    for place in vocabulary.wilayah.values():
        if place.bps_kode:
            found.kode.setdefault(place.bps_kode, place.kode)
    for alias in vocabulary.wilayah_alias:
        key = (alias.tingkat, _tight(words(alias.alias)))
        if key in found.nama:
            continue  # an official name but for its spaces: nothing to decide at its own level
        if alias.otomatis and alias.wilayah_kode in vocabulary.wilayah:
            found.nama.setdefault(key, set()).add(alias.wilayah_kode)
        else:
            found.ragu.add(key)
    return found


def find_place(places: Gazetteer, kelurahan: str | None, kecamatan: str | None, kode: str | None) -> Place:
    """The most exact place the cells name together; `kode` None without problem if all are blank.

    A name that is both a kecamatan and a kelurahan is read at the level of its column. Contradictions are problems.
    """
    cells = {"kode_kelurahan": kode, "kelurahan": kelurahan, "kecamatan": kecamatan}
    cells = {column: cell for column, cell in cells.items() if not is_blank(cell)}
    found: list[tuple[str, str, set[str]]] = []
    for column, cell in cells.items():
        assert cell is not None
        tingkat = KECAMATAN if column == "kecamatan" else KELURAHAN
        codes = places.codes(tingkat, cell)
        if column == "kelurahan" and not codes and (wide := _wider(places, cell)):
            codes = wide
        if not codes:
            ragu = (tingkat, _tight(words(cell))) in places.ragu
            return Place(
                masalah="WILAYAH_BERMAKNA_GANDA" if ragu else "WILAYAH_TIDAK_DIKENAL", kolom=column, nilai=cell
            )
        found.append((column, cell, codes))
    remaining: set[str] | None = None
    for column, cell, codes in found:
        if remaining is None:
            remaining = codes
            continue
        agreeing = {
            a if len(a) >= len(b) else b for a in remaining for b in codes if a.startswith(b) or b.startswith(a)
        }
        if not agreeing:
            first = found[0]
            return Place(
                masalah="WILAYAH_BERTENTANGAN", kolom=first[0], nilai=first[1], kolom_lain=column, nilai_lain=cell
            )
        remaining = agreeing
    if remaining and len(remaining) > 1:
        return Place(masalah="WILAYAH_BERMAKNA_GANDA", kolom=found[0][0], nilai=found[0][1])
    return Place(kode=next(iter(remaining)) if remaining else None)


def _wider(places: Gazetteer, cell: str) -> set[str]:
    """A cell of the kelurahan column that writes the city's name, or says "Kecamatan X" itself."""
    if city := places.nama.get((KOTA, _tight(words(cell)))):
        return city
    return places.codes(KECAMATAN, cell) if words(cell).startswith(("kec ", "kecamatan ")) else set()
