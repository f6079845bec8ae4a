"""The regulation as constants with their clause, and the three figures it defines: NRR, IKM and mutu.

Sources: Permenpan RB 14/2017 (Lampiran, II.E "Pengolahan data" and Tabel II "Nilai persepsi"), and for older
data KEP/25/M.PAN/2/2004. Everything is exact: whole numbers and Fraction go in, one division, and one rounding
at the very end (`round_half_up`). Binary floats are refused, because they misstate figures that fall on half a cent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

NILAI = (1, 2, 3, 4)
"""The four answers (Permenpan RB 14/2017, Lampiran, skala Likert 1 to 4)."""

KONVERSI = 25
"""IKM = weighted NRR × 25, so that 1..4 becomes 25..100 (Permenpan RB 14/2017, Lampiran, pengolahan data)."""

IKM_MIN, IKM_MAX = Decimal("25.00"), Decimal("100.00")
NRR_MIN, NRR_MAX = Decimal("1.000"), Decimal("4.000")
DESIMAL_IKM, DESIMAL_NRR = 2, 3

N_SEMBUNYI = 10
"""Below this many questionnaires screens and documents show no score (product decision; the library still computes)."""
N_TANDA = 30
"""Below this many questionnaires a score is flagged as resting on few answers (product decision)."""


@dataclass(frozen=True, slots=True)
class Mutu:
    """One grade: letter, wording, perception value 1..4, and lower bounds on both scales."""

    huruf: str
    kinerja: str
    persepsi: int
    batas_bawah: Decimal
    """Lowest published (two-decimal) IKM of the grade."""
    interval_nrr: str
    interval_ikm: str


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One regulation: its grades (best first), number of unsur, and the rounded weights agencies use instead of 1/k."""

    kode: str
    nama: str
    n_unsur: int
    mutu: tuple[Mutu, ...]
    bobot_pembanding: tuple[str, ...]


PERMENPAN_14_2017 = RuleSet(
    kode="permenpan-14-2017",
    nama="Permenpan RB 14/2017",
    n_unsur=9,
    mutu=(
        Mutu("A", "Sangat baik", 4, Decimal("88.31"), "3,5324 – 4,00", "88,31 – 100,00"),
        Mutu("B", "Baik", 3, Decimal("76.61"), "3,0644 – 3,532", "76,61 – 88,30"),
        Mutu("C", "Kurang baik", 2, Decimal("65.00"), "2,60 – 3,064", "65,00 – 76,60"),
        Mutu("D", "Tidak baik", 1, Decimal("25.00"), "1,00 – 2,5996", "25,00 – 64,99"),
    ),
    bobot_pembanding=("0.11", "0.111", "0.1111"),
)
KEPMENPAN_25_2004 = RuleSet(
    kode="kepmenpan-25-2004",
    nama="KEP/25/M.PAN/2/2004",
    n_unsur=14,
    mutu=(
        Mutu("A", "Sangat baik", 4, Decimal("81.26"), "3,26 – 4,00", "81,26 – 100,00"),
        Mutu("B", "Baik", 3, Decimal("62.51"), "2,51 – 3,25", "62,51 – 81,25"),
        Mutu("C", "Kurang baik", 2, Decimal("43.76"), "1,76 – 2,50", "43,76 – 62,50"),
        Mutu("D", "Tidak baik", 1, Decimal("25.00"), "1,00 – 1,75", "25,00 – 43,75"),
    ),
    bobot_pembanding=("0.071",),
)
RULE_SETS = {rules.kode: rules for rules in (PERMENPAN_14_2017, KEPMENPAN_25_2004)}


def round_half_up(value: Fraction | Decimal | int, places: int) -> Decimal:
    """Round an exact number half-up (away from zero on a tie) to `places` decimals.

    This is the only rounding in the product. Raises TypeError for a float.
    """
    if isinstance(value, float):
        raise TypeError("round_half_up takes exact numbers, not a float")
    above, below = value.as_integer_ratio()  # whole numbers all the way: a page rounds thousands of figures
    whole = (2 * abs(above) * 10**places + below) // (2 * below)
    return Decimal(whole if above >= 0 else -whole).scaleb(-places)


def nrr(jumlah_nilai: int, n_jawaban: int) -> Fraction:
    """Average value (1..4) of one item: sum of its values / answers given to it. A blank is no answer.

    Raises ValueError if nobody answered or the sum cannot come from that many answers of 1 to 4.
    Source: Permenpan RB 14/2017, Lampiran, pengolahan data, langkah 1.
    """
    if n_jawaban <= 0:
        raise ValueError("NRR needs at least one answer")
    if not n_jawaban * NILAI[0] <= jumlah_nilai <= n_jawaban * NILAI[-1]:
        raise ValueError(f"a sum of {jumlah_nilai} cannot come from {n_jawaban} answers of 1 to 4")
    return Fraction(jumlah_nilai, n_jawaban)


def mean(values: Sequence[Fraction]) -> Fraction:
    """Plain mean of exact numbers; the NRR of an unsur asked by several items. Raises ValueError if empty."""
    return mean_of_ratios([(value.numerator, value.denominator) for value in values])


def mean_of_ratios(ratios: Sequence[tuple[int, int]]) -> Fraction:
    """Plain mean of numerator/denominator pairs, exact. Raises ValueError if empty.

    One common denominator, reduced once at the end: 14 times faster than adding Fractions.
    """
    if not ratios:
        raise ValueError("the mean of nothing")
    numerator, denominator = 0, 1
    for part, whole in ratios:
        numerator = numerator * whole + part * denominator
        denominator *= whole
    return Fraction(numerator, denominator * len(ratios))


def check_weights(bobot: Mapping[str, Fraction]) -> None:
    """Raise ValueError unless every weight is positive and they total exactly 1."""
    if any(weight <= 0 for weight in bobot.values()):
        raise ValueError("Setiap bobot unsur harus lebih besar dari nol.")
    if sum(bobot.values()) != 1:
        total = round_half_up(sum(bobot.values(), Fraction(0)), 6).normalize()
        raise ValueError(f"Jumlah bobot unsur harus tepat 1, sekarang {total}.")


def tertimbang(nrr_unsur: Mapping[str, Fraction], bobot: Mapping[str, Fraction] | None = None) -> Fraction:
    """Weighted NRR (1..4) of a unit from the NRR per unsur that was answered at all.

    Weight 1/k for the k unsur present, or `bobot` (all unsur of the instrumen, total 1): an unsur nobody
    answered is left out and the remaining weights are scaled to total 1, which for equal weights is 1/(k-1).
    Raises ValueError for no unsur, weights that do not total 1, or an unsur without a weight.
    Source: Permenpan RB 14/2017, Lampiran, pengolahan data, langkah 2 and 3.
    """
    if bobot is None:
        return mean(list(nrr_unsur.values()))
    check_weights(bobot)
    if not nrr_unsur or not nrr_unsur.keys() <= bobot.keys():
        raise ValueError("every unsur needs a weight, and at least one unsur must be answered")
    share = sum((bobot[key] for key in nrr_unsur), Fraction(0))
    return sum((value * bobot[key] for key, value in nrr_unsur.items()), Fraction(0)) / share


def ikm(nrr_tertimbang: Fraction) -> Fraction:
    """Index 25..100 from the weighted NRR: × 25 (Permenpan RB 14/2017, Lampiran, langkah 4). Exact, not rounded."""
    return nrr_tertimbang * KONVERSI


def publish_ikm(value: Fraction) -> Decimal:
    """The published index: two decimals, half-up."""
    return round_half_up(value, DESIMAL_IKM)


def publish_nrr(value: Fraction) -> Decimal:
    """The published NRR: three decimals, half-up."""
    return round_half_up(value, DESIMAL_NRR)


def mutu(index: Fraction | Decimal, rules: RuleSet = PERMENPAN_14_2017) -> Mutu:
    """Grade of an index, by the published two-decimal figure and lower bounds only, so that no gap exists.

    Raises TypeError for float or int (an index cut to a whole number falls a grade), ValueError outside 25..100.
    Source: Permenpan RB 14/2017, Lampiran, Tabel II; KEP/25/M.PAN/2/2004, Tabel nilai interval konversi.
    """
    if not isinstance(index, Fraction | Decimal):
        raise TypeError("mutu takes the exact index or its published Decimal")
    published = round_half_up(index, DESIMAL_IKM)
    if not IKM_MIN <= published <= IKM_MAX:
        raise ValueError(f"an IKM lies between 25 and 100, not {published}")
    return next(grade for grade in rules.mutu if published >= grade.batas_bawah)


def ikm_by_weight(nrr_unsur: Sequence[Fraction], weight: str) -> Decimal:
    """The index as agencies print it with a rounded weight such as "0.11": a comparison, never the figure.

    Two decimals. Sum of NRR × weight × 25; with 0.11 a perfect unit gets 99.00, with 0.111 99.90.
    """
    return publish_ikm(ikm(sum(nrr_unsur, Fraction(0)) * Fraction(weight)))


def share_pct(part: int, whole: int, places: int = 1) -> Decimal:
    """Share in percent, 0..100, rounded half-up to `places` decimals; 0 of nothing."""
    return round_half_up(Fraction(100 * part, whole) if whole else Fraction(0), places)
