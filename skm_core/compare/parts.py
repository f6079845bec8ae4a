"""Differences inside one survey: between layanan, places, groups of people, unsur; and between two selections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from skm_core.compare.difference import Selisih, correct, differ
from skm_core.compare.verdict import ALFA
from skm_core.errors import InvalidSettingError
from skm_core.precision.counts import load
from skm_core.precision.design import CARA, Cara
from skm_core.precision.groups import Kelompok, group
from skm_core.precision.joint import IKM, Taksiran, estimate
from skm_core.store import Store
from skm_core.terms import SEMUA, Pilihan

ONE_KIND = "Setiap pilihan harus berisi kuesioner dari satu pengumpul saja: kota atau kelurahan. Pilih pengumpulnya."


def between(
    store: Store,
    pilihan: Pilihan,
    rincian: str,
    cara: Cara = CARA,
    *,
    profil: str | None = None,
    margin: float | None = None,
) -> tuple[Selisih, ...]:
    """Every pair of values of one dimension (layanan, kecamatan, kelurahan, golongan), per pengumpul.

    The two figures are linearized together: they share kelurahan, or respondents, and the covariance counts. All
    pairs of one pengumpul are one family. `dari` comes first in code order.
    """
    found = estimate(
        load(store, hanya_lengkap=pilihan.hanya_lengkap, profil=profil),
        [(pilihan, [rincian])],
        index_only(cara),
        store,
        silang=True,
    )
    return pairs(found, margin)


def pairs(found: Taksiran, margin: float | None = None) -> tuple[Selisih, ...]:
    """All pairs of groups with a figure, per pengumpul and kind; each pengumpul one family."""
    kinds: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for place, one in enumerate(found.kelompok):
        if not np.isnan(found.lin.nilai[place, IKM]):
            kinds[one.pengumpul, one.panel].append(place)
    result: list[Selisih] = []
    for members in kinds.values():
        family = [
            differ(found, (one, IKM), (other, IKM), perubahan=False, margin=margin)
            for one, other in combinations(members, 2)
        ]
        result += correct(family, margin)
    return tuple(result)


def between_unsur(
    store: Store,
    pilihan: Pilihan = SEMUA,
    cara: Cara = CARA,
    *,
    menurut: Sequence[str] = (),
    margin: float | None = None,
) -> tuple[tuple[str, str, Selisih], ...]:
    """Every pair of unsur of the selection, as (unsur dari, unsur ke, difference of NRR), per group one family.

    The groups are the values of `menurut` and pengumpul, in code order.
    """
    how = replace(cara, unsur=True, deff=False)
    found = estimate(load(store, hanya_lengkap=pilihan.hanya_lengkap), [(pilihan, menurut)], how, store, silang=True)
    result: list[tuple[str, str, Selisih]] = []
    for place in range(len(found.kelompok)):
        present = [t for t in range(1, found.lin.nilai.shape[1]) if not np.isnan(found.lin.nilai[place, t])]
        names = list(combinations(present, 2))
        family = [differ(found, (place, one), (place, other), perubahan=False, margin=margin) for one, other in names]
        keys = found.lin.unsur
        result += [
            (keys[one - 1], keys[other - 1], difference)
            for (one, other), difference in zip(names, correct(family, margin), strict=True)
        ]
    return tuple(result)


def lowest_unsur(
    store: Store,
    pilihan: Pilihan = SEMUA,
    menurut: Sequence[str] = (),
    cara: Cara = CARA,
    *,
    hanya: Callable[[Kelompok], Collection[str]] | None = None,
) -> tuple[tuple[Kelompok, tuple[str, ...]], ...]:
    """Per group the unsur with the lowest NRR, then those that cannot be told apart from it, by their NRR.

    As `ends_of_unsur`.
    """
    return tuple((one, lowest) for one, lowest, _ in ends_of_unsur(store, pilihan, menurut, cara, hanya=hanya))


def ends_of_unsur(
    store: Store,
    pilihan: Pilihan = SEMUA,
    menurut: Sequence[str] = (),
    cara: Cara = CARA,
    *,
    hanya: Callable[[Kelompok], Collection[str]] | None = None,
) -> tuple[tuple[Kelompok, tuple[str, ...], tuple[str, ...]], ...]:
    """Per group the lowest unsur and the highest, each with those that cannot be told apart from it, from its end on.

    Pairs corrected over all pairs of unsur of the group. Only groups in which two unsur have answers. hanya: the keys
    that may stand at an end of a group, all by default; a group with fewer than two of them is left out.
    """
    families: dict[Kelompok, list[tuple[str, str, Selisih]]] = defaultdict(list)
    for left, right, pair in between_unsur(store, pilihan, cara, menurut=menurut):
        if hanya is None or {left, right} <= set(hanya(pair.dari)):
            families[pair.dari].append((left, right, pair))
    found = []
    for one, family in families.items():
        nrr = {left: difference.nilai_dari for left, _, difference in family}
        nrr |= {right: difference.nilai_ke for _, right, difference in family}
        found.append((one, _alike(nrr, family, 1), _alike(nrr, family, -1)))
    return tuple(found)


def _alike(nrr: Mapping[str, float], family: Sequence[tuple[str, str, Selisih]], sign: int) -> tuple[str, ...]:
    """The first unsur by NRR times `sign`, then those that no test of the family tells apart from it."""
    first = min(nrr, key=lambda kunci: sign * nrr[kunci])
    apart = {
        right if left == first else left
        for left, right, difference in family
        if first in (left, right) and difference.p_terkoreksi is not None and difference.p_terkoreksi < ALFA
    }
    return tuple(sorted(nrr.keys() - apart, key=lambda kunci: (kunci != first, sign * nrr[kunci])))


def against_whole(
    store: Store, pilihan: Pilihan, menurut: Sequence[str], cara: Cara = CARA, *, margin: float | None = None
) -> tuple[Selisih, ...]:
    """Every part (`ke`) less the whole selection (`dari`) that it belongs to, of one pengumpul: one family.

    Linearized together, so that what part and whole share counts. Raises InvalidSettingError as `two`.
    """
    h = load(store, hanya_lengkap=pilihan.hanya_lengkap)
    if len(group(h, pilihan, [])[0]) != 1:
        raise InvalidSettingError(ONE_KIND)
    found = estimate(h, [(pilihan, []), (pilihan, menurut)], index_only(cara), store, silang=True)
    family = [
        differ(found, (0, IKM), (place, IKM), perubahan=False, margin=margin)
        for place in range(1, len(found.kelompok))
        if not np.isnan(found.lin.nilai[place, IKM])
    ]
    return correct(family, margin)


def two(store: Store, dari: Pilihan, ke: Pilihan, cara: Cara = CARA, *, margin: float | None = None) -> Selisih:
    """Any two selections, each of one pengumpul; they may overlap, and share kelurahan or respondents.

    Raises InvalidSettingError if a selection is empty or mixes what the city and what kelurahan collected.
    """
    if dari.hanya_lengkap != ke.hanya_lengkap:
        raise InvalidSettingError("Kedua pilihan harus sama-sama memakai semua kuesioner, atau hanya yang lengkap.")
    h = load(store, hanya_lengkap=dari.hanya_lengkap)
    if any(len(group(h, pilihan, [])[0]) != 1 for pilihan in (dari, ke)):
        raise InvalidSettingError(ONE_KIND)
    found = estimate(h, [(dari, []), (ke, [])], index_only(cara), store, silang=True)
    return differ(found, (0, IKM), (1, IKM), perubahan=dari.periode != ke.periode, margin=margin)


def two_unsur(store: Store, dari: Pilihan, ke: Pilihan, cara: Cara = CARA) -> tuple[Selisih, ...]:
    """Differences of the NRR of every unsur that both selections answered, as one family; see `two`.

    Empty where the two fall under different rule sets, whose unsur are not the same. Raises as `two`.
    """
    h = load(store, hanya_lengkap=dari.hanya_lengkap)
    both = [group(h, pilihan, [])[0] for pilihan in (dari, ke)]
    if any(len(found) != 1 for found in both):
        raise InvalidSettingError(ONE_KIND)
    if len({h.periode[kode].aturan for (one,) in both for kode in one.dalam}) != 1:
        return ()
    found = estimate(h, [(dari, []), (ke, [])], replace(cara, unsur=True, deff=False), store, silang=True)
    over_time = dari.periode != ke.periode
    family = [
        differ(found, (0, t), (1, t), perubahan=over_time)
        for t in range(1, found.lin.nilai.shape[1])
        if not np.isnan(found.lin.nilai[:, t]).any()
    ]
    return correct(family)


def against_city(
    store: Store,
    pilihan: Pilihan,
    menurut: Sequence[str] = ("kelurahan",),
    cara: Cara = CARA,
    *,
    margin: float | None = None,
) -> tuple[Selisih, ...]:
    """What kelurahan collected themselves (`ke`) less the city's sample (`dari`), where both exist: one family.

    For a kelurahan both rest on its respondents, independent of each other. A kecamatan or the city is not comparable
    like with like: its own data cover all kelurahan, the city's the drawn ones, whose variance counts.
    """
    found = estimate(
        load(store, hanya_lengkap=pilihan.hanya_lengkap),
        [(replace(pilihan, pengumpul=None), menurut)],
        index_only(cara),
        store,
    )
    places = {
        (one.periode, one.layanan, one.kecamatan, one.kelurahan, one.pengumpul): i
        for i, one in enumerate(found.kelompok)
    }
    family = [
        differ(found, (places[(*key[:4], "kota")], IKM), (place, IKM), perubahan=False, margin=margin)
        for key, place in places.items()
        if key[4] == "kelurahan" and (*key[:4], "kota") in places
    ]
    return correct(family, margin)


def index_only(cara: Cara) -> Cara:
    """The same way of computing, without NRR and design effect."""
    return replace(cara, unsur=False, deff=False)
