"""From a proposal to a recorded plan with evidence, through Excel and back, on a phone, and into the report."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from skm_core import reference
from skm_core.follow_up import next_quarter, quarters
from skm_core.store import Store
from skm_core.writing import WIB
from tests import build
from tests.browser.conftest import Server, Watched
from tests.browser.test_laporan import download
from tests.build import form
from tests.reports.test_laporan import pdf_text

pytestmark = pytest.mark.browser


def answered(folder: Path) -> None:
    """A survey in which sarana is lowest, stored before the server starts."""
    with Store(folder / "skm.duckdb") as store:
        reference.seed(store)
        build.ingest(
            store,
            [
                form([3 + number % 2] * 8 + [2], kelurahan=place)
                for place in (build.KAPUK, build.KALIDERES, build.KAMAL)
                for number in range(12)
            ],
        )


def test_plan_prove_and_exchange(serve: Callable[..., Server], visit: Callable[..., Watched], tmp_path: Path) -> None:
    server = serve(answered)
    mine = visit(f"{server.address}/tindak_lanjut", width=390, height=844)
    page = mine.page
    mine.wait("Belum ada rencana tindak lanjut")
    page.get_by_role("button", name="Rencanakan", exact=True).first.click()
    mine.wait("Rencana baru untuk sarana, Posyandu")
    page.get_by_label("Program/kegiatan").fill("Kursi tunggu di 20 posyandu")
    page.get_by_label("Penanggung jawab").fill("Lurah Kapuk")
    page.get_by_label("Nama Anda").first.fill("Siti")
    page.get_by_role("button", name="Catat rencana").click()
    mine.wait("Belum satu pun dari 1 tindak lanjut selesai")

    page.get_by_role("button", name="Kursi tunggu di 20 posyandu").click()
    mine.wait("Catat kemajuan")
    page.get_by_text("Tambah bukti").click()
    page.locator(".st-key-rtl-rincian input[type=file]").set_input_files(
        {"name": "foto.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 bukti"}
    )
    mine.wait("foto.pdf")
    page.get_by_role("button", name="Simpan bukti").click()
    mine.wait("Bukti disimpan.")
    assert [path.suffix for path in (server.data_dir / "bukti").iterdir()] == [".pdf"]
    with page.expect_download() as waiting:
        page.get_by_role("button", name="foto.pdf").click()
    assert Path(waiting.value.path()).read_bytes() == b"%PDF-1.7 bukti"

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh tabel").click()
    book = openpyxl.load_workbook(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    sheet = book["Posyandu"]
    assert sheet["C8"].value == "Kursi tunggu di 20 posyandu"
    sheet["K8"], sheet["L8"] = "Berjalan", 60
    stream = io.BytesIO()
    book.save(stream)
    page.locator("input[type=file]").last.set_input_files(
        {"name": "rtl.xlsx", "mimeType": "application/vnd.ms-excel", "buffer": stream.getvalue()}
    )
    mine.wait("0 rencana baru, 1 berubah")
    page.get_by_role("button", name="Simpan 1 tindak lanjut").click()
    mine.wait("0 rencana baru dicatat, 1 diubah.")
    year, quarter = next_quarter(None, datetime.now(WIB).date())
    mine.wait(f"TW {quarters((quarter,))} {year} · 60")
    assert page.evaluate("document.documentElement.scrollWidth") == 390

    mine.open("Laporan")
    mine.wait("Laporan SKM Jakarta Barat")
    _, made = download(mine, "Unduh Laporan SKM, PDF", tmp_path)
    assert "Kursi tunggu di 20 posyandu" in " ".join(pdf_text(made).split())
