"""Pictures of every page, wide and phone, light and dark: `make screenshots` writes them to .screenshots/.

Names of pages as arguments take those only. `--readme` renews the pictures of the README in docs/gambar/ instead.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tools import live
from tools.live import ROOT

PAGES = {
    "ringkasan": "",
    "ringkasan-panel": "ringkasan?periode=2019-maret",
    "ringkasan-kecamatan": "ringkasan?kecamatan=31.73.06",
    "tren": "tren",
    "layanan": "layanan?layanan=posyandu",
    "unsur": "unsur",
    "wilayah": "wilayah",
    "wilayah-kelurahan": "wilayah?kecamatan=31.73.01&kelurahan=31.73.01.1001",
    "responden": "responden",
    "bandingkan": "bandingkan?layanan=pkk&b_periode=2021-q1&b_layanan=ketertiban_umum",
    "suara": "suara",
    "paparan": "paparan",
    "paparan-sosialisasi": "paparan?cerita=sosialisasi",
    "formulir": "formulir",
    "unggah": "unggah",
    "periksa": "periksa",
    "sampel": "sampel?bagian=rencana",
    "sampel-ukuran": "sampel?bagian=ukuran",
    "sampel-kemajuan": "sampel?bagian=kemajuan&pada=2021-02-12",
    "sampel-andai": "sampel?bagian=andai",
    "kualitas": "kualitas",
    "tindak_lanjut": "tindak_lanjut",
    "tindak_lanjut-tabel": "tindak_lanjut?tampilan=tabel",
    "laporan": "laporan",
    "pengaturan": "pengaturan",
    "metode": "metode",
}
"""Picture → address, of the demo data. Every page of the menu has one that begins with its name."""
SIZES = {"lebar": (1440, 900), "ponsel": (390, 844)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
HALL = (1920, 1080)
MOST_TALL = 12_000
STORIES = ("hasil", "sosialisasi")


@dataclass(frozen=True)
class Shown:
    """A picture of the README: its window in points, and how finely it is drawn."""

    address: str
    width: int
    height: int
    scale: float = 1


README = {
    "ringkasan": Shown("", 1440, 1212),
    "ringkasan-ponsel": Shown("", 390, 844, scale=2),
    "wilayah": Shown("wilayah", 1440, 1232),
    "unsur": Shown("unsur", 1440, 1440),
    "paparan": Shown("paparan?cerita=hasil&layar=penuh&langkah=layanan", 1920, 1080),
}
"""Picture of the README → what it shows."""
MOST_BYTES = 200_000
COLOURS = 128


def settled(page: Page, address: str) -> None:
    """Open the page and wait until nothing runs or moves any more."""
    page.goto(address)
    page.locator("h1").first.wait_for(timeout=60_000)
    page.wait_for_function("document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'")
    page.wait_for_timeout(1200)


def whole(page: Page, path: Path, width: int, height: int) -> None:
    """Draw all of the page: it scrolls inside itself, so the window is made as tall as what it holds."""
    tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(max(height, tall), MOST_TALL)})
    page.wait_for_timeout(600)
    page.screenshot(path=path)
    page.set_viewport_size({"width": width, "height": height})


def every_page(browser: Browser, address: str, folder: Path, names: Sequence[str]) -> None:
    """The pages asked for, at each size and in each scheme."""
    for size, (width, height) in SIZES.items():
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, locale="id-ID"
            )
            page = context.new_page()
            for name in names:
                settled(page, f"{address}/{PAGES[name]}")
                whole(page, folder / f"{name}-{size}-{scheme}.png", width, height)
                print(f"{name}-{size}-{scheme}.png", flush=True)
            context.close()


def every_hall(browser: Browser, address: str, folder: Path) -> None:
    """Both stories at the size of a hall."""
    for scheme in SCHEMES:
        context = browser.new_context(
            viewport={"width": HALL[0], "height": HALL[1]}, color_scheme=scheme, locale="id-ID"
        )
        for story in STORIES:
            every_step(context.new_page(), address, story, folder, scheme)
        context.close()


def every_step(page: Page, address: str, story: str, folder: Path, scheme: str) -> None:
    """A story as a hall sees it, step by step."""
    settled(page, f"{address}/paparan?cerita={story}&layar=penuh")
    stage = page.frame_locator(".st-key-paparan-penuh iframe")
    for place in range(1, stage.locator("main > section").count() + 1):
        step = stage.locator("main > section:not([hidden])").get_attribute("id")
        page.screenshot(path=folder / f"aula-{story}-{place:02d}-{step}-{scheme}.png")
        page.keyboard.press("PageDown")
        page.wait_for_timeout(100)
    print(f"aula-{story}-{scheme}", flush=True)


def for_readme(browser: Browser, address: str) -> None:
    """The pictures of the README, each small enough for a page that opens at once.

    Raises SystemExit if one is too large. Flat colours need few: a palette takes a third of the room.
    """
    from PIL import Image  # comes with Streamlit

    folder = ROOT / "docs" / "gambar"
    for name, shown in README.items():
        page = browser.new_page(
            viewport={"width": shown.width, "height": shown.height},
            device_scale_factor=shown.scale,
            color_scheme="light",
            locale="id-ID",
        )
        settled(page, f"{address}/{shown.address}")
        drawn = Image.open(io.BytesIO(page.screenshot()))
        path = folder / f"{name}.png"
        drawn.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
        size = path.stat().st_size
        print(f"{path.name} {size // 1000} kB", flush=True)
        if size > MOST_BYTES:
            raise SystemExit(f"{path.name} is larger than {MOST_BYTES // 1000} kB.")
        page.close()


def main() -> None:
    """Take the pictures."""
    asked = [name for name in PAGES if name in sys.argv[1:] or name.partition("-")[0] in sys.argv[1:]]
    with TemporaryDirectory() as data, live.served(Path(data)) as address, sync_playwright() as playwright:
        browser = live.chromium(playwright)
        if "--readme" in sys.argv:
            for_readme(browser, address)
        else:
            folder = ROOT / ".screenshots"
            folder.mkdir(exist_ok=True)
            every_page(browser, address, folder, asked or list(PAGES))
            if not asked:
                every_hall(browser, address, folder)
        browser.close()


if __name__ == "__main__":
    main()
