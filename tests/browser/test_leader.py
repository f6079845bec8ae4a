"""A leader on a phone: the judgement without scrolling, where to act and whether it differs reliably in three taps."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Locator, expect

from skm_core.rules import round_half_up
from skm_core.writing import angka
from skm_ui.navigation import TITLES
from tests.browser.conftest import Server, Watched

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}


def longhand(demo_file: Path, layanan: str | None) -> str:
    """IKM of the city's sample of January to March 2021, from the rows themselves."""
    columns = ", ".join(f"sum(b{number}), count(b{number})" for number in range(1, 10))
    with duckdb.connect(demo_file, read_only=True) as opened:
        found = opened.execute(
            f"SELECT {columns} FROM kuesioner_aktif WHERE periode_kode = '2021-q1' AND pengumpul = 'kota'"
            " AND layanan_kode = coalesce(?, layanan_kode)",
            [layanan],
        ).fetchone()
    assert found
    nrr = [Fraction(int(total), int(n)) for total, n in zip(found[::2], found[1::2], strict=True)]
    return angka(round_half_up(sum(nrr, Fraction(0)) / 9 * 25, 2))


def test_where_to_act_and_how_surely_in_three_taps(
    demo_server: Server, visit: Callable[..., Watched], demo_file: Path
) -> None:
    found = visit(demo_server.address, **PHONE)
    page, taps = found.page, 0

    def tap(what: Locator) -> None:
        nonlocal taps
        taps += 1
        what.click()

    def in_sight(what: Locator) -> None:
        box = what.bounding_box()
        assert box and box["y"] >= 0 and box["y"] + box["height"] <= PHONE["height"], f"{what} must be scrolled to"

    found.wait_headline(longhand(demo_file, None))
    found.settle()
    in_sight(page.locator("h1", has_text="Kepuasan warga Jakarta Barat baik, kecuali ketertiban umum"))
    in_sight(page.locator(".skm-l .top"))
    in_sight(page.get_by_text("belum dapat dipastikan").first)
    in_sight(page.get_by_role("heading", name="Yang perlu diperhatikan"))

    tap(page.get_by_role("link", name="Penanganan Pengaduan, Saran, dan Masukan adalah unsur terendah."))
    page.locator("h1", has_text="Pengaduan paling rendah di Jakarta Barat").wait_for()
    page.get_by_role("heading", name="Paling bernilai dibenahi: pengaduan di ketertiban umum").wait_for()

    tap(page.locator(".skm-first a").first)
    page.locator(".skm-here", has_text="Layanan").wait_for()
    found.wait_headline(longhand(demo_file, "ketertiban_umum"))
    found.settle()
    page.get_by_role("heading", name="Pengaduan dan sarana setara paling rendah").wait_for()  # no sure difference
    page.get_by_role("heading", name="Delapan kecamatan belum dapat dibedakan").wait_for()
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0

    in_sight(page.get_by_text("Seberapa pasti?"))
    tap(page.get_by_text("Seberapa pasti?"))
    in_sight(page.get_by_text("lebih dari 99% di mutu C (kurang baik)"))
    assert taps <= 3


def test_the_menu_of_a_phone_reaches_every_page_in_two_taps(demo_server: Server, visit: Callable[..., Watched]) -> None:
    found = visit(f"{demo_server.address}/?periode=2021-q1&layanan=posyandu", **PHONE)
    page, menu = found.page, found.page.locator(".st-key-skm-menu")
    menu.get_by_text("Menu", exact=True).click()
    for title in TITLES.values():
        box = menu.get_by_text(title, exact=True).bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"], f"{title} is out of sight"
        assert box["y"] + box["height"] <= PHONE["height"], f"{title} must be scrolled to"
    menu.get_by_text("Pengaturan", exact=True).click()
    page.locator(".skm-here", has_text="Pengaturan").wait_for()
    found.settle()
    expect(menu.locator("details")).not_to_have_attribute("open", "")
    expect(page.locator(".skm-here")).to_be_in_viewport()
    assert "layanan=posyandu" in page.url
