"""Pictures of every page, wide and phone, light and dark: `make screenshots` writes them to .screenshots/.

`--readme` renews docs/gambar/ringkasan.png instead.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
PAGES = {
    "ringkasan": "",
    "ringkasan-panel": "ringkasan?periode=2019-maret",
    "ringkasan-kecamatan": "ringkasan?kecamatan=31.73.06",
    "tren": "tren",
    "layanan": "layanan?layanan=posyandu",
    "wilayah": "wilayah",
    "paparan": "paparan",
    "paparan-sosialisasi": "paparan?cerita=sosialisasi",
    "unggah": "unggah",
    "sampel": "sampel?bagian=rencana",
    "sampel-kemajuan": "sampel?bagian=kemajuan&pada=2021-02-12",
    "sampel-andai": "sampel?bagian=andai",
    "pengaturan": "pengaturan",
    "metode": "metode",
}
SIZES = {"lebar": (1440, 900), "ponsel": (390, 844)}
HALL = (1920, 1080)
STORIES = ("hasil", "sosialisasi")
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def server() -> Iterator[str]:
    """The app on a free port with its own data directory; yields its address."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
            cwd=ROOT,
            env={**os.environ, "SKM_DATA_DIR": folder},
            stdout=subprocess.DEVNULL,
        )
        try:
            address = f"http://127.0.0.1:{port}/"
            for _ in range(120):
                try:
                    urllib.request.urlopen(address + "_stcore/health", timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.5)
            yield address
        finally:
            process.terminate()
            process.wait()


def settled(page: Page, address: str) -> None:
    """Open the page and wait until nothing runs or moves any more."""
    page.goto(address)
    page.locator("h1").first.wait_for(timeout=60_000)
    page.wait_for_function("document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'")
    page.wait_for_timeout(1200)


def main() -> None:
    """Take the pictures."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGS)
        if "--readme" in sys.argv:
            page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="id-ID")
            settled(page, address)
            page.screenshot(path=ROOT / "docs" / "gambar" / "ringkasan.png")
            return
        folder = ROOT / ".screenshots"
        folder.mkdir(exist_ok=True)
        for size, (width, height) in SIZES.items():
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme, locale="id-ID"
                )
                page = context.new_page()
                for name, path in PAGES.items():
                    settled(page, address + path)
                    page.screenshot(path=folder / f"{name}-{size}-{scheme}.png", full_page=True)
                    print(f"{name}-{size}-{scheme}.png", flush=True)
                context.close()
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": HALL[0], "height": HALL[1]}, color_scheme=scheme, locale="id-ID"
            )
            for story in STORIES:
                every_step(context.new_page(), address, story, folder, scheme)
            context.close()
        browser.close()


def every_step(page: Page, address: str, story: str, folder: Path, scheme: str) -> None:
    """A story as a hall sees it, step by step."""
    settled(page, f"{address}paparan?cerita={story}&layar=penuh")
    stage = page.frame_locator(".st-key-paparan-penuh iframe")
    for place in range(1, stage.locator("main > section").count() + 1):
        step = stage.locator("main > section:not([hidden])").get_attribute("id")
        page.screenshot(path=folder / f"aula-{story}-{place:02d}-{step}-{scheme}.png")
        page.keyboard.press("PageDown")
        page.wait_for_timeout(100)
    print(f"aula-{story}-{scheme}", flush=True)


if __name__ == "__main__":
    main()
