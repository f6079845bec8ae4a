"""The words of citizens that staff chose for the public."""

from __future__ import annotations

from skm_core import registry, voices
from skm_core.store import Store
from skm_core.story.steps import Quote
from skm_core.terms import Pilihan


def chosen(store: Store, pilihan: Pilihan) -> tuple[Quote, ...]:
    """Chosen quotes of a selection, with layanan and place, the latest choice first; () while nothing is chosen."""
    services, places = registry.layanan(store), registry.wilayah(store)
    return tuple(
        Quote(one.teks, f"{services[one.layanan].nama}, {places[one.wilayah].nama}")
        for one in voices.chosen(store, pilihan)
    )
