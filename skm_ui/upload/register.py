"""The uploads of a store, read once per data version."""

from __future__ import annotations

from skm_core import uploads
from skm_core.store import Store
from skm_core.uploads import Unggahan
from skm_ui.cache import result
from skm_ui.stores import Shown


def history(store: Store) -> tuple[Unggahan, ...]:
    """Every unggahan, newest first."""
    return result(Shown(store, store.data_version, contoh=False), uploads.history)


def active_twin(store: Store, sha256: str) -> Unggahan | None:
    """The active unggahan of the very same file, if there is one."""
    return next((one for one in history(store) if one.aktif and one.berkas_sha256 == sha256), None)
