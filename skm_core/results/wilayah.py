"""The map: for every kelurahan what is known of it, and by whom it was collected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from skm_core import compare, registry
from skm_core.compare import Peringkat, Selisih
from skm_core.results import rounds
from skm_core.results.measured import Measured, MeasuredUnsur, measure
from skm_core.results.ringkasan import weakest_unsur
from skm_core.results.rounds import Susunan
from skm_core.results.showing import lowest_first
from skm_core.store import Store
from skm_core.terms import PENGUMPUL, Pilihan, Wilayah


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
    """The 56 kelurahan (or those of one kecamatan) in code order, and the kecamatan figures that count.

    urutan: kecamatan as far as they can be told apart; urutan_kelurahan: per kecamatan the kelurahan by own data.
    sendiri: each kelurahan's own figure against all of them together. banding: its own less the city's sample of it.
    Both by kelurahan code, each one family.
    """

    susunan: Susunan
    petak: tuple[Petak, ...]
    kecamatan: tuple[tuple[Wilayah, Measured | None], ...]
    urutan: tuple[Peringkat, ...]
    urutan_kelurahan: Mapping[str, tuple[Peringkat, ...]]
    sendiri: Mapping[str, Selisih]
    banding: Mapping[str, Selisih]


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
    alone = replace(pilihan, pengumpul="kelurahan")
    has_own = any(item.sendiri for item in petak) and not here.periode.panel
    inside = {place.kecamatan_kode for place in chosen if place.tingkat == "kelurahan" and place.kecamatan_kode}
    return Peta(
        susunan=here,
        petak=tuple(petak),
        kecamatan=tuple((place, by_kecamatan.get(place.kode)) for place in chosen if place.tingkat == "kecamatan"),
        urutan=compare.ranking(store, spoken, "kecamatan"),
        urutan_kelurahan={
            kode: compare.ranking(store, replace(alone, wilayah=kode), "kelurahan") for kode in sorted(inside)
        },
        sendiri=_by_place(compare.against_whole(store, alone, ["kelurahan"])) if has_own else {},
        banding=_by_place(compare.against_city(store, replace(pilihan, pengumpul=None), ["kelurahan"])),
    )


def _by_place(found: Iterable[Selisih]) -> Mapping[str, Selisih]:
    return {str(one.ke.kelurahan): one for one in found}


@dataclass(frozen=True, slots=True)
class Rincian:
    """One kelurahan with the NRR of its unsur: the figure that colours it, and the unsur that may be its lowest."""

    score: Measured
    unsur: tuple[MeasuredUnsur, ...]
    terendah: tuple[str, ...]


def rincian(store: Store, pilihan: Pilihan) -> Rincian | None:
    """The unsur of the one kelurahan in the selection, weakest first, by its own data first; None if it has none."""
    for pengumpul in (pilihan.pengumpul,) if pilihan.pengumpul else PENGUMPUL[::-1]:
        spoken = replace(pilihan, pengumpul=pengumpul)
        for figure in measure(store, spoken):
            answered = (part for part in figure.unsur if part.nrr is not None)
            return Rincian(
                figure, tuple(lowest_first(answered, lambda part: part)), weakest_unsur(store, spoken, figure)
            )
    return None
