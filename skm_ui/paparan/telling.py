"""The story of the choice, from the content that the page Laporan shows too, so that it is made once for both."""

from __future__ import annotations

from datetime import date

from skm_core.reports.content import Content, content
from skm_core.store import Store
from skm_core.story.sosialisasi import sosialisasi
from skm_core.story.steps import SOSIALISASI, Story
from skm_core.story.tell import told_results
from skm_ui.cache import result
from skm_ui.kept import built
from skm_ui.paparan.choice import Choice


def story(choice: Choice, day: date) -> Story | None:
    """The story on a day; None without any periode. Raises NoDataError for results of a scope without any."""
    if choice.scope is None:
        return None
    if choice.cerita == SOSIALISASI:
        return result(choice.sel, sosialisasi, choice.scope, tanggal=day)
    found = result(choice.sel, content, choice.scope, tanggal=day)
    return built(_results, found, choice.sel.store)


def _results(found: Content, store: Store) -> Story:
    return told_results(store, found)
