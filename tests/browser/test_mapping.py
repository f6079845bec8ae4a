"""An unknown form is mapped once by hand and read by itself the next week, from the keyboard and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Server, Watched
from tests.mapping.forms import SCALES, odd_file

pytestmark = pytest.mark.browser

FORMS = [[value] * 9 for value in (1, 2, 3, 4)] * 5


def bring(watched: Watched, forms: list[list[Any]]) -> None:
    content = odd_file(forms)
    watched.page.locator("input[type=file]").set_input_files(
        {"name": "rw.csv", "mimeType": "text/csv", "buffer": content}
    )


def store(watched: Watched) -> None:
    page = watched.page
    for label, name in (("Periode", "April–Juni 2019"), ("Layanan yang dinilai", "Posyandu")):
        page.get_by_role("combobox", name=label).focus()
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        watched.settle()
    page.get_by_text("Kelurahan sendiri").click()
    page.get_by_label("Nama Anda").fill("Siti")
    page.get_by_role("button", name="kuesioner ke").click()
    watched.wait("tersimpan.")


def test_unknown_layout_is_mapped_and_remembered(serve: Callable[[], Server], visit: Callable[..., Watched]) -> None:
    watched = visit(f"{serve().address}/unggah")
    page = watched.page
    bring(watched, FORMS)
    watched.wait("9 dari 9 pertanyaan punya kolom")
    use = page.get_by_role("button", name="Pakai pemetaan ini")
    assert use.is_disabled()

    meaning = page.get_by_role("combobox", name="Arti kolom N")  # a meaning chosen without the mouse
    meaning.focus()
    page.keyboard.type("abai")
    page.keyboard.press("Enter")
    watched.wait("pilihan Anda")
    for key in ("prosedur", "waktu", "produk"):
        for value, label in enumerate(SCALES[key], 1):
            for group in page.get_by_role("radiogroup", name=f"nilai “{label}”").all():
                group.get_by_role("radio", name=str(value), exact=True).click()
    watched.settle()
    watched.open("Metode")
    watched.open("Unggah")  # the file, its columns and what every answer is worth are as they were left
    watched.wait("Berkas yang tadi dipilih: rw.csv")
    watched.wait("pilihan Anda")
    assert page.locator("input[type=file]").count() == 0
    page.get_by_label("Simpan dengan nama").fill("Formulir RW 2020")
    page.get_by_label("Nama Anda").fill("Siti")
    page.keyboard.press("Tab")
    watched.settle()  # leaving the field runs the page again, and a click meanwhile is lost
    page.locator(".st-key-pemetaan_pakai button:not([disabled])").click()
    watched.wait("Dibaca dengan pemetaan Anda “Formulir RW 2020”")
    store(watched)
    page.get_by_text("Lihat hasilnya di Ringkasan").click()
    watched.wait_headline("62,50")  # as many of 1, 2, 3 and 4: 2,5 × 25

    watched.open("Unggah")
    bring(watched, [[4] * 9] * 20)
    watched.wait("Dibaca dengan pemetaan “Formulir RW 2020”")
    store(watched)
    page.get_by_text("Lihat hasilnya di Ringkasan").click()
    watched.wait_headline("81,25")  # 2,5 and 4 in equal numbers


def test_the_screen_fits_a_phone(serve: Callable[[], Server], visit: Callable[..., Watched]) -> None:
    watched = visit(f"{serve().address}/unggah", width=390, height=844)
    bring(watched, FORMS)
    watched.wait("9 dari 9 pertanyaan punya kolom")
    page = watched.page
    page.get_by_role("button", name="Pakai pemetaan ini").scroll_into_view_if_needed()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    groups = page.locator("[data-testid=stButtonGroup]:visible").all()
    assert groups and all((box := group.bounding_box()) and box["x"] + box["width"] <= 390 for group in groups)
