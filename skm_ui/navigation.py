"""The one list of pages, in their groups; Streamlit's page objects; links that keep the filters."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

PAGES_DIR = Path(__file__).resolve().parent.parent / "pages"

GROUPS: dict[str, tuple[tuple[str, str], ...]] = {
    "Lihat": (
        ("ringkasan", "Ringkasan"),
        ("tren", "Tren"),
        ("layanan", "Layanan"),
        ("unsur", "Unsur"),
        ("wilayah", "Wilayah"),
        ("responden", "Responden"),
        ("bandingkan", "Bandingkan"),
        ("suara", "Suara warga"),
        ("paparan", "Paparan"),
    ),
    "Kerja": (
        ("formulir", "Formulir"),
        ("unggah", "Unggah"),
        ("periksa", "Periksa hitungan"),
        ("sampel", "Sampel"),
        ("kualitas", "Kualitas data"),
        ("tindak_lanjut", "Tindak lanjut"),
        ("laporan", "Laporan"),
        ("pengaturan", "Pengaturan"),
    ),
    "Tentang": (("metode", "Metode"),),
}
DEFAULT = "ringkasan"
ROOT = "awal"
"""Streamlit wants a path for the page at the root too and never shows it; its name is left for its second entry."""

TITLES = {name: title for group in GROUPS.values() for name, title in group}


def page(name: str) -> StreamlitPage:
    """Streamlit's page object of one page, by name (= file name = address)."""
    first = name == DEFAULT
    return st.Page(PAGES_DIR / f"{name}.py", title=TITLES[name], url_path=ROOT if first else name, default=first)


def register() -> StreamlitPage:
    """Tell Streamlit which pages exist; returns the one that was asked for. The menu itself is drawn by the frame.

    The first page lives at the root; it is told a second time, so that its name in the address opens it too.
    """
    by_name = st.Page(PAGES_DIR / f"{DEFAULT}.py", title=TITLES[DEFAULT], url_path=DEFAULT)
    return st.navigation([*(page(name) for name in TITLES), by_name], position="hidden")


@cache
def _code(path: Path, changed: int) -> CodeType:
    """Compiled once for every state of the file, so that a page edited while the program runs is seen."""
    return compile(path.read_bytes(), str(path), "exec")


def run(name: str) -> None:
    """Run a page as a part of the app's own script.

    Run through its page object, Streamlit's client would take the page before off the screen as soon as the next one is
    asked for, and leave the screen empty until that is drawn.
    """
    path = PAGES_DIR / f"{name}.py"
    exec(_code(path, path.stat().st_mtime_ns), {"__name__": "__main__", "__file__": str(path)})


def kept_keys() -> dict[str, str]:
    """Filter keys in the address now; every link to another page carries them on."""
    return dict(st.query_params.items())


def link(name: str, **keys: str | None) -> str:
    """Relative address of a page with the filters of now, changed by `keys` (None removes one).

    For anchors in HTML; it loads the page anew. Inside the app prefer `go` or `page_link`.
    """
    query = urlencode(_merge(keys))
    path = "./" if name == DEFAULT else name
    return f"{path}?{query}" if query else path


def go(name: str, **keys: str | None) -> None:
    """Switch to a page now, keeping the filters, changed by `keys` (None removes one). Does not return."""
    st.switch_page(page(name), query_params=_merge(keys))


def change(**keys: str | None) -> None:
    """Change filters of the present page, for callbacks of charts and buttons (None removes one)."""
    st.query_params.from_dict(_merge(keys))


def page_link(name: str, label: str, **keys: str | None) -> None:
    """Draw a link to a page that keeps the filters, changed by `keys` (None removes one)."""
    st.page_link(page(name), label=label, query_params=_merge(keys))


def _merge(changes: dict[str, str | None]) -> dict[str, str]:
    merged: dict[str, str | None] = {**kept_keys(), **changes}
    return {key: value for key, value in merged.items() if value is not None}
