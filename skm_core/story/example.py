"""How answers become an IKM, on one made-up questionnaire whose answers the hall may change.

The same steps as `rules`: NRR per unsur, weight, × 25, one rounding. What runs in a browser is tested against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from skm_core import rules
from skm_core.rules import RuleSet
from skm_core.terms import Butir, Instrumen, Unsur

JAWABAN = (3, 3, 2, 4, 3, 3, 4, 3, 3)
"""The answers it begins with, in the order asked; repeated where there are more unsur."""


@dataclass(frozen=True, slots=True)
class ExampleUnsur:
    """One unsur: short name, the labels of 1..4, and its weight."""

    kunci: str
    nama: str
    label: tuple[str, str, str, str]
    bobot: Fraction


@dataclass(frozen=True, slots=True)
class Example:
    """The unsur in the order asked, the answers it begins with, and the rule set that grades."""

    unsur: tuple[ExampleUnsur, ...]
    jawaban: tuple[int, ...]
    aturan: RuleSet

    @property
    def kata(self) -> str:
        """What is multiplied by 25: the plain mean of the NRR, or with weights of its own the weighted NRR."""
        return "rata-rata NRR" if len({one.bobot for one in self.unsur}) == 1 else "NRR tertimbang"

    @property
    def tertimbang(self) -> Fraction:
        """Weighted NRR (1..4) of the one questionnaire, exact."""
        return worked(self, [self.jawaban])

    @property
    def ikm(self) -> Decimal:
        """Its IKM, two decimals."""
        return rules.publish_ikm(rules.ikm(self.tertimbang))


def worked(example: Example, kuesioner: Sequence[Sequence[int | None]]) -> Fraction:
    """Weighted NRR (1..4) of questionnaires answered in the order of the unsur; None is a blank.

    Raises ValueError if nothing is answered.
    """
    nrr = {}
    for place, one in enumerate(example.unsur):
        given = [value for answers in kuesioner if (value := answers[place]) is not None]
        if given:
            nrr[one.kunci] = rules.nrr(sum(given), len(given))
    return rules.tertimbang(nrr, {one.kunci: one.bobot for one in example.unsur})


def example(instrumen: Instrumen, unsur: dict[str, Unsur], aturan: RuleSet) -> Example:
    """The example of a questionnaire: one row per unsur, asked by its first item."""
    items = first_items(instrumen)
    share = Fraction(1, len(items))
    rows = tuple(
        ExampleUnsur(key, unsur[key].pendek, item.label, instrumen.bobot[key] if instrumen.bobot else share)
        for key, item in items.items()
    )
    return Example(rows, tuple(JAWABAN[place % len(JAWABAN)] for place in range(len(rows))), aturan)


def first_items(instrumen: Instrumen) -> dict[str, Butir]:
    """The first item of every unsur, in the order asked."""
    found: dict[str, Butir] = {}
    for item in instrumen.butir:
        if item.peran == "unsur" and item.unsur_kunci:
            found.setdefault(item.unsur_kunci, item)
    return found
