"""The words of citizens that staff chose for the public."""

from __future__ import annotations

from skm_core.store import Store
from skm_core.story.steps import Quote
from skm_core.terms import Pilihan


def chosen(store: Store, pilihan: Pilihan) -> tuple[Quote, ...]:
    """Chosen quotes of a selection, in the order they are shown; () while nothing is chosen."""
    return ()
