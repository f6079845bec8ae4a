"""A link to a filtered page shows that page with those filters, even as the first request of a new server."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlparse

import pytest

from skm_ui.navigation import TITLES
from tests.browser.conftest import Server, Watched

pytestmark = pytest.mark.browser

FILTERS = {"periode": "2019-q2", "layanan": "posyandu", "kecamatan": "31.73.01"}
SENTENCE = "Posyandu · Kecamatan Cengkareng · April–Juni 2019"


def test_deep_link_on_a_fresh_server(serve: Callable[[], Server], visit: Callable[..., Watched]) -> None:
    query = "&".join(f"{key}={value}" for key, value in FILTERS.items())
    found = visit(f"{serve().address}/layanan?{query}")
    found.wait(SENTENCE)
    found.wait("DATA CONTOH")
    assert found.page.locator(".skm-here").inner_text() == "Layanan"
    address = urlparse(found.page.url)
    assert address.path == "/layanan"
    assert {key: values[0] for key, values in parse_qs(address.query).items()} == FILTERS


def test_every_page_fits_a_phone_and_carries_the_filters(demo_server: Server, visit: Callable[..., Watched]) -> None:
    query = "&".join(f"{key}={value}" for key, value in FILTERS.items())
    found = visit(f"{demo_server.address}/?{query}", width=390, height=844)
    for name in TITLES:
        found.open(TITLES[name])
        width = found.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
        assert width <= 390, f"{name} scrolls sideways on a phone"
        assert "layanan=posyandu" in found.page.url, f"{name} lost the filters"


def test_back_returns_to_where_the_page_was_left(demo_server: Server, visit: Callable[..., Watched]) -> None:
    found = visit(demo_server.address)
    page = found.page
    found.wait("DATA CONTOH")

    def scrolled(to: int) -> None:
        page.wait_for_function(f"Math.abs(document.querySelector('[data-testid=stMain]').scrollTop - {to}) < 2")

    found.settle()
    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop = 700")
    scrolled(700)
    found.settle()
    page.evaluate("[...document.querySelectorAll('.st-key-skm-menu a')].find(a => a.innerText === 'Tren').click()")
    page.locator(".skm-here", has_text="Tren").wait_for()
    scrolled(0)  # a page one goes to begins at its top
    found.settle()
    page.go_back()
    page.locator(".skm-here", has_text="Ringkasan").wait_for()
    scrolled(700)
