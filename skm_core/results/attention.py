"""The three sentences "yang perlu diperhatikan": chosen and worded by rules from the figures, most urgent first.

A fall, a weakest unsur or cell, and two kinds of data apart are named only where the survey can vouch for it. No
sentence gives an IKM or NRR: those stand in figures that carry their certainty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from skm_core import rules
from skm_core.compare import PUTUSAN, Selisih
from skm_core.results.measured import Measured
from skm_core.results.rounds import Susunan
from skm_core.results.wording import inside, kata, listed
from skm_core.scoring import Score
from skm_core.terms import Layanan, Unsur, Wilayah
from skm_core.writing import angka

if TYPE_CHECKING:
    from skm_core.results.ringkasan import LayananResult

N_KALIMAT = 3
PASTI = PUTUSAN["turun"].penjelasan
PANEL = "menurut panel undangan"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One Indonesian sentence and the page and filter keys that show its evidence."""

    teks: str
    halaman: str
    kunci: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """The figures the sentences are chosen from, all of one periode and selection.

    weakest: the unsur that cannot be told apart from the lowest. cells: heat cells against the whole. apart: own data
    less the city's.
    """

    here: Susunan
    weakest: Sequence[Unsur]
    services: Sequence[LayananResult]
    heat: Mapping[tuple[str, str], Measured]
    cells: Mapping[tuple[str, str], Selisih]
    places: Mapping[str, Wilayah]
    layanan: Mapping[str, Layanan]
    total: Measured
    other: Measured | None
    apart: Selisih | None
    silent: Sequence[Wilayah]


def sentences(seen: Seen) -> tuple[Sentence, ...]:
    """At most three sentences, in order of urgency.

    A fall, a target missed for certain, the weakest unsur, kelurahan that sent nothing, the lowest cell, the two kinds
    of data apart, a target missed perhaps, cells with too few questionnaires.
    """
    falls = _fall(seen)
    said = {sentence.kunci["layanan"] for sentence in falls}
    found = [
        *falls,
        *_target(seen, said, certain=True),
        *_weakest_unsur(seen),
        *_silent(seen),
        *_lowest_cell(seen),
        *_apart(seen),
        *_target(seen, said, certain=False),
        *_thin(seen),
    ]
    return tuple(found[:N_KALIMAT])


def _fall(seen: Seen) -> list[Sentence]:
    falling = [
        (part.change, part.layanan)
        for part in seen.services
        if part.change and part.change.turun and enough(part.score) and enough(part.change.sebelum)
    ]
    if not falling:
        return []
    change, worst = min(falling, key=lambda one: one[0].poin)
    return [
        Sentence(
            f"{worst.nama} turun {angka(-change.poin)} poin sejak {change.sejak.nama}, {PASTI}.",
            "tren",
            {"layanan": worst.kode},
        )
    ]


def _target(seen: Seen, said: Set[str], *, certain: bool) -> list[Sentence]:
    """The service farthest below its target that is not in `said`: of those below it for certain, or of the others.

    certain: the whole interval lies below the target, or the figure is of a panel, which has none to doubt.
    """
    gaps = [
        (part.layanan.target_ikm - part.score.ikm, part.layanan, part.score)
        for part in seen.services
        if part.layanan.target_ikm is not None and part.score and part.score.ikm is not None and enough(part.score)
    ]
    sure = [one for one in gaps if one[0] > 0 and (one[2].panel or _below(one[2], one[1].target_ikm))]
    if not certain and any(one[1].kode not in said for one in sure):
        return []
    chosen = sure if certain else [one for one in gaps if one[0] > 0 and one not in sure]
    missed = sorted(chosen, key=lambda one: -one[0])
    unsaid = [one for one in missed if one[1].kode not in said]  # one sentence per service
    if not unsaid:
        return []
    gap, worst, score = unsaid[0]
    assert worst.target_ikm is not None
    more = (
        f"; {kata(len(missed) - 1)} layanan lain juga belum mencapai targetnya" if len(missed) > 1 and certain else ""
    )
    verdict = PANEL if score.panel else PASTI if certain else PUTUSAN["ragu"].perubahan
    return [
        Sentence(
            f"{worst.nama} masih {angka(gap)} poin di bawah target {angka(worst.target_ikm)}, {verdict}{more}.",
            "layanan",
            {"periode": seen.here.periode.kode, "layanan": worst.kode},
        )
    ]


def _below(score: Measured, target: Decimal | None) -> bool:
    return score.rentang is not None and target is not None and score.rentang[1] < target


def _weakest_unsur(seen: Seen) -> list[Sentence]:
    """Not of a panel, whose variables are not unsur, nor where too many cannot be told apart."""
    if not 1 <= len(seen.weakest) <= N_KALIMAT or not enough(seen.total):
        return []
    if len(seen.weakest) > 1:
        names = [seen.weakest[0].pendek, *(inside(unsur.pendek) for unsur in seen.weakest[1:])]
        said = f"{listed(names)} adalah unsur terendah, setara."
    else:
        said = f"{seen.weakest[0].nama} adalah unsur terendah."
    return [Sentence(said, "unsur", {"periode": seen.here.periode.kode})]


def _silent(seen: Seen) -> list[Sentence]:
    names = [place.nama for place in seen.silent]
    if not names or not seen.total.n_kuesioner:
        return []
    if len(names) > N_KALIMAT:
        return [
            Sentence(f"{len(names)} kelurahan belum mengirim data.", "wilayah", {"periode": seen.here.periode.kode})
        ]
    said = f"{kata(len(names)).capitalize()} kelurahan belum mengirim data: {listed(names)}."
    return [Sentence(said, "wilayah", {"periode": seen.here.periode.kode})]


def _lowest_cell(seen: Seen) -> list[Sentence]:
    low = [key for key, one in seen.cells.items() if one.putusan.kunci == "turun" and enough(seen.heat.get(key))]
    if not low or len({place for place, _ in seen.heat}) < 2:
        return []
    place, service = min(low, key=lambda key: (seen.cells[key].selisih, key))
    keys = {"periode": seen.here.periode.kode, "layanan": service, "kecamatan": place[:8]}
    if len(place) > len(keys["kecamatan"]):
        keys["kelurahan"] = place
    return [
        Sentence(
            f"{seen.layanan[service].nama} di {seen.places[place].nama} di bawah keseluruhan, {PASTI}.",
            "layanan",
            keys,
        )
    ]


def _apart(seen: Seen) -> list[Sentence]:
    if seen.apart is None or not enough(seen.other) or not enough(seen.total):
        return []
    if seen.apart.putusan.kunci not in ("naik", "turun"):
        return []
    figures = {figure.pengumpul: figure.ikm for figure in (seen.total, seen.other) if figure and figure.ikm is not None}
    gap = abs(figures["kelurahan"] - figures["kota"])
    return [
        Sentence(
            f"Kumpulan kelurahan {angka(gap)} poin {seen.apart.kata} daripada sampel kota, {PASTI}.",
            "wilayah",
            {"periode": seen.here.periode.kode},
        )
    ]


def _thin(seen: Seen) -> list[Sentence]:
    thin = sorted(key for key, figure in seen.heat.items() if not enough(figure))
    if not thin:
        return []
    place, service = thin[0]
    more = f" dan {kata(len(thin) - 1)} pasangan lain" if len(thin) > 1 else ""
    return [
        Sentence(
            f"{seen.layanan[service].nama} di {seen.places[place].nama}{more} punya kurang dari {rules.N_SEMBUNYI} "
            "kuesioner, sehingga nilainya tidak ditampilkan.",
            "wilayah",
            {"periode": seen.here.periode.kode},
        )
    ]


def enough(figure: Score | None) -> bool:
    """Enough questionnaires for a sentence about the figure."""
    return figure is not None and figure.n_kuesioner >= rules.N_SEMBUNYI
