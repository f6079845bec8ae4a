"""From an empty form to a figure: download the entry sheet, type it in, upload it; nobody is asked anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from skm_core import forms
from skm_core.store import Store
from tests.browser.conftest import Server, Watched
from tests.forms import fill
from tests.forms.test_round_trip import longhand_ikm

pytestmark = pytest.mark.browser


def test_entry_sheet_from_download_to_figure(
    serve: Callable[[], Server], visit: Callable[..., Watched], store: Store, tmp_path: Path
) -> None:
    server = serve()
    mine = visit(server.address + "/formulir?formulir_layanan=posyandu&formulir_kelurahan=31.73.01.1005")
    mine.wait("Posyandu · Kelurahan Kapuk")
    with mine.page.expect_download() as download:
        mine.page.get_by_role("button", name="Unduh lembar isian").click()
    target = tmp_path / download.value.suggested_filename
    download.value.save_as(target)

    form = forms.blank(store, periode="2019-q2", layanan=["posyandu"], kelurahan="31.73.01.1005")
    people = fill.people(9) * 2
    filled = tmp_path / "terisi.xlsx"
    filled.write_bytes(fill.entry_sheet(target.read_bytes(), form, people))

    mine.open("Unggah")
    mine.page.locator("input[type=file]").set_input_files(str(filled))
    mine.page.get_by_label("Nama Anda").fill("Siti")
    assert mine.page.get_by_text("Yang perlu Anda pilih").count() == 0
    mine.page.get_by_role("button", name="Simpan 14 kuesioner").click()
    mine.wait("tersimpan.")
    mine.page.get_by_text("Lihat hasilnya di Ringkasan").click()
    mine.wait_headline(str(longhand_ikm(form, people, "posyandu")).replace(".", ","), timeout=15_000)
