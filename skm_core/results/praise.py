"""The sentences "yang patut dihargai": what rose, stands out or is complete, as far as the survey can vouch for it."""

from __future__ import annotations

from collections.abc import Sequence

from skm_core.results.sasaran import PANEL, PASTI, Sasaran
from skm_core.results.seen import Seen, Sentence, end_of_unsur, farthest_cell, moved_most
from skm_core.results.wording import listed, opening
from skm_core.terms import Unsur

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
        *moved_most(seen, "naik"),
        *_reached(seen, targets),
        *farthest_cell(seen, "naik"),
        *_strongest(seen, strongest),
        *_complete(seen, n_kelurahan),
    ]
    return tuple(found[:N_PUJIAN])


def _reached(seen: Seen, targets: Sequence[Sasaran]) -> list[Sentence]:
    names = [one.layanan.nama for one in targets if one.tercapai]
    if not names:
        return []
    why = PANEL if seen.total.panel else PASTI
    keys = {"periode": seen.here.periode.kode}
    if len(names) == len(targets) > 1:
        return [Sentence(f"Semua layanan yang bertarget mencapai targetnya, {why}.", "layanan", keys)]
    if len(names) > MOST_NAMES:
        said = f"{len(names)} dari {len(targets)} layanan mencapai targetnya, {why}."
        return [Sentence(said, "layanan", keys)]
    said = f"{listed(opening(names))} mencapai target, {why}."
    return [Sentence(said, "layanan", keys)]


def _strongest(seen: Seen, strongest: Sequence[Unsur]) -> list[Sentence]:
    """Not of biaya: a service that costs nothing earns no praise for its price."""
    return [] if "biaya" in (one.kunci for one in strongest) else end_of_unsur(seen, strongest, "tertinggi")


def _complete(seen: Seen, n_kelurahan: int) -> list[Sentence]:
    if seen.silent or seen.total.panel or n_kelurahan < 2 or not seen.total.n_kuesioner:
        return []
    said = f"Semua {n_kelurahan} kelurahan sudah mengirim data."
    return [Sentence(said, "wilayah", {"periode": seen.here.periode.kode})]
