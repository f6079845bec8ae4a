"""Leadership downloads the report of a periode; staff rewrites a sentence and finds it in the next download."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from skm_core.reports.content import content
from skm_core.reports.figure import ikm
from skm_core.reports.scope import Scope
from skm_core.store import Store
from tests.browser.conftest import Server, Watched
from tests.reports.conftest import DAY
from tests.reports.test_laporan import docx_text, pdf_text

pytestmark = pytest.mark.browser


def download(watched: Watched, button: str, folder: Path) -> tuple[str, bytes]:
    with watched.page.expect_download() as begun:
        watched.page.get_by_role("button", name=button).click()
    target = folder / begun.value.suggested_filename
    begun.value.save_as(target)
    return target.name, target.read_bytes()


def test_from_the_menu_to_the_signed_sentence(
    serve: Callable[[], Server], visit: Callable[..., Watched], demo_file: Path, tmp_path: Path
) -> None:
    server = serve()
    mine = visit(server.address + "/?periode=2020-q4")
    mine.open("Laporan")
    mine.wait("Laporan SKM Jakarta Barat, Oktober–Desember 2020")
    shown = mine.headline()

    name, made = download(mine, "Unduh Laporan SKM, PDF", tmp_path)
    assert name == "CONTOH-laporan-skm-2020-q4-kota.pdf"
    text = pdf_text(made)
    assert f"IKM Jakarta Barat pada Oktober–Desember 2020 adalah {shown}" in text and "DATA CONTOH" in text
    copy = tmp_path / "demo.duckdb"
    copy.write_bytes(demo_file.read_bytes())
    with Store(copy) as store:
        expected = ikm(content(store, Scope("kota", "", "2020-q4"), tanggal=DAY).score)
    assert expected.replace("\N{NO-BREAK SPACE}", " ") in text.replace("\N{NO-BREAK SPACE}", " ")

    mine.page.get_by_label("Kesimpulan").fill("Warga puas, kecuali soal pengaduan.")
    mine.page.get_by_label("Nama Anda").fill("Siti")
    mine.page.get_by_role("button", name="Simpan kalimat").click()
    mine.wait("1 bagian disimpan.")
    _, word = download(mine, "Unduh Laporan SKM, Word", tmp_path)
    assert "Warga puas, kecuali soal pengaduan." in docx_text(word)


def test_the_publication_opens_without_a_network_on_a_phone(
    serve: Callable[[], Server], visit: Callable[..., Watched], tmp_path: Path
) -> None:
    server = serve()
    mine = visit(server.address + "/laporan?periode=2020-q4&layanan=posyandu")
    mine.wait("Laporan SKM Posyandu, Oktober–Desember 2020")
    shown = mine.headline()
    name, made = download(mine, "Unduh Publikasi, HTML", tmp_path)
    assert name == "CONTOH-publikasi-skm-2020-q4-posyandu.html" and len(made) < 2_000_000

    browser = mine.page.context.browser
    assert browser
    context = browser.new_context(viewport={"width": 360, "height": 740}, offline=True, color_scheme="dark")
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto((tmp_path / name).as_uri())
    assert shown in page.locator(".big").inner_text() and page.get_by_role("heading", level=1).count() == 1
    page.get_by_text("Tabel angka per unsur").click()
    assert page.get_by_role("row", name="Waktu Penyelesaian").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 24, 31)"
    assert len(asked) == 1 and not said
    context.close()
