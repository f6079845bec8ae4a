"""From a sign to a place, and the index without flagged questionnaires carried from page to page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Server, Watched

pytestmark = pytest.mark.browser


def test_sign_place_and_figure_by_hand(demo_server: Server, visit: Callable[..., Watched]) -> None:
    found = visit(f"{demo_server.address}/kualitas?periode=2020-q4&tanda=hari_terpadat")
    page = found.page
    found.wait("Jam pengisian tidak disimpan")
    page.get_by_text("Semua jawaban sama (").first.click()
    page.wait_for_url("**tanda=seragam**")
    found.wait("Semua butir dijawab dengan nilai yang sama")
    found.settle()
    first = page.locator(".st-key-skm-periksa button").first
    name = first.inner_text()
    first.click()
    page.locator("h1", has_text=f"Data {name} perlu diperiksa").wait_for()
    page.wait_for_url("**kelurahan=31.73.**")
    found.settle()
    page.get_by_role("button", name="Semua kecamatan").click()
    page.locator("h1", has_text="kelurahan perlu diperiksa").wait_for()
    found.settle()

    found.open("Ringkasan")
    page.get_by_text("Hitung tanpa kuesioner yang isiannya janggal").click()
    page.locator(".st-key-skm-bertanda .skm-pair").wait_for()
    page.wait_for_url("**bertanda=tanpa**")
    found.open("Layanan")
    page.locator(".st-key-skm-bertanda .skm-pair").wait_for()
    page.get_by_text("Sembunyikan").click()
    page.get_by_text("Hitung tanpa kuesioner yang isiannya janggal").wait_for()
    page.wait_for_function("!location.search.includes('bertanda')")
