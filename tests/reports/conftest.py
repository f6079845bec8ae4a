"""Reports are tested on the demo data, generated once, and on small stores whose figures are worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from skm_core.demo import generate
from skm_core.reports.content import Content, content
from skm_core.reports.scope import Scope
from skm_core.store import Store

DAY = date(2021, 1, 15)


@pytest.fixture(scope="session")
def demo() -> Iterator[Store]:
    """The whole demo data; tests only read."""
    with Store() as store:
        generate(store)
        yield store


@pytest.fixture(scope="session")
def kota(demo: Store) -> Content:
    """The city in the last quarter of 2020."""
    return content(demo, Scope("kota", "", "2020-q4"), tanggal=DAY)
