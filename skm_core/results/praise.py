"""The sentences "yang patut dihargai": what rose, stands out or is complete, as far as the survey can vouch for it."""

from __future__ import annotations

from collections.abc import Sequence

from skm_core.results.attention import PANEL, PASTI, Seen, Sentence, enough
from skm_core.results.sasaran import Sasaran
from skm_core.results.wording import inside, listed
from skm_core.terms import Unsur
from skm_core.writing import angka

N_PUJIAN = 2
MOST_NAMES = 3


def praises(
    seen: Seen, strongest: Sequence[Unsur], targets: Sequence[Sasaran], n_kelurahan: int
) -> tuple[Sentence, ...]:
    """At most two sentences, the most telling first.

    The largest certain rise, targets reached for certain, the highest cell above the whole, the strongest unsur, all
    kelurahan having sent their data. `strongest`: the unsur that cannot be told apart from the highest.
    """
    found = [
        *_rise(seen),
        *_reached(seen, targets),
        *_highest_cell(seen),
        *_strongest(seen, strongest),
        *_complete(seen, n_kelurahan),
    ]
    return tuple(found[:N_PUJIAN])


def _rise(seen: Seen) -> list[Sentence]:
    rising = [
        (part.change, part.layanan)
        for part in seen.services
        if part.change and part.change.naik and enough(part.score) and enough(part.change.sebelum)
    ]
    if not rising:
        return []
    change, best = max(rising, key=lambda one: one[0].poin)
    said = f"{best.nama} naik {angka(change.poin)} poin sejak {change.sejak.nama}, {PASTI}."
    return [Sentence(said, "tren", {"layanan": best.kode})]


def _reached(seen: Seen, targets: Sequence[Sasaran]) -> list[Sentence]:
    names = [one.layanan.nama for one in targets if one.tercapai]
    if not names:
        return []
    why = PANEL if seen.total.panel else PASTI
    keys = {"periode": seen.here.periode.kode, "banding": "target"}
    if len(names) == len(targets) > 1:
        return [Sentence(f"Semua layanan yang bertarget mencapai targetnya, {why}.", "ringkasan", keys)]
    if len(names) > MOST_NAMES:
        said = f"{len(names)} dari {len(targets)} layanan mencapai targetnya, {why}."
        return [Sentence(said, "ringkasan", keys)]
    said = f"{listed([names[0], *map(inside, names[1:])])} mencapai target, {why}."
    return [Sentence(said, "ringkasan", keys)]


def _highest_cell(seen: Seen) -> list[Sentence]:
    high = [key for key, one in seen.cells.items() if one.putusan.kunci == "naik" and enough(seen.heat.get(key))]
    if not high or len({place for place, _ in seen.heat}) < 2:
        return []
    place, service = max(high, key=lambda key: (seen.cells[key].selisih, key))
    keys = {"periode": seen.here.periode.kode, "layanan": service, "kecamatan": place[:8]}
    if len(place) > len(keys["kecamatan"]):
        keys["kelurahan"] = place
    said = f"{seen.layanan[service].nama} di {seen.places[place].nama} di atas keseluruhan, {PASTI}."
    return [Sentence(said, "layanan", keys)]


def _strongest(seen: Seen, strongest: Sequence[Unsur]) -> list[Sentence]:
    """Not of a panel, whose variables are not unsur, nor where too many cannot be told apart.

    Nor of biaya: a service that costs nothing earns no praise for its price.
    """
    if not 1 <= len(strongest) <= MOST_NAMES or not enough(seen.total) or "biaya" in (one.kunci for one in strongest):
        return []
    names = [strongest[0].pendek, *(inside(unsur.pendek) for unsur in strongest[1:])]
    said = f"{strongest[0].nama} adalah unsur tertinggi." if len(names) == 1 else (
        f"{listed(names)} adalah unsur tertinggi, setara."
    )  # fmt: skip
    return [Sentence(said, "unsur", {"periode": seen.here.periode.kode})]


def _complete(seen: Seen, n_kelurahan: int) -> list[Sentence]:
    if seen.silent or seen.total.panel or n_kelurahan < 2 or not seen.total.n_kuesioner:
        return []
    said = f"Semua {n_kelurahan} kelurahan sudah mengirim data."
    return [Sentence(said, "wilayah", {"periode": seen.here.periode.kode})]
