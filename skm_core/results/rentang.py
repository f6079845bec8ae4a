"""The worked example of an interval: the newest city sample, from its kelurahan to its ±."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from skm_core import registry
from skm_core.precision import Precision
from skm_core.precision.student import quantile
from skm_core.results import rounds
from skm_core.results.measured import Measured, measure
from skm_core.rules import DESIMAL_IKM, round_half_up
from skm_core.store import Store
from skm_core.terms import Periode, Pilihan, Wilayah

DESIMAL_T = 3


@dataclass(frozen=True, slots=True)
class Contoh:
    """One city sample taken apart. kelurahan: per kecamatan what was drawn, with its index. All published.

    galat: standard error in points; t: its factor; naif: half-width if every questionnaire were a person drawn at
    random from the whole city; kali: how many times too narrow that is.
    """

    periode: Periode
    score: Measured
    presisi: Precision
    kelurahan: tuple[tuple[Wilayah, tuple[tuple[Wilayah, Measured], ...]], ...]
    galat: Decimal
    t: Decimal
    naif: Decimal
    kali: Decimal


def contoh(store: Store) -> Contoh | None:
    """The newest periode with a city sample that has an interval; None if there is none."""
    samples = [part.periode for part in rounds.composition(store, Pilihan(pengumpul="kota")) if not part.periode.panel]
    for periode in reversed(samples):
        chosen = Pilihan(periode=(periode.kode,), pengumpul="kota")
        (figure,) = measure(store, chosen, deff=True)
        sure = figure.presisi
        if sure and sure.se and sure.deff and sure.plus_minus:
            return _taken_apart(store, periode, figure, sure)
    return None


def _taken_apart(store: Store, periode: Periode, figure: Measured, sure: Precision) -> Contoh:
    assert sure.se and sure.deff
    places, chosen = registry.wilayah(store), Pilihan(periode=(periode.kode,), pengumpul="kota")
    drawn: dict[str, list[tuple[Wilayah, Measured]]] = {}
    for one in measure(store, chosen, ["kecamatan", "kelurahan"], unsur=False):
        drawn.setdefault(str(one.kecamatan), []).append((places[str(one.kelurahan)], one))
    t, naive = quantile(sure.df), quantile(sure.n - 1) * sure.se / math.sqrt(sure.deff)
    return Contoh(
        periode=periode,
        score=figure,
        presisi=sure,
        kelurahan=tuple((places[kode], tuple(inside)) for kode, inside in drawn.items()),
        galat=round_half_up(Fraction(sure.se), DESIMAL_IKM),
        t=round_half_up(Fraction(t), DESIMAL_T),
        naif=round_half_up(Fraction(naive), DESIMAL_IKM),
        kali=round_half_up(Fraction(t * sure.se / naive), 1),
    )
