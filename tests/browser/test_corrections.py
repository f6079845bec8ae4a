"""A form's export with three wrong rows until all rows are in; and next week's export of the same form."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Server, Watched
from tests.intake import files
from tests.intake.test_correction import google, mended

pytestmark = pytest.mark.browser


def give(watched: Watched, name: str, content: bytes) -> None:
    watched.page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )


def choose(watched: Watched, *, collector: bool = True) -> None:
    """The questions that a form's export leaves open; the last is not asked of what is stored already."""
    page = watched.page
    for label, typed in (("Periode", "April"), ("Layanan yang dinilai", "Posyandu")):
        page.get_by_label(label).first.click()
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        expect(page.get_by_label(label).first).to_have_value(re.compile(typed), timeout=20_000)
        watched.settle()
    if collector:
        page.get_by_text("Kelurahan sendiri").click()


def save(watched: Watched, label: str) -> None:
    page = watched.page
    page.get_by_role("button", name=label).wait_for()
    page.get_by_label("Nama Anda").fill("Siti")
    page.get_by_role("button", name=label).click()
    page.locator(".skm-result", has_text="tersimpan.").wait_for()


def test_three_wrong_rows_until_all_are_in_and_next_weeks_export(
    serve: Callable[[], Server], visit: Callable[..., Watched], tmp_path: Path
) -> None:
    mine = visit(f"{serve().address}/unggah")
    page = mine.page
    give(mine, "Respons formulir.csv", files.table(google(30)))
    choose(mine)
    mine.wait("Jawaban yang tidak dikenal")
    mine.wait("n 0 → 27")
    save(mine, "Simpan 27 kuesioner")
    mine.wait("3 baris ditolak.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh baris yang ditolak").click()
    download.value.save_as(tmp_path / "ditolak.xlsx")

    give(mine, "ditolak.xlsx", mended((tmp_path / "ditolak.xlsx").read_bytes(), 2, 3, 4))
    mine.wait("perbaikan baris yang ditolak dari unggahan 1")
    mine.wait("n 27 → 30")
    save(mine, "Simpan 3 kuesioner")
    mine.wait("3 ditolak (3 sudah diperbaiki)")

    rows = google(40, bad=())
    rows[5][4] = files.LABELS["prosedur"][0]
    give(mine, "minggu depan.csv", files.table(rows))
    choose(mine)
    mine.wait("1 baris berubah sejak diunggah")
    mine.wait("n 30 → 40")
    page.get_by_role("button", name="Simpan 10 kuesioner").wait_for()
    page.get_by_text("Ambil 1 perubahan ini").click()
    mine.wait("Rentangnya (±) dan mutunya menyusul")
    mine.wait("→ 74,86")  # 39 of 3 and one of 1 for prosedur: 25/9 × (8 × 3 + 118/40)
    save(mine, "Simpan 11 kuesioner")
    mine.wait("1 menggantikan yang lama")

    give(mine, "minggu depan lagi.csv", files.table(rows) + b"\n")
    choose(mine, collector=False)
    mine.wait("Semua isian berkas ini sudah tersimpan")


def test_misspelt_rows_are_put_right_on_the_screen(serve: Callable[[], Server], visit: Callable[..., Watched]) -> None:
    rows = google(30, bad=())
    for number in (4, 7, 8):
        rows[number][2] = "Kapukk"
    rows[10][4] = "Lumayan"
    mine = visit(f"{serve().address}/unggah")
    page = mine.page
    give(mine, "Respons formulir.csv", files.table(rows))
    choose(mine)
    page.get_by_role("button", name="Simpan 26 kuesioner").wait_for()
    mine.settle()
    page.get_by_text("Anggap “Kapukk” = Kapuk (3 baris, mis. baris 5)").click()
    page.get_by_role("button", name="Simpan 29 kuesioner").wait_for()
    mine.settle()
    page.get_by_text("Pilih sendiri arti 1 tulisan").click()
    mine.settle()
    page.get_by_label("“Lumayan” (baris 11)").click()
    page.get_by_role("option", name="Kurang mudah").click()
    page.get_by_role("button", name="Simpan 30 kuesioner").wait_for()
    mine.settle()
    save(mine, "Simpan 30 kuesioner")
    page.get_by_text("2 keputusan pengunggah tentang isi berkas").click()
    mine.wait('"Kapukk" dibaca sebagai Kapuk atas pilihan pengunggah (3 sel, pertama baris 5).')
    mine.wait('"Lumayan" dibaca sebagai Kurang mudah atas pilihan pengunggah (baris 11).')
