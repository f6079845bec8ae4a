"""A printed page says what it shows, with its pictures and without what one presses; the first page by its name."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from tests.browser.conftest import Server, Watched

pytestmark = pytest.mark.browser


def test_a_long_table_is_short_on_a_phone_and_whole_on_paper(
    demo_server: Server, visit: Callable[..., Watched]
) -> None:
    found = visit(f"{demo_server.address}/wilayah?periode=2019-q2", width=390, height=844)
    found.wait("Tampilkan 10 kelurahan lagi")
    rows = found.page.locator(".skm-short tbody tr:visible")
    assert rows.count() == 6
    found.page.emulate_media(media="print")
    assert rows.count() == 16
    found.page.emulate_media(media="screen")
    found.page.get_by_text("Tampilkan 10 kelurahan lagi").click()
    assert rows.count() == 16
    found.page.get_by_text("Tampilkan lebih sedikit").click()
    assert rows.count() == 6


def test_a_page_is_printed_and_the_first_one_opens_by_its_name(
    demo_server: Server, visit: Callable[..., Watched]
) -> None:
    found = visit(f"{demo_server.address}/ringkasan?kecamatan=31.73.04")
    found.wait("Kecamatan Tambora")
    found.page.locator(".main-svg").first.wait_for()
    found.settle()
    assert not found.page.locator("[data-testid=stDialog]").count(), "no word of an address that does not exist"
    assert found.page.locator(".skm-here").inner_text() == "Ringkasan" and found.page.url.endswith("kecamatan=31.73.04")

    title, figure = found.page.locator("h1").inner_text(), found.headline()
    reader = PdfReader(io.BytesIO(found.page.pdf(prefer_css_page_size=True)))
    text = " ".join("\n".join(page.extract_text() for page in reader.pages).split())
    assert 1 < len(reader.pages) <= 6
    for said in ("DATA CONTOH", "Kecamatan Tambora", title, figure):
        assert said in text, said
    for left_out in ("Tindak lanjut", "Data nyata", "Unduh CSV", "Seberapa pasti?"):
        assert left_out not in text, left_out
    assert "Posyandu" in text and "Pengaduan" in text, "the words of the charts"
