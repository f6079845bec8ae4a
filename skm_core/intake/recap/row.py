"""One line of a recap, as it was stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from skm_core import rules
from skm_core.terms import Instrumen


@dataclass(frozen=True, slots=True)
class Rekap:
    """What a recap says of one periode, layanan, place and pengumpul.

    `nrr`: item column → NRR as stated, a decimal with a point; `ikm` (25 to 100) likewise, None where it is not
    stated; `n`: respondents as stated. Place of any level.
    """

    lembar: str | None
    baris: int
    periode: str
    layanan: str
    wilayah: str
    pengumpul: str
    instrumen: str | None
    nrr: Mapping[str, str]
    ikm: str | None
    n: int | None


def computed(nrr: Mapping[str, str], instrumen: Instrumen | None) -> Fraction | None:
    """The exact IKM (25 to 100) of the NRR as stated; None if none is. Items of one unsur count as their mean.

    Source: Permenpan RB 14/2017, Lampiran, pengolahan data, langkah 2 to 4.
    """
    if instrumen is None:
        return None
    parts: dict[str, list[Fraction]] = {}
    for item in instrumen.butir:
        if item.kolom in nrr and item.peran != "tambahan":
            parts.setdefault(item.unsur_kunci or item.kolom, []).append(Fraction(nrr[item.kolom]))
    if not parts:
        return None
    return rules.ikm(rules.tertimbang({key: rules.mean(values) for key, values in parts.items()}, instrumen.bobot))


def departs(nrr: Mapping[str, str], ikm: str, instrumen: Instrumen | None) -> bool:
    """True if the stated IKM lies further from the computed one than the decimals of both explain.

    A spreadsheet drops zeros at the end, so the NRR count as written with as many decimals as the longest of them.
    """
    exact = computed(nrr, instrumen)
    if exact is None:
        return False
    slack = rules.KONVERSI * min(_half_step(text) for text in nrr.values()) + _half_step(ikm)
    return abs(exact - Fraction(ikm)) > slack


def _half_step(text: str) -> Fraction:
    """Half a unit of the last decimal written; a whole number is taken as written with two."""
    return Fraction(1, 2 * 10 ** (len(text.partition(".")[2]) or 2))
