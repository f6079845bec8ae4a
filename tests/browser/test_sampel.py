"""From an empty database to a recorded draw, its berita acara on paper, and a replacement that stays visible."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from skm_core import reference
from skm_core.sampling import draw
from tests.browser.conftest import Server, Watched

pytestmark = pytest.mark.browser


def test_draw_print_and_replace(serve: Callable[[], Server], visit: Callable[..., Watched], tmp_path: Path) -> None:
    server = serve()
    mine = visit(f"{server.address}/sampel?bagian=rencana")
    page = mine.page
    mine.wait("terundi untuk Januari–Maret 2021")
    page.get_by_role("button", name="Pindah ke data nyata").click()
    mine.wait("Belum ada rencana sampel untuk April–Juni 2019")

    seed = page.get_by_label("Benih acak")
    seed.fill("777")
    seed.press("Enter")
    origin = page.get_by_label("Dari mana benih ini?")
    origin.fill("disepakati rapat 3 April 2019")
    origin.press("Enter")
    page.get_by_label("Nama Anda").fill("Siti")
    page.get_by_role("button", name="Undi dan catat").click()
    mine.wait("16 kelurahan terundi untuk April–Juni 2019")
    mine.wait("hasilnya sama")

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh berita acara untuk dicetak").click()
    paper = tmp_path / "berita-acara.html"
    waiting.value.save_as(paper)
    page.locator(".st-key-sampel-pilihan").get_by_text("Kemajuan").click()
    mine.wait("Belum ada kuesioner dari 1.600 yang direncanakan")
    page.locator(".st-key-sampel-pilihan").get_by_text("Rencana").click()

    page.get_by_text("Ganti dengan rencana baru").click()
    page.get_by_label("Alasan mengganti rencana nomor 1").fill("benih salah ketik")
    page.get_by_label("Nama Anda").last.fill("Budi")
    page.get_by_role("button", name="Undi dan catat, ganti nomor 1").click()
    mine.wait("Rencana yang sudah diganti")
    mine.wait("benih salah ketik")

    found = draw(reference.wilayah(), 777)
    names = {one.kelurahan: one.nama for one in found.daftar}
    page.goto(paper.as_uri())
    shown = page.locator("tr.on td:nth-child(2)").all_inner_texts()
    assert sorted(shown) == sorted(names[kode] for kode in found.terpilih)
    page.emulate_media(media="print")
    assert page.locator(".screen").is_hidden() and page.pdf().startswith(b"%PDF")
