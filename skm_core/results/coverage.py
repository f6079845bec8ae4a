"""Which part of its places a figure rests on, where it is too small a part to speak for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from skm_core import registry
from skm_core.counting import groups
from skm_core.results.rounds import Susunan
from skm_core.store import Store
from skm_core.terms import Pilihan

CAKUPAN = Fraction(9, 10)
"""Share of its places below which a figure must not be said of the whole without them (product decision)."""


def according_to(here: Susunan, n_kelurahan: int, kecamatan: Sequence[bool]) -> str:
    """ " menurut 1 dari 56 kelurahan" where too few places took part to speak for all of them; else nothing.

    Of what kelurahan collected, their number counts (`n_kelurahan`: all of the selection); of the city's sample of the
    whole city, in which kecamatan it holds anything (`kecamatan`; empty inside one).
    """
    level, n, of = "kelurahan", here.n_kelurahan, n_kelurahan
    if here.pengumpul == "kota":
        level, n, of = "kecamatan", sum(kecamatan), len(kecamatan)
    return "" if n >= CAKUPAN * of else f" menurut {n} dari {of} {level}"


def coverage(store: Store, spoken: Pilihan, here: Susunan) -> str:
    """The same part of a selection alone: "1 dari 56 kelurahan"; "" where it is enough, and of a panel."""
    if here.periode.panel:
        return ""
    places = [one for one in registry.wilayah(store).values() if one.kode.startswith(spoken.wilayah or "")]
    held = {group.kecamatan for group in groups(store, spoken, ["kecamatan"])}
    city = [] if spoken.wilayah else [one.kode in held for one in places if one.tingkat == "kecamatan"]
    n_kelurahan = sum(one.tingkat == "kelurahan" for one in places)
    return according_to(here, n_kelurahan, city).removeprefix(" menurut ")
