"""The only owner of open stores: the real data and the demo data, one store per file and process, never mixed."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from skm_core import queries, reference
from skm_core.store import Store
from skm_ui.cache import result

REAL, DEMO = "nyata", "contoh"
PARAMETER = "data"
_creating = threading.Lock()


@dataclass(frozen=True, slots=True)
class Shown:
    """The store on screen, its data version read at the start of the run, and why it is this one.

    `unknown` is the value of `data=` in the address that means nothing, to be named on screen.
    """

    store: Store
    version: tuple[str, int]
    contoh: bool
    unknown: str | None = None


def data_dir() -> Path:
    """Where the database files live: SKM_DATA_DIR, else `data` beside the code."""
    return Path(os.environ.get("SKM_DATA_DIR") or Path(__file__).resolve().parent.parent / "data")


def real() -> Store:
    """The store of real data, created empty with its reference data on the first start."""
    return _open_real(str(data_dir() / "skm.duckdb"))


def demo() -> Store:
    """The store of demo data, generated on the first start (some seconds, with a word on screen)."""
    path = data_dir() / "demo.duckdb"
    if path.exists():
        return _open_demo(str(path))
    with st.spinner("Menyiapkan data contoh. Ini hanya sekali dan berlangsung beberapa detik."):
        return _open_demo(str(path))


def shown() -> Shown:
    """What the address asks for with `data=nyata|contoh`; without it the real data if it holds any, else the demo."""
    asked = st.query_params.get(PARAMETER)
    unknown = asked if asked not in (None, REAL, DEMO) else None
    if asked != DEMO:
        store = real()
        found = Shown(store, store.data_version, contoh=False, unknown=unknown)
        if asked == REAL or result(found, has_data):
            return found
    store = demo()
    return Shown(store, store.data_version, contoh=True, unknown=unknown)


def has_data(store: Store) -> bool:
    """True if at least one unggahan is active."""
    return bool(queries.rows(store, "ada_unggahan")[0]["ada"])


@st.cache_resource(show_spinner=False)
def _open_real(path: str) -> Store:
    store = Store(path)
    if not queries.rows(store, "wilayah"):
        reference.seed(store)
    return store


@st.cache_resource(show_spinner=False)
def _open_demo(path: str) -> Store:
    with _creating:
        if not Path(path).exists():
            _create_demo(Path(path))
    return Store(path)


def _create_demo(path: Path) -> None:
    """Generate beside the file and rename, so that a start that was cut off leaves no half demo behind."""
    from skm_core.demo import generate  # heavy, and needed once in the life of an installation

    half = path.with_name(f"{path.name}.baru")
    for left_over in path.parent.glob(f"{path.name}.*"):  # a log would be replayed on the new file
        left_over.unlink()
    with Store(half) as store:
        generate(store)
    half.replace(path)
