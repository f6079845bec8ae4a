"""Enter in a form takes what was typed and nothing more: storing needs its button."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Server, Watched
from tests.build import csv_bytes, form

pytestmark = pytest.mark.browser


def test_enter_in_the_name_does_not_store_the_file(serve: Callable[[], Server], visit: Callable[..., Watched]) -> None:
    watched = visit(f"{serve().address}/unggah")
    page, content = watched.page, csv_bytes(form([3] * 9) for _ in range(20))
    page.locator("input[type=file]").set_input_files({"name": "satu.csv", "mimeType": "text/csv", "buffer": content})
    page.get_by_text("Kelurahan sendiri").click()
    store = page.get_by_role("button", name="Simpan 20 kuesioner ke")
    store.wait_for()
    name = page.get_by_label("Nama Anda")
    name.fill("Siti")
    name.press("Enter")
    page.wait_for_timeout(1500)
    watched.settle()
    assert page.get_by_text("tersimpan.").count() == 0 and store.count() == 1 and name.input_value() == "Siti"
    store.click()
    watched.wait("tersimpan.")
