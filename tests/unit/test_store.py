"""The database file: transactions, data version, migrations, one owner."""

from __future__ import annotations

import subprocess
import sys
import threading
import weakref
from pathlib import Path

import pytest

from skm_core import checks, reference
from skm_core.errors import StoreBusyError, StoreError
from skm_core.store import SQL, TABLES, VIEWS, Store
from tests import build


def test_a_committed_write_changes_the_data_version(store: Store) -> None:
    before = store.data_version
    with store.write() as cursor:
        cursor.execute("UPDATE pengaturan SET nilai = 'x' WHERE kunci = 'instansi_nama'")
    assert store.data_version[1] == before[1] + 1


def test_a_failed_write_changes_nothing(store: Store) -> None:
    before = store.data_version
    with pytest.raises(RuntimeError, match="half way"), store.write() as cursor:
        cursor.execute("DELETE FROM wilayah")
        raise RuntimeError("half way")
    assert store.data_version == before
    assert store.fetch("SELECT count(*) FROM wilayah")[1] == [(65,)]


def test_a_database_error_names_its_object(store: Store) -> None:
    with pytest.raises(StoreError, match="queries/none"):
        store.fetch("SELECT nothing FROM nowhere", name="queries/none")
    with pytest.raises(StoreError, match="tidak ada yang berubah"), store.write() as cursor:
        cursor.execute("INSERT INTO meta VALUES ('x', NULL)")


def test_a_kept_value_never_waits_for_the_build_of_another(store: Store) -> None:
    assert store.once("cepat", lambda: "ada") == "ada"
    built, go_on = threading.Event(), threading.Event()

    def slow() -> str:
        built.set()
        assert go_on.wait(20)
        return store.once("cepat", lambda: "lagi")  # a build may ask for another key

    found: list[str] = []
    builders = [threading.Thread(target=lambda: found.append(store.once("lambat", slow))) for _ in range(3)]
    for builder in builders:
        builder.start()
    assert built.wait(20)
    others: list[str] = []
    asks = (lambda: others.append(store.once("cepat", list)), lambda: others.append(store.once("baru", lambda: "baru")))
    readers = [threading.Thread(target=ask) for ask in asks]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(20)
    assert sorted(others) == ["ada", "baru"] and not found, "answered while the slow build was under way"
    go_on.set()
    for builder in builders:
        builder.join(20)
    assert found == ["ada"] * 3


def test_a_value_is_built_once_however_many_ask(store: Store) -> None:
    built: list[int] = []
    start = threading.Barrier(8)

    def ask() -> None:
        start.wait(20)
        for key in range(50):
            store.once(f"n {key}", lambda key=key: built.append(key))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(built) == list(range(50))


def test_values_of_an_older_data_version_are_freed(store: Store) -> None:
    class Big:
        pass

    old = weakref.ref(store.once("besar", Big))
    assert old() is not None
    with store.write() as cursor:
        cursor.execute("UPDATE pengaturan SET nilai = 'x' WHERE kunci = 'instansi_nama'")
    store.once("lain", lambda: 1)
    assert old() is None


def test_readers_see_whole_writes_only(store: Store) -> None:
    """While one thread writes pairs, others never see half of a pair."""
    stop = threading.Event()
    torn: list[int] = []

    def read() -> None:
        while not stop.is_set():
            (n,) = store.fetch("SELECT count(*) FROM pengaturan WHERE kunci LIKE 'uji%'")[1][0]
            if n % 2:
                torn.append(n)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(50):
        with store.write() as cursor:
            cursor.execute("INSERT INTO pengaturan VALUES ($1, '')", [f"uji{number}a"])
            cursor.execute("INSERT INTO pengaturan VALUES ($1, '')", [f"uji{number}b"])
    stop.set()
    for thread in threads:
        thread.join()
    assert not torn


def test_data_and_version_survive_closing(tmp_path: Path) -> None:
    with Store(tmp_path / "a.duckdb") as store:
        assert reference.seed(store)
        version = store.data_version
    with Store(tmp_path / "a.duckdb") as store:
        assert not reference.seed(store)
        assert store.data_version == version
        assert checks.verify(store) == ()


def test_a_file_has_one_owner(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    Store(path).close()
    script = (
        "import sys, time; from skm_core.store import Store; s = Store(sys.argv[1]);"
        "print('open', flush=True); time.sleep(60)"
    )
    other = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, cwd=SQL.parents[1])
    try:
        assert other.stdout and other.stdout.readline().strip() == b"open"
        with pytest.raises(StoreBusyError, match=r"a\.duckdb sedang dibuka program lain"):
            Store(path)
    finally:
        other.kill()
        other.wait()
        if other.stdout:
            other.stdout.close()


def test_something_that_is_no_database_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.duckdb").write_bytes(b"this is not a database" * 500)
    with pytest.raises(StoreError, match="tidak dapat dibuka"):
        Store(tmp_path / "a.duckdb")


def test_migrations_run_once_and_in_order(tmp_path: Path) -> None:
    migrations = tmp_path / "migrations"
    migrations.mkdir()
    path = tmp_path / "a.duckdb"
    Store(path, migrations=migrations).close()
    (migrations / "0002_catatan.sql").write_text("CREATE TABLE uji (teks VARCHAR); INSERT INTO uji VALUES ('dua')")
    (migrations / "0010_lagi.sql").write_text("INSERT INTO uji VALUES ('sepuluh')")
    for _ in range(2):
        with Store(path, migrations=migrations) as store:
            assert store.fetch("SELECT teks FROM uji ORDER BY rowid")[1] == [("dua",), ("sepuluh",)]
            assert store.fetch("SELECT nilai FROM meta WHERE kunci = 'versi_skema'")[1] == [("10",)]


def test_a_broken_migration_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    migrations = tmp_path / "migrations"
    migrations.mkdir()
    path = tmp_path / "a.duckdb"
    Store(path, migrations=migrations).close()
    (migrations / "0002_rusak.sql").write_text("CREATE TABLE uji (teks VARCHAR); SELECT * FROM tidak_ada")
    with pytest.raises(StoreError, match=r"0002_rusak\.sql"):
        Store(path, migrations=migrations)
    (migrations / "0002_rusak.sql").unlink()
    with Store(path, migrations=migrations) as store:
        assert store.fetch("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'uji'")[1] == [(0,)]


def test_a_file_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    with Store(path) as store, store.write() as cursor:
        cursor.execute("UPDATE meta SET nilai = '999' WHERE kunci = 'versi_skema'")
    with pytest.raises(StoreError, match="versi aplikasi yang lebih baru"):
        Store(path)


def test_every_sql_object_is_created(store: Store) -> None:
    files = {folder: {path.stem for path in (SQL / folder).glob("*.sql")} for folder in ("tables", "views")}
    assert files == {"tables": set(TABLES), "views": set(VIEWS)}
    _, found = store.fetch(
        "SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views() WHERE NOT internal"
    )
    assert {name for (name,) in found} == set(TABLES) | set(VIEWS)


def test_a_file_opens_again_after_the_program_was_killed(tmp_path: Path) -> None:
    """Killed right after the first start, and once more in the middle of a write: what was committed is there."""
    path = tmp_path / "a.duckdb"
    script = (
        "import os, signal, sys; from skm_core import reference; from skm_core.store import Store\n"
        "store = Store(sys.argv[1]); reference.seed(store)\n"
        "with store.write() as cursor:\n"
        "    cursor.execute(\"UPDATE pengaturan SET nilai = 'setengah' WHERE kunci = 'unit_nama'\")\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", script, str(path)], cwd=SQL.parents[1], check=False)
        assert done.returncode < 0
    with Store(path) as store:
        assert store.fetch("SELECT count(*) FROM wilayah")[1] == [(65,)]
        assert store.fetch("SELECT count(*) FROM pengaturan WHERE nilai = 'setengah'")[1] == [(0,)]
        assert checks.verify(store) == ()


def test_an_unsound_ingest_leaves_nothing_behind(store: Store) -> None:
    """The checks run inside the transaction of every ingest: what they refuse is rolled back as a whole."""
    with store.write() as cursor:  # a second row of the same periode, as no key forbids it
        cursor.execute("INSERT INTO periode SELECT * FROM periode WHERE periode_kode = '2019-q2'")
    with pytest.raises(StoreError, match="kunci_ganda"):
        build.ingest(store, [build.form([3] * 9)])
    assert store.fetch("SELECT (SELECT count(*) FROM kuesioner), (SELECT count(*) FROM unggahan)")[1] == [(0, 0)]
