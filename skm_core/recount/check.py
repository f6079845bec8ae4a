"""Recomputes a sheet from its answers and compares every figure that it states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from skm_core import rules
from skm_core.recount import wording
from skm_core.recount.chains import Chain, find_chains, fits, fits_index
from skm_core.recount.claims import IKM, JUMLAH, LANGKAH, NRR, TERTIMBANG, TOTAL, Claim, Claims, find_claims
from skm_core.recount.sheet import Number, Sheet
from skm_core.recount.sums import explained

DECIMALS = {JUMLAH: 0, NRR: 3, TERTIMBANG: 4, TOTAL: 4, IKM: 2}
SHOWN = 4
"""Decimals at which a figure with the noise of a computer is shown."""


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """One stated figure beside the right one, both rounded to the same decimals. `kolom`: index, None for the sheet."""

    langkah: str
    kolom: int | None
    baris: int
    huruf: str
    di_berkas: Decimal
    seharusnya: Decimal
    cocok: bool


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """What a sheet states and what its answers give.

    `cocok`: None if it states nothing that could be checked. `ikm`, `mutu`: from the answers, by the exact rule;
    `ikm_berkas`, `mutu_berkas`: as stated, None if not. `cara`: the departures of each chain of steps that gives all
    stated figures, one chain if it is certain, none if no usual one does. `pokok` and `kalimat` say it in Indonesian.
    """

    lembar: str | None
    n_kuesioner: int
    nama_kolom: tuple[str, ...]
    ikm: Decimal
    mutu: rules.Mutu
    ikm_berkas: Decimal | None
    mutu_berkas: str | None
    perbandingan: tuple[Perbandingan, ...]
    cocok: bool | None
    cara: tuple[tuple[str, ...], ...]
    pokok: str
    kalimat: tuple[str, ...]
    baris: int | None
    """Row of the stated IKM, or of the first figure that differs."""

    @property
    def selisih(self) -> Decimal | None:
        """Stated IKM minus the right one."""
        return None if self.ikm_berkas is None else self.ikm_berkas - self.ikm


def check(sheet: Sheet) -> Pemeriksaan | None:
    """The whole comparison; None for a sheet without a single answer of 1 to 4."""
    columns = [index for index in range(len(sheet.kolom)) if sheet.answers(index)]
    if not columns:
        return None
    ruleset = rules.RULE_SETS.get(sheet.aturan, rules.PERMENPAN_14_2017)
    right = _right(sheet, columns)
    exact = right[IKM, None]
    ikm = rules.publish_ikm(exact)
    grade = rules.mutu(ikm, ruleset)
    claims = find_claims(sheet)
    known = [one for one in claims.angka if _known(one, right)]
    places = {step: _places([one.angka for one in known if one.langkah == step], DECIMALS[step]) for step in LANGKAH}
    compared = tuple(_compared(one, right[one.langkah, one.kolom], places[one.langkah]) for one in known)
    stated = claims.of(IKM).get(None)
    stated_ikm = rules.publish_ikm(stated.angka.nilai) if stated else None
    wrong = [one for one in compared if not one.cocok]
    grade_wrong = claims.mutu is not None and claims.mutu[0] != grade.huruf
    chains = find_chains(sheet, claims) if wrong and _one_each(sheet, columns) else []
    agrees = None if not compared and not claims.mutu else not wrong and not grade_wrong
    facts = wording.Facts(sheet, claims, ikm, grade, ruleset, stated_ikm, wrong[0] if wrong else None, len(wrong))
    return Pemeriksaan(
        lembar=sheet.nama,
        n_kuesioner=len(sheet.jawaban),
        nama_kolom=tuple(column.judul for column in sheet.kolom),
        ikm=ikm,
        mutu=grade,
        ikm_berkas=stated_ikm,
        mutu_berkas=claims.mutu[0] if claims.mutu else None,
        perbandingan=compared,
        cocok=agrees,
        cara=tuple(chain.beda for chain in chains),
        pokok=wording.headline(facts, agrees),
        kalimat=_sentences(sheet, claims, facts, chains, compared),
        baris=stated.baris if stated else wrong[0].baris if wrong else None,
    )


def _right(sheet: Sheet, columns: Sequence[int]) -> dict[tuple[str, int | None], Fraction]:
    """Every figure of the rule from the answers alone; several questions of one unsur are averaged first."""
    nrr = {index: rules.nrr(sum(answers := sheet.answers(index)), len(answers)) for index in columns}
    unsur: dict[str, list[int]] = {}
    for index in columns:
        unsur.setdefault(sheet.kolom[index].unsur, []).append(index)
    total = rules.tertimbang({key: rules.mean([nrr[i] for i in found]) for key, found in unsur.items()})
    right: dict[tuple[str, int | None], Fraction] = {(TOTAL, None): total, (IKM, None): rules.ikm(total)}
    for found in unsur.values():
        for index in found:
            right[JUMLAH, index] = Fraction(sum(sheet.answers(index)))
            right[NRR, index] = nrr[index]
            right[TERTIMBANG, index] = nrr[index] / (len(unsur) * len(found))
    return right


def _known(one: Claim, right: dict[tuple[str, int | None], Fraction]) -> bool:
    return (one.langkah, one.kolom) in right


def _one_each(sheet: Sheet, columns: Sequence[int]) -> bool:
    """The chains know one question for each unsur; with several, agencies differ in too many ways to name one."""
    return len({sheet.kolom[index].unsur for index in columns}) == len(columns)


def _compared(one: Claim, right: Fraction, places: int) -> Perbandingan:
    agrees = fits_index(right, one.angka) if one.langkah == IKM else fits(right, one.angka)
    stated, should = rules.round_half_up(one.angka.nilai, places), rules.round_half_up(right, places)
    if agrees and stated != should and one.angka.desimal is not None:  # written shorter than the rest of its row
        places = min(places, one.angka.desimal)
        stated, should = rules.round_half_up(one.angka.nilai, places), rules.round_half_up(right, places)
    while not agrees and stated == should and places < 12:
        places += 1
        stated, should = rules.round_half_up(one.angka.nilai, places), rules.round_half_up(right, places)
    return Perbandingan(one.langkah, one.kolom, one.baris, one.huruf, stated, should, agrees)


def _places(stated: Sequence[Number], usual: int) -> int:
    """Decimals of a whole step: as many as its figures are written with, at least two of an index.

    A spreadsheet drops the last zeros of a single figure (3,00 beside 3,02), never those of all of them.
    """
    written = max(
        (SHOWN if one.desimal is None and usual else min(one.desimal or 0, SHOWN) for one in stated), default=0
    )
    return max(usual, written) if usual == DECIMALS[IKM] or not written else written


def _sentences(
    sheet: Sheet, claims: Claims, facts: wording.Facts, chains: Sequence[Chain], compared: Sequence[Perbandingan]
) -> tuple[str, ...]:
    wrong = [one for one in compared if not one.cocok]
    found = []
    sums = {one.kolom: one for one in wrong if one.langkah == JUMLAH and one.kolom is not None}
    if sums:
        found += explained(sheet, {column: int(one.di_berkas) for column, one in sums.items()})
    found += wording.causes(facts, [chain.beda for chain in chains], sums_differ=bool(sums))
    later = [one for step in LANGKAH for one in wrong if one.langkah == step and step != JUMLAH]
    if later and not chains:
        first = later[0]
        name = f" {sheet.kolom[first.kolom].judul}" if first.kolom is not None else ""
        found.append(
            wording.no_usual_way(f"{LANGKAH[first.langkah]}{name}", first.baris, first.di_berkas, first.seharusnya)
        )
    found += wording.off_scale(sheet)
    found += wording.grade(facts)
    found += wording.not_computed(claims)
    return tuple(found)
