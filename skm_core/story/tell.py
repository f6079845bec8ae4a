"""The one way from the store to a story, for the page and for files."""

from __future__ import annotations

from datetime import date

from skm_core.reports.content import Content, content
from skm_core.reports.scope import Scope
from skm_core.store import Store
from skm_core.story.hasil import hasil
from skm_core.story.quotes import chosen
from skm_core.story.sosialisasi import sosialisasi
from skm_core.story.steps import SOSIALISASI, Story


def tell(store: Store, cerita: str, what: Scope, *, tanggal: date) -> Story:
    """The story of a scope by its key. tanggal: the day it is told.

    Raises UnknownKeyError for a key that does not exist; NoDataError if the results of a scope without any are asked.
    """
    if cerita == SOSIALISASI:
        return sosialisasi(store, what, tanggal=tanggal)
    return told_results(store, content(store, what, tanggal=tanggal))


def told_results(store: Store, c: Content) -> Story:
    """The story of the results of a content, with the quotes staff chose for the public."""
    return hasil(c, chosen(store, c.pilihan))
