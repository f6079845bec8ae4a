"""The precision of a figure: standard error, interval, degrees of freedom, design effect, and words for them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from skm_core.precision.grade import Kepastian
from skm_core.rules import DESIMAL_IKM, DESIMAL_NRR, IKM_MAX, IKM_MIN, NRR_MAX, NRR_MIN, round_half_up
from skm_core.writing import angka

INDIKATIF = "rentang indikatif; tidak mencakup bias pemilihan responden"


@dataclass(frozen=True, slots=True)
class UnsurPrecision:
    """NRR (1..4) of one unsur with its 95% interval, not rounded; se None where it is not known.

    No interval either where se is 0.
    """

    kunci: str
    n_jawaban: int
    nrr: float | None
    se: float | None
    lower: float | None
    upper: float | None
    deff: float | None

    @property
    def plus_minus(self) -> Decimal | None:
        """Half-width as published, three decimals half-up."""
        return _half_width(self.lower, self.upper, DESIMAL_NRR)

    @property
    def rentang(self) -> tuple[Decimal, Decimal] | None:
        """Interval as published: three decimals half-up, clipped to 1..4."""
        return _span(self.lower, self.upper, DESIMAL_NRR, NRR_MIN, NRR_MAX)


@dataclass(frozen=True, slots=True)
class Precision:
    """The IKM (25..100) of one group with its 95% interval, not rounded and not clipped.

    se, lower, upper are None for a closed panel and where the design leaves no degree of freedom; lower and upper also
    where se is 0 (`tanpa_ragam`). deff: variance over that of as many independent questionnaires (None if it was not
    asked for). n: questionnaires, not people.
    indikatif: the choice of respondents was not random. metode: the sentence that says how it was computed.
    """

    periode: str | None
    layanan: str | None
    kecamatan: str | None
    kelurahan: str | None
    golongan: str | None
    pengumpul: str
    panel: bool
    aturan: tuple[str, ...]
    rancangan: str
    bobot: str
    n: int
    ikm: float | None
    se: float | None
    lower: float | None
    upper: float | None
    df: int
    deff: float | None
    indikatif: bool
    metode: str
    kepastian: Kepastian | None
    unsur: tuple[UnsurPrecision, ...]

    @property
    def n_setara(self) -> float | None:
        """How many independent questionnaires would say as much: n / deff."""
        return self.n / self.deff if self.deff else None

    @property
    def setara(self) -> str | None:
        """ "setara dengan 167 kuesioner acak", or None. Questionnaires, because one person may fill several."""
        if self.n_setara is None or self.lower is None:
            return None
        return f"setara dengan {angka(max(1, int(round_half_up(Fraction(self.n_setara), 0))))} kuesioner acak"

    @property
    def klaster(self) -> bool:
        """The variance is that between kelurahan, not between respondents."""
        return self.rancangan == "klaster"

    @property
    def tanpa_ragam(self) -> bool:
        """True if nothing varies (se 0): that is too little seen, not certainty, so that no interval is given."""
        return self.se is not None and self.lower is None

    @property
    def plus_minus(self) -> Decimal | None:
        """Half-width as published beside the index, two decimals half-up."""
        return _half_width(self.lower, self.upper, DESIMAL_IKM)

    @property
    def rentang(self) -> tuple[Decimal, Decimal] | None:
        """Interval as published: two decimals half-up, clipped to 25..100."""
        return _span(self.lower, self.upper, DESIMAL_IKM, IKM_MIN, IKM_MAX)

    @property
    def catatan(self) -> tuple[str, ...]:
        """Sentences that must stand beside the interval."""
        return (
            self.metode,
            *((f"{INDIKATIF[0].upper()}{INDIKATIF[1:]}.",) if self.indikatif and self.lower is not None else ()),
        )

    def as_dict(self) -> dict[str, Any]:
        """The unrounded figures under their short names, ready for JSON."""
        names = ("ikm", "se", "lower", "upper", "df", "deff", "n", "n_setara", "indikatif", "metode")
        return {name: getattr(self, name) for name in names} | {"mutu": self.kepastian.teks if self.kepastian else None}


def _span(
    lower: float | None, upper: float | None, places: int, least: Decimal, most: Decimal
) -> tuple[Decimal, Decimal] | None:
    if lower is None or upper is None:
        return None
    low, high = (round_half_up(Fraction(bound), places) for bound in (lower, upper))
    return max(low, least), min(high, most)


def _half_width(lower: float | None, upper: float | None, places: int) -> Decimal | None:
    if lower is None or upper is None:
        return None
    return round_half_up(Fraction((upper - lower) / 2), places)
