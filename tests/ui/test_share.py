"""A link that is handed on shows the same again, also when newer data have come."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import text

COMPLETE = "Alamat halaman ini sudah lengkap"


@pytest.mark.parametrize("page", ["ringkasan", "unsur", "wilayah"])
def test_one_press_puts_all_that_is_shown_into_the_address(open_page: Callable[..., AppTest], page: str) -> None:
    app = open_page(page, layanan="pkk")
    assert COMPLETE not in text(app)
    app.button(key="bagikan").click().run()
    query = {name: "".join(value) for name, value in dict(app.query_params).items()}
    assert query["data"] == "contoh" and query["layanan"] == "pkk" and query["periode"]
    again = open_page(page, **query)
    assert COMPLETE in text(again)
    head = [body for body in text(again).splitlines() if 'class="skm-head"' in body]
    assert head and head == [body for body in text(app).splitlines() if 'class="skm-head"' in body]


def test_a_page_without_filters_offers_no_link(open_page: Callable[..., AppTest]) -> None:
    assert "bagikan" not in [one.key for one in open_page("metode").button]
