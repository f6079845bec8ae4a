"""The agency's own boundaries, from the folder `batas` beside the database: read once per content of its files."""

from __future__ import annotations

import threading
from functools import lru_cache
from pathlib import Path

from skm_core import registry
from skm_core.boundaries import SOURCE, Lapis, load, paths
from skm_core.store import Store
from skm_ui.stores import data_dir

Signature = tuple[tuple[str, int, int], ...]
_reading = threading.Lock()


def folder() -> Path:
    """Where the files belong."""
    return data_dir() / "batas"


def layer(store: Store) -> Lapis | None:
    """The layer as the files are now, or None if there is none. Costs a look at the folder while they stay the same."""
    here = folder()
    files = [*paths(here), here / SOURCE]
    seen = tuple((one.name, (stat := one.stat()).st_size, stat.st_mtime_ns) for one in files if one.is_file())
    if not seen:
        return None
    with _reading:  # several sessions at once wait for one reading
        return _loaded(here, seen, store)


@lru_cache(maxsize=2)
def _loaded(here: Path, seen: Signature, store: Store) -> Lapis | None:
    return load(here, registry.wilayah(store))
