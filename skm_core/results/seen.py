"""What the sentences of the front page are chosen from, and those said of a bad end and of a good one alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skm_core import rules
from skm_core.compare import Selisih
from skm_core.results.measured import Measured
from skm_core.results.rounds import Susunan
from skm_core.results.sasaran import PASTI
from skm_core.results.wording import listed, opening
from skm_core.scoring import Score
from skm_core.terms import Layanan, Unsur, Wilayah
from skm_core.writing import angka

if TYPE_CHECKING:
    from skm_core.results.ringkasan import LayananResult

MOST_UNSUR = 3
"""More unsur than this that cannot be told apart are not named."""
SIDE = {"turun": "di bawah", "naik": "di atas"}


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


def enough(figure: Score | None) -> bool:
    """Enough questionnaires for a sentence about the figure."""
    return figure is not None and figure.n_kuesioner >= rules.N_SEMBUNYI


def moved_most(seen: Seen, kunci: str) -> list[Sentence]:
    """The service that moved most for certain: `kunci` "turun" or "naik"."""
    moved = [
        (part.change, part.layanan)
        for part in seen.services
        if part.change and part.change.putusan.kunci == kunci and enough(part.score) and enough(part.change.sebelum)
    ]
    if not moved:
        return []
    change, layanan = max(moved, key=lambda one: abs(one[0].poin))
    said = f"{layanan.nama} {kunci} {angka(abs(change.poin))} poin sejak {change.sejak.nama}, {PASTI}."
    return [Sentence(said, "tren", {"layanan": layanan.kode})]


def farthest_cell(seen: Seen, kunci: str) -> list[Sentence]:
    """The cell of the heat table that lies farthest below ("turun") or above ("naik") the whole for certain."""
    apart = [key for key, one in seen.cells.items() if one.putusan.kunci == kunci and enough(seen.heat.get(key))]
    if not apart or len({place for place, _ in seen.heat}) < 2:
        return []
    pick = min if kunci == "turun" else max
    place, service = pick(apart, key=lambda key: (seen.cells[key].selisih, key))
    keys = {"periode": seen.here.periode.kode, "layanan": service, "kecamatan": place[:8]}
    if len(place) > len(keys["kecamatan"]):
        keys["kelurahan"] = place
    said = f"{seen.layanan[service].nama} di {seen.places[place].nama} {SIDE[kunci]} keseluruhan, {PASTI}."
    return [Sentence(said, "layanan", keys)]


def end_of_unsur(seen: Seen, unsur: Sequence[Unsur], word: str) -> list[Sentence]:
    """The unsur that are "terendah" or "tertinggi" together.

    None of a panel, whose variables are not unsur, nor where too many cannot be told apart.
    """
    if not 1 <= len(unsur) <= MOST_UNSUR or not enough(seen.total):
        return []
    names = opening([one.pendek for one in unsur])
    said = (
        f"{listed(names)} adalah unsur {word}, setara." if len(unsur) > 1 else f"{unsur[0].nama} adalah unsur {word}."
    )
    return [Sentence(said, "unsur", {"periode": seen.here.periode.kode})]
