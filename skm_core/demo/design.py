"""Who is asked where: the survey design of the demo data, one entry per group of respondents and then per form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from skm_core import reference
from skm_core.demo.calendar import PERIODE
from skm_core.sampling import Usulan, drawn_for, seed_of

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

CITY = "31.73"
WILAYAH = tuple(place.kode for place in reference.wilayah())
KECAMATAN = tuple(place.kode for place in reference.wilayah() if place.tingkat == "kecamatan")
KELURAHAN = tuple(place.kode for place in reference.wilayah() if place.tingkat == "kelurahan")
LAYANAN = tuple(layanan.kode for layanan in reference.layanan())
N_SERVICES = sum(layanan.jenis == "layanan" for layanan in reference.layanan())

N_CITY = 100  # respondents per kelurahan drawn by the city
N_OWN = 30  # respondents each kelurahan is asked to gather itself
DRAWN_BEFORE = timedelta(days=14)  # days between the draw and the first day of the survey
N_ALL_SIX, N_SINGLE = (24, 34), (26, 46)  # kelurahan-run respondents per kelurahan, lowest and highest
N_KELURAHAN_SIX, N_CITY_SIX = 8, 3  # kelurahan in which one respondent judges all six services
N_PANEL = {"wali_kota": 2_000, "camat": 4_000, "lurah": 6_000}


@dataclass(frozen=True, slots=True)
class Group:
    """Respondents of one place in one unggahan. `layanan` None: one service each, in turn; else all of these."""

    periode: int
    unggahan: int
    wilayah: str
    pengumpul: str
    n_responden: int
    layanan: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Forms:
    """Parallel arrays, one element per questionnaire, ordered by unggahan; places and so on as positions in WILAYAH …

    `responden` counts from 1 within an unggahan, `orang` over everything (0-based).
    """

    periode: Ints
    unggahan: Ints
    wilayah: Ints
    layanan: Ints
    kelurahan_sendiri: Bools
    responden: Ints
    orang: Ints
    baris: Ints

    def __len__(self) -> int:
        return len(self.periode)


def draw_groups(rng: np.random.Generator) -> Iterator[Group]:
    """All groups in order of unggahan: the panel, then per quarter eight kecamatan files and the city's sample."""
    yield from _panel()
    all_six = set(rng.choice(KELURAHAN, N_KELURAHAN_SIX, replace=False))
    unggahan = 2
    for periode in range(1, len(PERIODE)):
        n_missing = int(rng.integers(0, 4)) if periode > 1 else 1
        missing = set(rng.choice(KELURAHAN, n_missing, replace=False))
        for kecamatan in KECAMATAN:
            for kelurahan in _inside(kecamatan):
                if kelurahan not in missing:
                    low, high = N_ALL_SIX if kelurahan in all_six else N_SINGLE
                    n = int(rng.integers(low, high + 1))
                    services = LAYANAN[:N_SERVICES] if kelurahan in all_six else None
                    yield Group(periode, unggahan, kelurahan, "kelurahan", n, services)
            unggahan += 1
        sample = sorted(one.kelurahan for one in drawn_for(reference.wilayah(), city_plan(periode)) if one.terpilih)
        city_six = set(rng.choice(sample, N_CITY_SIX, replace=False))
        for kelurahan in sample:
            services = LAYANAN[:N_SERVICES] if kelurahan in city_six else None
            yield Group(periode, unggahan, kelurahan, "kota", N_CITY, services)
        unggahan += 1


def _panel() -> Iterator[Group]:
    places = {"wali_kota": (CITY,), "camat": KECAMATAN, "lurah": KELURAHAN}
    for official, n in N_PANEL.items():
        for number, place in enumerate(places[official]):
            share = (number + 1) * n // len(places[official]) - number * n // len(places[official])
            yield Group(0, 1, place, "kota", share, (official,))


def _inside(kecamatan: str) -> list[str]:
    return [kode for kode in KELURAHAN if kode.startswith(kecamatan)]


def day_of_draw(periode: int) -> date:
    """When the kelurahan of a quarter were drawn."""
    start = PERIODE[periode].mulai
    assert start
    return start - DRAWN_BEFORE


def city_plan(periode: int) -> Usulan:
    """The plan of the city's sample of a quarter; its draw decides where the demo asks."""
    return Usulan(PERIODE[periode].kode, "kota", "srs", seed_of(day_of_draw(periode)), kuota=N_CITY)


def own_plan(periode: int) -> Usulan:
    """The plan of what all kelurahan gather themselves."""
    return Usulan(PERIODE[periode].kode, "kelurahan", "semua", None, "", None, N_OWN)


def lay_out(rng: np.random.Generator) -> Forms:
    """One element per questionnaire of every group."""
    groups = list(draw_groups(rng))
    n_each = np.array([group.n_responden for group in groups])
    group_of_person = np.repeat(np.arange(len(groups)), n_each)
    forms_of_group = np.array([len(group.layanan) if group.layanan else 1 for group in groups])
    orang = np.repeat(np.arange(len(group_of_person)), forms_of_group[group_of_person])
    group = group_of_person[orang]
    unggahan = np.array([entry.unggahan for entry in groups])[group]
    within_person = _count_from_zero(orang)
    first_service = np.array([LAYANAN.index(entry.layanan[0]) if entry.layanan else -1 for entry in groups])[group]
    in_turn = _count_from_zero(group) + rng.integers(0, N_SERVICES, len(groups))[group]
    person_unggahan = np.array([entry.unggahan for entry in groups])[group_of_person]
    return Forms(
        periode=np.array([entry.periode for entry in groups])[group],
        unggahan=unggahan,
        wilayah=np.array([WILAYAH.index(entry.wilayah) for entry in groups])[group],
        layanan=np.where(first_service < 0, in_turn % N_SERVICES, first_service + within_person),
        kelurahan_sendiri=np.array([entry.pengumpul == "kelurahan" for entry in groups])[group],
        responden=_count_from_zero(person_unggahan)[orang] + 1,
        orang=orang,
        baris=_count_from_zero(unggahan) + 2,  # the first line of the file holds the headers
    )


def _count_from_zero(sorted_keys: Ints) -> Ints:
    """Running number 0, 1, 2 … within each run of equal keys."""
    starts = np.flatnonzero(np.r_[True, sorted_keys[1:] != sorted_keys[:-1]])
    return np.arange(len(sorted_keys)) - np.repeat(starts, np.diff(np.r_[starts, len(sorted_keys)]))
