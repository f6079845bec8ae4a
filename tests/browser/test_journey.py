"""From nothing to a figure and back: demo, two uploads, undo; a second session that nobody touches sees it all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Server, Watched
from tests.build import csv_bytes, form

pytestmark = pytest.mark.browser

FOLLOWS = 15_000
"""Milliseconds in which an open session must show what another one changed."""


def survey(answers: list[int], n: int) -> bytes:
    return csv_bytes(form(answers) for _ in range(n))


def upload(watched: Watched, name: str, content: bytes) -> None:
    page = watched.page
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    page.get_by_text("Kelurahan sendiri").click()
    page.get_by_label("Nama Anda").fill("Siti")
    page.get_by_role("button", name="kuesioner ke").click()
    watched.wait("tersimpan.")


def test_a_chosen_file_waits_while_other_pages_are_read(
    serve: Callable[[], Server], visit: Callable[..., Watched]
) -> None:
    watched = visit(f"{serve().address}/unggah")
    page, content = watched.page, survey([3] * 9, 40)
    page.locator("input[type=file]").set_input_files({"name": "satu.csv", "mimeType": "text/csv", "buffer": content})
    page.get_by_text("Kelurahan sendiri").click()
    page.get_by_role("button", name="Simpan 40 kuesioner ke").wait_for()
    for elsewhere in ("Metode", "Tren"):
        watched.open(elsewhere)
        watched.open("Unggah")
        watched.wait("Berkas yang tadi dipilih: satu.csv")
        assert page.get_by_role("radio", name="Kelurahan sendiri").is_checked()
        assert page.locator("input[type=file]").count() == 0

    page.get_by_role("button", name="Pilih berkas lain").click()  # let go, another one chosen, and that one stored
    watched.settle()
    assert page.get_by_text("satu.csv").count() == 0
    upload(watched, "dua.csv", survey([4] * 9, 20))
    assert page.get_by_text("Berkas yang tadi dipilih").count() == 0
    watched.open("Metode")
    watched.open("Unggah")
    assert page.locator("input[type=file]").count() == 1


def test_from_nothing_to_a_figure_and_back(serve: Callable[[], Server], visit: Callable[..., Watched]) -> None:
    server = serve()
    mine, other = visit(server.address), visit(server.address)
    for session in (mine, other):
        session.wait("DATA CONTOH")
    made_up = mine.headline()
    assert other.headline() == made_up

    mine.open("Unggah")
    upload(mine, "satu.csv", survey([3] * 9, 40))
    mine.page.get_by_text("Lihat hasilnya di Ringkasan").click()
    for session in (mine, other):  # 3 of 4 for every unsur: 3 × 25
        session.wait_headline("75,00", timeout=FOLLOWS)
        session.page.locator(".skm-band").wait_for(state="detached")

    mine.open("Unggah")
    upload(mine, "dua.csv", survey([4] * 9, 40))
    other.wait_headline("87,50", timeout=FOLLOWS)  # as many of 4 as of 3

    mine.page.get_by_role("button", name="Batalkan").first.click()
    mine.page.get_by_role("button", name="Batalkan unggahan").click()
    mine.wait("dibatalkan oleh Siti")
    mine.open("Ringkasan")
    for session in (mine, other):
        session.wait_headline("75,00", timeout=FOLLOWS)

    mine.open("Unggah")
    mine.page.get_by_role("button", name="Pulihkan").first.click()
    mine.page.get_by_role("button", name="Pulihkan unggahan").click()
    other.wait_headline("87,50", timeout=FOLLOWS)
    assert made_up not in ("75,00", "87,50")
