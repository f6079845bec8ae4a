"""The map: for every kelurahan what is known of it, and by whom it was collected."""

from __future__ import annotations

from dataclasses import dataclass, replace

from skm_core import registry
from skm_core.results import rounds
from skm_core.results.measured import Measured, measure
from skm_core.results.rounds import Susunan
from skm_core.store import Store
from skm_core.terms import Pilihan, Wilayah


@dataclass(frozen=True, slots=True)
class Petak:
    """One kelurahan: its own (self-collected) figure and the city's sample of it; either may be missing.

    `tampil` is the figure that colours the map: its own, so that all kelurahan are compared by the same kind of data,
    and the city's only where nothing of its own came in, or where the reader asked for the city's.
    """

    wilayah: Wilayah
    kecamatan: Wilayah
    sendiri: Measured | None
    kota: Measured | None
    tampil: Measured | None

    @property
    def sumber(self) -> str:
        """'kota' where the city sampled, 'kelurahan' where only self-collected data exist, 'kosong' where none."""
        return "kota" if self.kota else "kelurahan" if self.sendiri else "kosong"


@dataclass(frozen=True, slots=True)
class Peta:
    """The 56 kelurahan (or those of one kecamatan) in code order, and the kecamatan figures that count."""

    susunan: Susunan
    petak: tuple[Petak, ...]
    kecamatan: tuple[tuple[Wilayah, Measured | None], ...]


def peta(store: Store, pilihan: Pilihan) -> Peta | None:
    """The map of the selection's one periode, or None if it holds no questionnaire. Both kinds of data stay apart."""
    (kode,) = pilihan.periode
    here = rounds.speaking(rounds.composition(store, pilihan), pilihan).get(kode)
    if here is None:
        return None
    places = registry.wilayah(store)
    figures = {
        (figure.kelurahan, figure.pengumpul): figure for figure in measure(store, pilihan, ["kelurahan"], unsur=False)
    }
    spoken = replace(pilihan, pengumpul=here.pengumpul)
    by_kecamatan = {figure.kecamatan: figure for figure in measure(store, spoken, ["kecamatan"], unsur=False)}
    chosen = [place for place in places.values() if place.kode.startswith(pilihan.wilayah or "")]
    petak = []
    for place in chosen:
        if place.tingkat != "kelurahan" or place.kecamatan_kode is None:
            continue
        own, city = figures.get((place.kode, "kelurahan")), figures.get((place.kode, "kota"))
        petak.append(Petak(place, places[place.kecamatan_kode], own, city, own or city))
    return Peta(
        susunan=here,
        petak=tuple(petak),
        kecamatan=tuple((place, by_kecamatan.get(place.kode)) for place in chosen if place.tingkat == "kecamatan"),
    )
