"""What a document is about: the city, one layanan, one kecamatan or one kelurahan, in one periode."""

from __future__ import annotations

from dataclasses import dataclass

from skm_core import registry
from skm_core.errors import UnknownKeyError
from skm_core.store import Store
from skm_core.terms import Pilihan

KOTA, LAYANAN, KECAMATAN, KELURAHAN = "kota", "layanan", "kecamatan", "kelurahan"
JENIS = (KOTA, LAYANAN, KECAMATAN, KELURAHAN)
NAMA_KOTA = "Jakarta Barat"
SURVEI = {"kota": "sampel-kota", "kelurahan": "survei-kelurahan"}
"""Whose survey it is, in the name of a file."""


@dataclass(frozen=True, slots=True)
class Scope:
    """One periode and what of it. kode: key of the layanan or Kemendagri code; "" for the city.

    pengumpul None leaves the choice to the rule (`Pilihan.didahulukan`), as on the screens.
    """

    jenis: str
    kode: str
    periode: str
    pengumpul: str | None = None

    @property
    def lingkup(self) -> str:
        """Kind and code as typed and stored: "kota", "layanan:posyandu", "kelurahan:31.73.01.1005"."""
        return f"{self.jenis}:{self.kode}" if self.kode else self.jenis

    @property
    def berkas(self) -> str:
        """The scope in the name of a file: "2019-q2-kota", "2019-q2-posyandu-survei-kelurahan".

        Who collected is said where it is not what the name leads one to expect: the city's sample, or of a kelurahan
        its own survey.
        """
        parts = (self.periode, self.kode or self.jenis, whose(self.jenis, self.pengumpul))
        return "-".join(part.replace("_", "-") for part in parts if part)

    @property
    def pilihan(self) -> Pilihan:
        """The questionnaires of the scope."""
        return Pilihan(
            periode=(self.periode,),
            layanan=(self.kode,) if self.jenis == LAYANAN else (),
            wilayah=self.kode if self.jenis in (KECAMATAN, KELURAHAN) else None,
            pengumpul=self.pengumpul,
        )


def whose(jenis: str, pengumpul: str | None) -> str:
    """Whose survey, in the name of a file: "survei-kelurahan", "sampel-kota"; "" where it is the one to be expected."""
    usual = KELURAHAN if jenis == KELURAHAN else KOTA
    return "" if pengumpul in (None, usual) else SURVEI[pengumpul]


def scope(store: Store, lingkup: str, periode: str, pengumpul: str | None = None) -> Scope:
    """The scope that words name: "kota", "layanan:posyandu", "posyandu", "kecamatan:31.73.01" or just the code.

    Raises UnknownKeyError for a periode, layanan or place that does not exist, or another kind.
    """
    registry.require("Periode", periode, registry.periode(store))
    jenis, _, kode = lingkup.partition(":")
    if lingkup == KOTA:
        return Scope(KOTA, "", periode, pengumpul)
    services, places = registry.layanan(store), registry.wilayah(store)
    if not kode:
        kode = jenis
        jenis = LAYANAN if kode in services else places[kode].tingkat if kode in places else ""
    if jenis == LAYANAN:
        registry.require("Layanan", kode, services)
    elif jenis in (KECAMATAN, KELURAHAN):
        registry.require(jenis.capitalize(), kode, [one.kode for one in places.values() if one.tingkat == jenis])
    else:
        raise UnknownKeyError(
            f'Lingkup "{lingkup}" tidak dikenal. Tulis kota, kunci layanan seperti posyandu, '
            "atau kode kecamatan atau kelurahan seperti 31.73.01.1005."
        )
    return Scope(jenis, kode, periode, pengumpul)


def name(store: Store, what: Scope) -> str:
    """The scope in words: "Jakarta Barat", "Posyandu", "Kecamatan Tambora", "Kelurahan Tambora"."""
    if what.jenis == KOTA:
        return NAMA_KOTA
    if what.jenis == LAYANAN:
        return registry.layanan(store)[what.kode].nama
    return f"{what.jenis.capitalize()} {registry.wilayah(store)[what.kode].nama}"
