"""The three sentences "yang perlu diperhatikan": chosen and worded by rules from the figures, most urgent first.

They state what was observed. Whether a difference is more than chance is said where the precision stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from skm_core import rules
from skm_core.results.rounds import Susunan
from skm_core.scoring import Score, UnsurScore
from skm_core.terms import Layanan, Unsur, Wilayah
from skm_core.writing import angka

if TYPE_CHECKING:
    from skm_core.results.ringkasan import LayananResult

N_KALIMAT = 3
TURUN_BERARTI = Decimal("-1")
"""A published fall of at least one point is worth a sentence before a weak cell is."""
SELISIH_BERARTI = Decimal(1)
"""The two kinds of data are worth a sentence when their published figures differ by a point."""
ANGKA = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One Indonesian sentence and the page and filter keys that show its evidence."""

    teks: str
    halaman: str
    kunci: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """The figures the sentences are chosen from, all of one periode and selection."""

    here: Susunan
    weakest: Sequence[tuple[Unsur | None, UnsurScore]]
    services: Sequence[LayananResult]
    heat: Mapping[tuple[str, str], Score]
    places: Mapping[str, Wilayah]
    layanan: Mapping[str, Layanan]
    total: Score
    other: Score | None
    silent: Sequence[Wilayah]


def kata(number: int) -> str:
    """Small whole numbers in words, as a sentence wants them."""
    return ANGKA[number] if number < len(ANGKA) else str(number)


def sentences(seen: Seen) -> tuple[Sentence, ...]:
    """At most three sentences, in order of urgency.

    A fall, a missed target, the weakest unsur, kelurahan that sent nothing, the weakest cell, the two kinds of data
    apart, cells with too few questionnaires.
    """
    found = [
        *(falls := _fall(seen)),
        *_target(seen, said={sentence.kunci["layanan"] for sentence in falls}),
        *_weakest_unsur(seen),
        *_silent(seen),
        *_weakest_cell(seen),
        *_apart(seen),
        *_thin(seen),
    ]
    return tuple(found[:N_KALIMAT])


def _fall(seen: Seen) -> list[Sentence]:
    falling = [
        part for part in seen.services if part.change and part.change.poin <= TURUN_BERARTI and _enough(part.score)
    ]
    if not falling:
        return []
    worst = min(falling, key=lambda part: part.change.poin if part.change else Decimal(0))
    assert worst.change and worst.score and worst.score.ikm is not None
    return [
        Sentence(
            f"{worst.layanan.nama} turun {angka(-worst.change.poin)} poin sejak {worst.change.sejak.nama}, "
            f"menjadi {angka(worst.score.ikm)}.",
            "tren",
            {"layanan": worst.layanan.kode},
        )
    ]


def _target(seen: Seen, said: Set[str]) -> list[Sentence]:
    gaps = [
        (part.layanan.target_ikm - part.score.ikm, part.layanan.nama, part.layanan)
        for part in seen.services
        if part.layanan.target_ikm is not None and part.score and part.score.ikm is not None and _enough(part.score)
    ]
    missed = sorted((gap for gap in gaps if gap[0] > 0), key=lambda gap: -gap[0])
    if not missed:
        return []
    if missed[0][2].kode in said:  # one sentence per service
        return []
    gap, name, worst = missed[0]
    assert worst.target_ikm is not None
    more = f"; {kata(len(missed) - 1)} layanan lain juga belum mencapai targetnya" if len(missed) > 1 else ""
    return [
        Sentence(
            f"{name} masih {angka(gap)} poin di bawah target {angka(worst.target_ikm)}{more}.",
            "layanan",
            {"periode": seen.here.periode.kode, "layanan": worst.kode},
        )
    ]


def _weakest_unsur(seen: Seen) -> list[Sentence]:
    if not seen.weakest or seen.weakest[0][0] is None:  # the panel's variables are not unsur and have no name
        return []
    unsur, lowest = seen.weakest[0]
    assert unsur is not None
    if lowest.nrr_terbit is None or not _enough(seen.total):
        return []
    scored = [part.score for part in seen.services if part.score and _enough(part.score)]
    spread = sum(
        min((part.nrr, part.kunci) for part in figure.unsur if part.nrr is not None)[1] == lowest.kunci
        for figure in scored
    )
    where = f", dan terendah di {kata(spread)} dari {kata(len(scored))} layanan" if len(scored) > 1 else ""
    if len(scored) > 1 and spread == len(scored):
        where = ", dan terendah di semua layanan"
    return [
        Sentence(
            f"{unsur.nama} adalah unsur terendah (NRR {angka(lowest.nrr_terbit)}){where}.",
            "layanan",
            {"periode": seen.here.periode.kode},
        )
    ]


def _silent(seen: Seen) -> list[Sentence]:
    names = [place.nama for place in seen.silent]
    if not names or not seen.total.n_kuesioner:
        return []
    if len(names) > N_KALIMAT:
        return [
            Sentence(f"{len(names)} kelurahan belum mengirim data.", "wilayah", {"periode": seen.here.periode.kode})
        ]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} dan {names[-1]}"
    said = f"{kata(len(names)).capitalize()} kelurahan belum mengirim data: {listed}."
    return [Sentence(said, "wilayah", {"periode": seen.here.periode.kode})]


def _weakest_cell(seen: Seen) -> list[Sentence]:
    shown = {key: figure for key, figure in seen.heat.items() if figure.ikm is not None and _enough(figure)}
    if len(shown) < 2:
        return []
    (place, service), figure = min(shown.items(), key=lambda cell: (cell[1].ikm_exact or 0, cell[0]))
    assert figure.ikm is not None
    grade = f", mutu {figure.mutu.huruf}" if figure.mutu else ""
    keys = {"periode": seen.here.periode.kode, "layanan": service, "kecamatan": place[:8]}
    if len(place) > len(keys["kecamatan"]):
        keys["kelurahan"] = place
    return [
        Sentence(
            f"{seen.layanan[service].nama} di {seen.places[place].nama} paling rendah: {angka(figure.ikm)}{grade} "
            f"dari {angka(Decimal(figure.n_kuesioner))} kuesioner.",
            "layanan",
            keys,
        )
    ]


def _apart(seen: Seen) -> list[Sentence]:
    if seen.other is None or not _enough(seen.other) or not _enough(seen.total):
        return []
    figures = {seen.total.pengumpul: seen.total.ikm, seen.other.pengumpul: seen.other.ikm}
    own, city = figures.get("kelurahan"), figures.get("kota")
    if own is None or city is None or abs(own - city) < SELISIH_BERARTI:
        return []
    way = "lebih tinggi" if own > city else "lebih rendah"
    return [
        Sentence(
            f"Kumpulan kelurahan {angka(abs(own - city))} poin {way} daripada sampel kota "
            f"({angka(own)} dan {angka(city)}).",
            "wilayah",
            {"periode": seen.here.periode.kode},
        )
    ]


def _thin(seen: Seen) -> list[Sentence]:
    thin = sorted(key for key, figure in seen.heat.items() if not _enough(figure))
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


def _enough(figure: Score | None) -> bool:
    return figure is not None and figure.n_kuesioner >= rules.N_SEMBUNYI
