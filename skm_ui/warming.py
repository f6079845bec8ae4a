"""Reads ahead in the background after the start and after every change of the data, without holding up a page."""

from __future__ import annotations

import threading
import time
from weakref import WeakKeyDictionary

from skm_core.errors import StoreError
from skm_core.store import Store
from skm_core.warming import warm

WAIT_SECONDS = 1.0
"""The page that was asked for goes first."""
NAME, REST = "baca-dahulu", 1.0
"""Half of one processor at most."""
_begun: WeakKeyDictionary[Store, int] = WeakKeyDictionary()
_lock = threading.Lock()


def begin(store: Store) -> None:
    """Start reading ahead unless that was started for this data version. Returns at once."""
    _, version = store.data_version
    with _lock:
        if _begun.get(store) == version:
            return
        _begun[store] = version
    # a daemon, as the thread of a session is, would be cut off inside the database at the end, which aborts the program
    threading.Thread(target=_read, args=(store, store.data_version), name=NAME, daemon=False).start()


def _read(store: Store, version: tuple[str, int]) -> None:
    def wanted() -> bool:
        """No when the program ends or newer data has its own reading."""
        return threading.main_thread().is_alive() and store.data_version == version

    time.sleep(WAIT_SECONDS)
    try:
        if wanted():
            warm(store, wanted=wanted, rest=REST)
    except StoreError:  # the file was closed meanwhile; a page reads for itself and says what is wrong
        return
