"""From the weakest unsur to its evidence, to a comparison and to what people wrote, with links that hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Server, Watched

pytestmark = pytest.mark.browser


def test_from_the_weakest_unsur_to_its_evidence_on_a_phone(demo_server: Server, visit: Callable[..., Watched]) -> None:
    found = visit(f"{demo_server.address}/unsur?periode=2021-q1", width=390, height=844)
    page = found.page
    page.locator("h1", has_text="Pengaduan paling rendah").wait_for()
    page.locator(".skm-first a", has_text="Pengaduan di ketertiban umum").click()
    page.locator(".skm-here", has_text="Layanan").wait_for()
    page.wait_for_url("**/layanan?*layanan=ketertiban_umum*")


def test_compare_exchange_and_search_by_hand(demo_server: Server, visit: Callable[..., Watched]) -> None:
    address = demo_server.address
    found = visit(f"{address}/bandingkan?layanan=pkk&b_periode=2021-q1&b_layanan=ketertiban_umum")
    page = found.page
    page.locator("h1", has_text="PKK lebih tinggi daripada ketertiban umum").wait_for()
    page.get_by_role("button", name="Tukar kedua pilihan").click()
    page.locator("h1", has_text="Ketertiban umum lebih rendah daripada PKK").wait_for()
    page.wait_for_url("**layanan=ketertiban_umum**b_layanan=pkk**")
    link = page.url
    found.open("Suara warga")
    search = page.get_by_placeholder("Cari kata, misalnya antrean")
    search.fill("melapor")
    search.press("Enter")
    page.wait_for_url("**cari=melapor**")
    page.locator("mark").first.wait_for()
    n = page.locator("blockquote").count()
    page.reload()
    page.locator("mark").first.wait_for()
    expect(page.locator("blockquote")).to_have_count(n)
    expect(search).to_have_value("melapor")  # drawn a moment after the comments
    page.goto(link)
    page.locator("h1", has_text="Ketertiban umum lebih rendah daripada PKK").wait_for()
