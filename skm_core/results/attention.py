"""The three sentences "yang perlu diperhatikan": chosen and worded by rules from the figures, most urgent first.

They state what was observed. Whether a difference is more than chance is said where the precision stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from skm_core import rules
from skm_core.results.rounds import Susunan
from skm_core.scoring import Score, UnsurScore
from skm_core.terms import Layanan, Unsur, Wilayah

if TYPE_CHECKING:
    from skm_core.results.ringkasan import LayananResult

N_KALIMAT = 3
TURUN_BERARTI = Decimal("-1")
"""A published fall of at least one point is worth a sentence before a weak cell is."""
ANGKA = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One Indonesian sentence and the page and filter keys that show its evidence."""

    teks: str
    halaman: str
    kunci: Mapping[str, str]


def angka(value: Decimal) -> str:
    """A published figure in Indonesian writing: comma before the decimals, point between thousands."""
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def kata(number: int) -> str:
    """Small whole numbers in words, as a sentence wants them."""
    return ANGKA[number] if number < len(ANGKA) else str(number)


def sentences(
    weakest: Sequence[tuple[Unsur | None, UnsurScore]],
    services: Sequence[LayananResult],
    heat: Mapping[tuple[str, str], Score],
    places: Mapping[str, Wilayah],
    layanan: Mapping[str, Layanan],
    here: Susunan,
) -> tuple[Sentence, ...]:
    """At most three sentences, in order of urgency: a fall, the weakest unsur, the weakest cell, missing data."""
    found = [
        *_falls(services, here),
        *_weakest_unsur(weakest, services, here),
        *_weakest_cell(heat, places, layanan, here),
        *_missing(heat, places, layanan, here),
    ]
    return tuple(found[:N_KALIMAT])


def _falls(services: Sequence[LayananResult], here: Susunan) -> list[Sentence]:
    falling = [part for part in services if part.change and part.change.poin <= TURUN_BERARTI]
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


def _weakest_unsur(
    weakest: Sequence[tuple[Unsur | None, UnsurScore]], services: Sequence[LayananResult], here: Susunan
) -> list[Sentence]:
    if not weakest or weakest[0][0] is None:  # the panel's variables are not unsur and have no name
        return []
    unsur, lowest = weakest[0]
    assert unsur is not None and lowest.nrr_terbit is not None
    scored = [part.score for part in services if part.score and part.score.n_kuesioner >= rules.N_SEMBUNYI]
    spread = sum(
        min((part.nrr, part.kunci) for part in figure.unsur if part.nrr is not None)[1] == lowest.kunci
        for figure in scored
    )
    where = f", dan terendah di {kata(spread)} dari {kata(len(scored))} layanan" if len(scored) > 1 else ""
    return [
        Sentence(
            f"{unsur.nama} adalah unsur terendah (NRR {angka(lowest.nrr_terbit)}){where}.",
            "layanan",
            {"periode": here.periode.kode},
        )
    ]


def _weakest_cell(
    heat: Mapping[tuple[str, str], Score],
    places: Mapping[str, Wilayah],
    layanan: Mapping[str, Layanan],
    here: Susunan,
) -> list[Sentence]:
    shown = {
        key: figure for key, figure in heat.items() if figure.ikm is not None and figure.n_kuesioner >= rules.N_SEMBUNYI
    }
    if len(shown) < 2:
        return []
    (place, service), figure = min(shown.items(), key=lambda cell: (cell[1].ikm_exact or 0, cell[0]))
    assert figure.ikm is not None
    grade = f", mutu {figure.mutu.huruf}" if figure.mutu else ""
    return [
        Sentence(
            f"{layanan[service].nama} di {places[place].nama} paling rendah: {angka(figure.ikm)}{grade} "
            f"dari {angka(Decimal(figure.n_kuesioner))} kuesioner.",
            "layanan",
            {"periode": here.periode.kode, "layanan": service, "kecamatan": place[:8]},
        )
    ]


def _missing(
    heat: Mapping[tuple[str, str], Score],
    places: Mapping[str, Wilayah],
    layanan: Mapping[str, Layanan],
    here: Susunan,
) -> list[Sentence]:
    thin = sorted(key for key, figure in heat.items() if figure.n_kuesioner < rules.N_SEMBUNYI)
    if not thin:
        return []
    place, service = thin[0]
    more = f" dan {kata(len(thin) - 1)} pasangan lain" if len(thin) > 1 else ""
    return [
        Sentence(
            f"{layanan[service].nama} di {places[place].nama}{more} punya kurang dari {rules.N_SEMBUNYI} "
            "kuesioner, sehingga nilainya tidak ditampilkan.",
            "wilayah",
            {"periode": here.periode.kode},
        )
    ]
