"""Data quality of one periode: where a sign stands out, the index with and without flagged forms, reliability."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from skm_core import quality, registry
from skm_core.quality import TANDA, TANDA_KUESIONER, Keandalan, Sebaran, Tanda, Temuan
from skm_core.results.flagged import Pasangan, beside, with_and_without
from skm_core.results.wording import kata, listed
from skm_core.rules import share_pct
from skm_core.store import Store
from skm_core.terms import Instrumen, Layanan, Periode, Pilihan, Unsur, Wilayah
from skm_core.writing import angka, tanggal

SEBUT = 3
"""Names in the headline; more are counted."""


@dataclass(frozen=True, slots=True)
class Perlu:
    """One place whose data should be looked at: what stands out there, worst first, and its index with and without."""

    wilayah: Wilayah
    pengumpul: str
    temuan: tuple[Temuan, ...]
    pasangan: Pasangan | None


@dataclass(frozen=True, slots=True)
class Kualitas:
    """All that the page Kualitas data shows for one periode; the two pengumpul always apart.

    sebaran: every sign over all places of the city, whatever place is selected, because a place is judged by the
    others. The rest belongs to the selection: perlu (worst first), keseluruhan (one per pengumpul), layanan, tempat,
    tanda (index without each sign alone), keandalan.
    tempat_bernama, unsur_bernama: every place and unsur by key, for the names.
    """

    periode: Periode
    wilayah: str | None
    sebaran: tuple[Sebaran, ...]
    perlu: tuple[Perlu, ...]
    keseluruhan: tuple[Pasangan, ...]
    layanan: tuple[tuple[Layanan, Pasangan], ...]
    tempat: tuple[tuple[Wilayah, Pasangan], ...]
    tanda: tuple[tuple[Tanda, Pasangan], ...]
    keandalan: tuple[tuple[Instrumen, Keandalan], ...]
    tempat_bernama: Mapping[str, Wilayah]
    unsur_bernama: Mapping[str, Unsur]

    @property
    def dapat_dibandingkan(self) -> bool:
        """False where no sign has enough places to compare."""
        return any(part.dapat_dibandingkan for part in self.sebaran)


def kualitas(store: Store, pilihan: Pilihan) -> Kualitas | None:
    """The page of the selection's one periode, or None if it holds no questionnaire."""
    (kode,) = pilihan.periode
    whole = with_and_without(store, pilihan)
    if not whole:
        return None
    places, services, instrumen = registry.wilayah(store), registry.layanan(store), registry.instrumen(store)
    spread = quality.inspect(store, replace(pilihan, wilayah=None))
    by_place = [
        one
        for one in with_and_without(store, pilihan, ["kelurahan"])
        if places[str(one.semua.kelurahan)].tingkat == "kelurahan"  # a camat's figure stands under layanan
    ]
    return Kualitas(
        periode=registry.periode(store)[kode],
        wilayah=pilihan.wilayah,
        sebaran=spread,
        perlu=_perlu(spread, by_place, pilihan, places),
        keseluruhan=whole,
        layanan=tuple(
            sorted(
                ((services[str(one.semua.layanan)], one) for one in with_and_without(store, pilihan, ["layanan"])),
                key=lambda row: (row[0].urutan, row[1].semua.pengumpul),
            )
        ),
        tempat=tuple((places[str(one.semua.kelurahan)], one) for one in by_place),
        tanda=tuple(
            (TANDA[name], one)
            for name in TANDA_KUESIONER
            for one in beside(store, [pair.semua for pair in whole], pilihan, (), [name])
        ),
        keandalan=tuple((instrumen[one.instrumen], one) for one in quality.reliability(store, pilihan)),
        tempat_bernama=places,
        unsur_bernama=registry.unsur(store),
    )


def _perlu(
    spread: Sequence[Sebaran], by_place: Sequence[Pasangan], pilihan: Pilihan, places: dict[str, Wilayah]
) -> tuple[Perlu, ...]:
    index = {(one.semua.pengumpul, one.semua.kelurahan): one for one in by_place}
    found: dict[tuple[str, str], list[Temuan]] = {}
    for one in quality.standing_out(spread):
        if one.kelurahan.startswith(pilihan.wilayah or ""):
            found.setdefault((one.pengumpul, one.kelurahan), []).append(one)
    return tuple(
        Perlu(places[place], pengumpul, _once(signs), index.get((pengumpul, place)))
        for (pengumpul, place), signs in found.items()
    )


def _once(signs: Sequence[Temuan]) -> tuple[Temuan, ...]:
    """Uniform forms hold long runs, so that runs say nothing more where both stand out."""
    keys = {one.tanda.kunci for one in signs}
    return tuple(one for one in signs if not (one.tanda.kunci == "runtun_panjang" and "seragam" in keys))


def headline(found: Kualitas, place: str) -> str:
    """The judgement of the page: whose data should be looked at."""
    names = list(dict.fromkeys(one.wilayah.nama for one in found.perlu))
    if not found.dapat_dibandingkan:
        return "Belum cukup tempat untuk dibandingkan"
    if not names:
        return f"Data {place} tidak menyimpang dari yang lain" if found.wilayah else "Tidak ada data yang menyimpang"
    if names == [place]:
        return f"Data {place} perlu diperiksa"
    level = "kelurahan" if all(one.wilayah.tingkat == "kelurahan" for one in found.perlu) else "tempat"
    counted = f"Data {kata(len(names))} {level}" if len(names) > 1 else "Data satu kelurahan"
    return f"{counted} perlu diperiksa{': ' + listed(names) if len(names) <= SEBUT else ''}"


def sentence(one: Temuan) -> str:
    """A sign in words: "22 dari 35 kuesioner dijawab sama di semua butir (62,9%); di tempat lain 6,7%."."""
    when = f", {tanggal(one.hari)}" if one.hari else ""
    few = f", dari {angka(one.orang)} orang" if one.orang < one.n else ""
    others = f"; di tempat lain {percent(one.x_lain, one.n_lain)}" if one.n_lain else ""
    return f"{angka(one.x)} dari {angka(one.n)} {one.tanda.hitungan}{when} ({percent(one.x, one.n)}{few}){others}."


def percent(x: int, n: int) -> str:
    """62,9%."""
    return f"{angka(share_pct(x, n))}%"
