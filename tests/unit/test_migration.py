"""Files of earlier versions become what a new file is, and keep what they hold."""

from __future__ import annotations

from pathlib import Path

from skm_core import checks, reference, uploads
from skm_core.store import Store
from tests import build
from tests.build import form
from tests.older import back_to_version_1


def described(store: Store) -> list[tuple[object, ...]]:
    _, columns = store.fetch(
        "SELECT table_name, column_name, column_index, data_type, is_nullable, comment FROM duckdb_columns() "
        "WHERE schema_name = 'main' ORDER BY ALL"
    )
    _, tables = store.fetch("SELECT table_name, comment FROM duckdb_tables() ORDER BY ALL")
    return columns + tables


def test_a_file_of_version_1_learns_corrections_and_keeps_its_history(tmp_path: Path) -> None:
    with Store(tmp_path / "lama.duckdb") as store:
        reference.seed(store)
        build.ingest(store, [form([3] * 9)] * 4)
        build.ingest(store, [form([4] * 9)] * 2, name="lain.csv")
        uploads.undo(store, 2, oleh="Budi")
        fresh = described(store)
        back_to_version_1(store)
    with Store(tmp_path / "lama.duckdb") as store:
        assert described(store) == fresh
        assert [(one.unggahan_id, one.aktif) for one in uploads.history(store)] == [(2, False), (1, True)]
        assert [(one.peristiwa, one.oleh) for one in uploads.events(store, 2)] == [
            ("disimpan", "uji"),
            ("dibatalkan", "Budi"),
        ]
        uploads.restore(store, 2, oleh="Budi")
        build.ingest(store, [form([1] * 9, responden="uuid-0000-1")])
        assert not checks.verify(store)
