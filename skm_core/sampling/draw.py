"""Drawing the kelurahan of the city's sample, so that anybody can repeat the draw from its seed."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from skm_core import registry
from skm_core.errors import InvalidSettingError
from skm_core.terms import Wilayah

CARA_UNDI = ("srs", "pps")
"""srs: every kelurahan of a kecamatan has the same chance. pps: chance in proportion to population."""
PER_KECAMATAN = 2


@dataclass(frozen=True, slots=True)
class Terundi:
    """One kelurahan in the draw: its random number (0..1, None without a draw), its chance, whether it was drawn."""

    kecamatan: str
    kelurahan: str
    nama: str
    angka: float | None
    peluang: Fraction
    terpilih: bool
    n_penduduk: int | None = None


@dataclass(frozen=True, slots=True)
class Undian:
    """A draw with all that is needed to repeat it: seed, way, number per kecamatan, every kelurahan in random order.

    awal: for pps the start (0..1) of the systematic selection per kecamatan, else nothing.
    """

    seed: int
    cara: str
    per_kecamatan: int
    daftar: tuple[Terundi, ...]
    awal: tuple[tuple[str, float], ...] = ()

    @property
    def terpilih(self) -> tuple[str, ...]:
        """Codes of the kelurahan drawn, in code order."""
        return tuple(sorted(one.kelurahan for one in self.daftar if one.terpilih))

    @property
    def penjelasan(self) -> str:
        """How it was drawn, for the berita acara."""
        how = (
            "Setiap kelurahan mendapat satu angka acak; yang angkanya terkecil terpilih"
            if self.cara == "srs"
            else "Kelurahan diurutkan menurut angka acaknya, lalu dipilih sistematis sebanding dengan jumlah penduduk"
        )
        return f"{how}: {self.per_kecamatan} kelurahan per kecamatan, benih acak {self.seed}."


def draw(places: Iterable[Wilayah], seed: int, cara: str = "srs", per_kecamatan: int = PER_KECAMATAN) -> Undian:
    """Draw kelurahan in each kecamatan. The same places, seed and way give the same draw on every machine.

    srs: one random number per kelurahan in code order, the smallest are drawn. pps: systematic selection along the
    cumulated population in random order (Madow 1949), chance = number × population / population of the kecamatan;
    who would have a chance of 1 or more is taken for certain. Only the uniform generator (Mersenne Twister, whose
    sequence Python guarantees) is used. Raises UnknownKeyError for another way, InvalidSettingError where a kecamatan
    has too few kelurahan or pps lacks a population.
    """
    registry.require("Cara undi", cara, CARA_UNDI)
    by_kecamatan: dict[str, list[Wilayah]] = defaultdict(list)
    for place in sorted(places, key=lambda place: place.kode):
        if place.tingkat == "kelurahan" and place.kecamatan_kode:
            by_kecamatan[place.kecamatan_kode].append(place)
    generator = random.Random(seed)
    drawn: list[Terundi] = []
    starts: list[tuple[str, float]] = []
    for kecamatan, members in by_kecamatan.items():
        if not 1 <= per_kecamatan <= len(members):
            raise InvalidSettingError(
                f"Kecamatan {kecamatan} hanya punya {len(members)} kelurahan; tidak dapat mengundi {per_kecamatan}."
            )
        numbers = {place.kode: generator.random() for place in members}
        order = sorted(members, key=lambda place: numbers[place.kode])
        if cara == "srs":
            chance = {place.kode: Fraction(per_kecamatan, len(members)) for place in members}
            chosen = {place.kode for place in order[:per_kecamatan]}
        else:
            chance = _chances(members, per_kecamatan)
            starts.append((kecamatan, generator.random()))
            chosen = _systematic([(place.kode, chance[place.kode]) for place in order], Fraction(starts[-1][1]))
        drawn += [
            Terundi(
                kecamatan,
                place.kode,
                place.nama,
                numbers[place.kode],
                chance[place.kode],
                place.kode in chosen,
                place.n_penduduk,
            )
            for place in order
        ]
    return Undian(seed, cara, per_kecamatan, tuple(drawn), tuple(starts))


def take_all(places: Iterable[Wilayah]) -> tuple[Terundi, ...]:
    """Every kelurahan, in code order: a plan without a draw."""
    return tuple(
        Terundi(place.kecamatan_kode, place.kode, place.nama, None, Fraction(1), True, place.n_penduduk)
        for place in sorted(places, key=lambda place: place.kode)
        if place.tingkat == "kelurahan" and place.kecamatan_kode
    )


def _chances(members: Sequence[Wilayah], number: int) -> dict[str, Fraction]:
    """Inclusion probabilities in proportion to population, none above 1, adding up to `number`."""
    if missing := [place.nama for place in members if not place.n_penduduk]:
        raise InvalidSettingError(f"Jumlah penduduk belum ada untuk {', '.join(missing)}; undi dengan cara srs.")
    chance: dict[str, Fraction] = {}
    rest = {place.kode: int(place.n_penduduk or 0) for place in members}
    while True:
        total, left = sum(rest.values()), number - len(chance)
        certain = [kode for kode, people in rest.items() if people * left >= total]
        if not certain:
            return chance | {kode: Fraction(people * left, total) for kode, people in rest.items()}
        for kode in certain:
            chance[kode] = Fraction(1)
            del rest[kode]
        if not rest:
            return chance


def _systematic(order: Sequence[tuple[str, Fraction]], start: Fraction) -> set[str]:
    """Units whose stretch of the cumulated chances holds start, start + 1, start + 2, …"""
    chosen, reached = set(), Fraction(0)
    for kode, chance in order:
        before, reached = reached, reached + chance
        if ceil(before - start) < ceil(reached - start):
            chosen.add(kode)
    return chosen
