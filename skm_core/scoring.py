"""From whole-number counts to figures: NRR per unsur, IKM and mutu, exact, one Score per group.

A group is one combination of the chosen dimensions **and pengumpul**: what the city sampled and what a kelurahan
collected itself are never pooled, by construction. Questionnaires inside a group are pooled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from skm_core import registry, rules
from skm_core.counting import Group, groups
from skm_core.store import Store
from skm_core.terms import SEMUA, Instrumen, Pilihan


@dataclass(frozen=True, slots=True)
class ButirScore:
    """One item: answers given to it, their sum, and its NRR (1..4), None if nobody answered."""

    instrumen: str
    kolom: str
    n_jawaban: int
    jumlah_nilai: int

    @property
    def nrr(self) -> Fraction | None:
        """Exact NRR of the item."""
        return rules.nrr(self.jumlah_nilai, self.n_jawaban) if self.n_jawaban else None


@dataclass(frozen=True, slots=True)
class UnsurScore:
    """One unsur (or variabel of a panel): its items and exact NRR; nrr is None if nobody answered it."""

    kunci: str
    rasio: tuple[int, int] | None
    """The NRR as numerator and denominator, not reduced: pages score hundreds of cells and read few NRR."""
    bobot: Fraction
    """Weight in the index, 0 for an unsur nobody answered."""
    butir: tuple[ButirScore, ...]

    @property
    def nrr(self) -> Fraction | None:
        """Exact NRR, 1..4."""
        return Fraction(*self.rasio) if self.rasio else None

    @property
    def n_jawaban(self) -> int:
        """Answers given, over all items of the unsur."""
        return sum(item.n_jawaban for item in self.butir)

    @property
    def jumlah_nilai(self) -> int:
        """Sum of those answers."""
        return sum(item.jumlah_nilai for item in self.butir)

    @property
    def nrr_terbit(self) -> Decimal | None:
        """Published NRR, three decimals."""
        return None if self.nrr is None else rules.publish_nrr(self.nrr)


@dataclass(frozen=True, slots=True)
class Score:
    """The index of one group. `ikm` is published (two decimals), `ikm_exact` is not rounded; both 25..100.

    `ikm` is None where there is nothing to score; `mutu` is None for a closed panel and where several rule sets meet.
    """

    periode: str | None
    layanan: str | None
    kecamatan: str | None
    kelurahan: str | None
    pengumpul: str
    panel: bool
    aturan: tuple[str, ...]
    instrumen: tuple[str, ...]
    n_kuesioner: int
    ikm_exact: Fraction | None
    unsur: tuple[UnsurScore, ...]
    bobot_sendiri: bool = False

    @property
    def ikm(self) -> Decimal | None:
        """Published index, two decimals, half-up."""
        return None if self.ikm_exact is None else rules.publish_ikm(self.ikm_exact)

    @property
    def tertimbang(self) -> Fraction | None:
        """Weighted NRR, 1..4, exact."""
        return None if self.ikm_exact is None else self.ikm_exact / rules.KONVERSI

    @property
    def mutu(self) -> rules.Mutu | None:
        """Grade of the published figure under the group's one rule set."""
        if self.ikm_exact is None or self.panel or len(self.aturan) != 1:
            return None
        return rules.mutu(self.ikm_exact, rules.RULE_SETS[self.aturan[0]])

    @property
    def unsur_kosong(self) -> tuple[str, ...]:
        """Keys of the unsur that nobody answered and that therefore do not weigh."""
        return tuple(part.kunci for part in self.unsur if part.nrr is None)

    @property
    def catatan(self) -> tuple[str, ...]:
        """Indonesian sentences that must stand beside the figure."""
        notes = []
        if self.panel:
            notes.append("Panel tertutup: tanpa mutu dan tanpa rentang, karena bukan sampel.")
        if self.unsur_kosong:
            kept = len(self.unsur) - len(self.unsur_kosong)
            notes.append(f"Tidak ada jawaban untuk {', '.join(self.unsur_kosong)}; indeks dihitung dari {kept} unsur.")
        if len(self.instrumen) > 1:
            notes.append("Gabungan beberapa kuesioner, ditimbang menurut jumlah kuesioner.")
        if len(self.aturan) > 1:
            notes.append("Gabungan beberapa aturan, sehingga mutu tidak ditetapkan.")
        if self.bobot_sendiri:
            notes.append("Memakai bobot unsur sendiri, bukan 1/jumlah unsur.")
        return tuple(notes)


def score(store: Store, pilihan: Pilihan = SEMUA, menurut: Sequence[str] = ()) -> tuple[Score, ...]:
    """Scores of a selection, one per value of the dimensions in `menurut` and pengumpul, in code order.

    `menurut` takes names of terms.DIMENSI. An empty selection gives an empty tuple. Blank answers count neither as
    0 nor as answers; an unsur nobody answered is left out; several items of an unsur are averaged
    (Permenpan RB 14/2017, Lampiran, pengolahan data).
    """
    return score_groups(groups(store, pilihan, menurut), registry.instrumen(store))


def selection(pilihan: Pilihan) -> dict[str, Any]:
    """The selection as the values that every query on questionnaires binds (None = everything)."""
    return {
        "periode": list(pilihan.periode) or None,
        "layanan": list(pilihan.layanan) or None,
        "wilayah": pilihan.wilayah,
        "pengumpul": pilihan.pengumpul,
    }


def score_groups(counted: Iterable[Group], instrumen: Mapping[str, Instrumen]) -> tuple[Score, ...]:
    """Scores from whole-number counts, one per dimension values and pengumpul, in the order of the groups."""
    parts: dict[tuple[object, ...], list[Score]] = defaultdict(list)
    for group in counted:
        key = (group.periode, group.layanan, group.kecamatan, group.kelurahan, group.pengumpul, group.panel)
        parts[key].append(_score_part(group, instrumen[group.instrumen]))
    return tuple(_combine(found) for found in parts.values())


def _score_part(group: Group, instrumen: Instrumen) -> Score:
    """The score of one group within one instrumen."""
    by_unsur: dict[str, list[ButirScore]] = {}
    for item in instrumen.butir:
        if item.peran != "tambahan":  # asked beside the unsur, never part of the index
            place = int(item.kolom[1:]) - 1
            counted = ButirScore(instrumen.kode, item.kolom, group.n_jawaban[place], group.jumlah_nilai[place])
            by_unsur.setdefault(item.unsur_kunci or item.kolom, []).append(counted)
    found = {unsur: ratio for unsur, butir in by_unsur.items() if (ratio := _ratio(butir))}
    weights = instrumen.bobot if instrumen.bobot and found.keys() <= instrumen.bobot.keys() else None
    if weights:
        share = sum((weights[unsur] for unsur in found), Fraction(0))
        total = rules.tertimbang({unsur: Fraction(*ratio) for unsur, ratio in found.items()}, weights)
        bobot = {unsur: weights[unsur] / share for unsur in found}
    elif found:
        total = rules.mean_of_ratios(list(found.values()))
        bobot = dict.fromkeys(found, Fraction(1, len(found)))
    return Score(
        periode=group.periode,
        layanan=group.layanan,
        kecamatan=group.kecamatan,
        kelurahan=group.kelurahan,
        pengumpul=group.pengumpul,
        panel=group.panel,
        aturan=(group.aturan,),
        instrumen=(instrumen.kode,),
        n_kuesioner=group.n_kuesioner,
        ikm_exact=rules.ikm(total) if found else None,
        unsur=tuple(
            UnsurScore(unsur, found.get(unsur), bobot[unsur] if unsur in found else Fraction(0), tuple(butir))
            for unsur, butir in by_unsur.items()
        ),
        bobot_sendiri=weights is not None,
    )


def _ratio(butir: Sequence[ButirScore]) -> tuple[int, int] | None:
    """NRR of an unsur as numerator and denominator: of its one item, or the mean of its items' NRR."""
    answered = [(item.jumlah_nilai, item.n_jawaban) for item in butir if item.n_jawaban]
    if len(answered) < 2:
        return answered[0] if answered else None
    return rules.mean_of_ratios(answered).as_integer_ratio()


def _combine(parts: list[Score]) -> Score:
    """One score over several instrumen: index and NRR weighted by the number of questionnaires."""
    if len(parts) == 1:
        return parts[0]
    total = sum(part.n_kuesioner for part in parts)
    scored = [part for part in parts if part.ikm_exact is not None]
    merged: dict[str, list[tuple[int, UnsurScore]]] = defaultdict(list)
    for part in parts:
        for unsur in part.unsur:
            merged[unsur.kunci].append((part.n_kuesioner, unsur))
    return replace(
        parts[0],
        aturan=tuple(sorted({aturan for part in parts for aturan in part.aturan})),
        instrumen=tuple(sorted({kode for part in parts for kode in part.instrumen})),
        n_kuesioner=total,
        ikm_exact=_weighted([(part.n_kuesioner, part.ikm_exact) for part in scored]),
        unsur=tuple(
            UnsurScore(
                kunci=kunci,
                rasio=None
                if (nrr := _weighted([(n, unsur.nrr) for n, unsur in found])) is None
                else nrr.as_integer_ratio(),
                bobot=_weighted([(n, unsur.bobot) for n, unsur in found]) or Fraction(0),
                butir=tuple(item for _, unsur in found for item in unsur.butir),
            )
            for kunci, found in merged.items()
        ),
        bobot_sendiri=any(part.bobot_sendiri for part in parts),
    )


def _weighted(values: Sequence[tuple[int, Fraction | None]]) -> Fraction | None:
    """Mean weighted by n, None for nothing."""
    total = sum(n for n, value in values if value is not None)
    return sum((n * value for n, value in values if value is not None), Fraction(0)) / total if total else None


def by_rounded_weights(figure: Score) -> dict[str, Decimal]:
    """The index as agencies print it with each rounded weight of the rule set, as a comparison only.

    Empty where the comparison has no meaning: several rule sets, own weights, or another number of unsur.
    """
    if len(figure.aturan) != 1 or figure.bobot_sendiri or len(figure.instrumen) != 1:
        return {}
    rule_set = rules.RULE_SETS[figure.aturan[0]]
    answered = [part.nrr for part in figure.unsur if part.nrr is not None]
    if len(answered) != rule_set.n_unsur:
        return {}
    return {weight: rules.ikm_by_weight(answered, weight) for weight in rule_set.bobot_pembanding}
