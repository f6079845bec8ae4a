"""The DuckDB file: opening, schema and its migrations, transactions, data version.

One process owns a file; every call uses its own cursor, because one connection must not be shared by threads.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakValueDictionary

import duckdb

from skm_core.errors import StoreBusyError, StoreError

SQL = Path(__file__).parent / "sql"
MEMORY = ":memory:"
TABLES = [
    "meta",
    "pengaturan",
    "wilayah",
    "layanan",
    "unsur",
    "instrumen",
    "butir",
    "bobot",
    "periode",
    "unggahan",
    "temuan",
    "baris_ditolak",
    "unggahan_peristiwa",
    "unggahan_tumpang",
    "pemetaan",
    "kuesioner",
    "rekap",
    "rencana_sampel",
    "rencana_kelurahan",
    "rencana_sasaran",
    "kuesioner_diganti",
    "penetapan",
    "angka_ditetapkan",
    "tindak_lanjut",
    "tindak_lanjut_riwayat",
    "tindak_lanjut_bukti",
    "tindak_lanjut_laporan",
    "teks_laporan",
    "kutipan",
]
VIEWS = [
    "kuesioner_aktif",
    "kuesioner_lengkap",
    "kuesioner_tanda",
    "hitung_butir",
    "hitung_butir_lengkap",
    "sebaran_butir",
]


T = TypeVar("T")
_open: WeakValueDictionary[str, Store] = WeakValueDictionary()


class Store:
    """An open database. Reads never block; a write is one transaction that raises the data version by one.

    Raises StoreBusyError if another process holds the file, StoreError if it cannot be opened or is newer than
    this program.
    """

    def __init__(self, path: Path | str = MEMORY, *, migrations: Path = SQL / "migrations") -> None:
        self.path = str(path)
        self._write_lock = threading.Lock()
        self._once: dict[str, tuple[int, Any]] = {}
        self._once_locks: dict[str, threading.RLock] = {}
        if self.path != MEMORY:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            if str(Path(path).resolve()) in _open:  # two would not see each other's data version
                raise StoreBusyError(f"Basis data {Path(self.path).name} sudah dibuka oleh program ini.")
        try:
            self._connection = duckdb.connect(self.path)
        except duckdb.IOException as error:
            if "lock" in str(error).lower():
                raise StoreBusyError(
                    f"Basis data {Path(self.path).name} sedang dibuka program lain (biasanya aplikasi dasbor). "
                    "Tutup program itu dahulu, lalu ulangi."
                ) from error
            raise StoreError(f"Basis data {Path(self.path).name} tidak dapat dibuka: {error}") from error
        try:
            self._prepare(migrations)
            ((version,),) = self.fetch("SELECT nilai::BIGINT FROM meta WHERE kunci = 'versi_data'")[1]
            self._version = int(version)
        except BaseException:
            self._connection.close()
            raise
        if self.path != MEMORY:
            _open[str(Path(path).resolve())] = self

    # -- schema ------------------------------------------------------------------------------------------

    def _prepare(self, migrations: Path) -> None:
        """Create the schema in a new file, or bring an old file up to date; then renew the views."""
        numbered = sorted((int(re.split(r"\D", file.name)[0]), file) for file in migrations.glob("*.sql"))
        newest = max([1, *(number for number, _ in numbered)])
        cursor = self._connection.cursor()
        is_new = not cursor.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'meta'").fetchall()
        cursor.execute("BEGIN")
        try:
            if is_new:
                for name in TABLES:
                    self._run_file(cursor, SQL / "tables" / f"{name}.sql")
                cursor.execute("INSERT INTO meta VALUES ('versi_skema', $1), ('versi_data', '0')", [str(newest)])
            else:
                current = int(self._meta(cursor, "versi_skema"))
                if current > newest:
                    raise StoreError(
                        f"Basis data {Path(self.path).name} dibuat oleh versi aplikasi yang lebih baru "
                        f"(skema {current}, aplikasi ini {newest}). Perbarui aplikasi ini dahulu."
                    )
                for number, file in numbered:
                    if number > current:
                        self._run_file(cursor, file)
                cursor.execute("UPDATE meta SET nilai = $1 WHERE kunci = 'versi_skema'", [str(newest)])
            for name in VIEWS:
                self._run_file(cursor, SQL / "views" / f"{name}.sql")
            cursor.execute("COMMIT")
        except BaseException:
            cursor.execute("ROLLBACK")
            raise
        else:  # DuckDB 1.5 cannot replay a log that comments on columns of a table with CHECKs: leave no such log
            cursor.execute("CHECKPOINT")
        finally:
            cursor.close()

    @staticmethod
    def _run_file(cursor: duckdb.DuckDBPyConnection, file: Path) -> None:
        try:
            cursor.execute(file.read_text(encoding="utf-8"))
        except duckdb.Error as error:
            raise StoreError(f"{file.parent.name}/{file.name}: {error}") from error

    @staticmethod
    def _meta(cursor: duckdb.DuckDBPyConnection, key: str) -> str:
        found = cursor.execute("SELECT nilai FROM meta WHERE kunci = $1", [key]).fetchone()
        return str(found[0]) if found else ""

    # -- reading and writing -----------------------------------------------------------------------------

    @contextmanager
    def read(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor inside one read transaction: everything it sees is of one moment."""
        cursor = self._connection.cursor()
        try:
            cursor.execute("BEGIN TRANSACTION READ ONLY")
            yield cursor
            cursor.execute("COMMIT")
        except duckdb.Error as error:
            raise StoreError(f"Pembacaan gagal: {error}") from error
        finally:
            cursor.close()

    def fetch(
        self, sql: str, values: Mapping[str, Any] | list[Any] | None = None, name: str = "query"
    ) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Column names and all rows of one SELECT. Raises StoreError with `name` in front."""
        cursor = self._connection.cursor()
        try:
            cursor.execute(sql, values) if values else cursor.execute(sql)
            columns = [column[0] for column in cursor.description or []]
            return columns, cursor.fetchall()
        except duckdb.Error as error:
            raise StoreError(f"{name}: {error}") from error
        finally:
            cursor.close()

    @contextmanager
    def write(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor inside one transaction: committed with a new data version, or rolled back as a whole."""
        with self._write_lock:
            cursor = self._connection.cursor()
            try:
                cursor.execute("BEGIN")
                try:
                    yield cursor
                    cursor.execute("UPDATE meta SET nilai = (nilai::BIGINT + 1)::VARCHAR WHERE kunci = 'versi_data'")
                    cursor.execute("COMMIT")
                    self._version += 1
                except BaseException:
                    cursor.execute("ROLLBACK")
                    raise
            except duckdb.Error as error:
                raise StoreError(f"Penyimpanan gagal, tidak ada yang berubah: {error}") from error
            finally:
                cursor.close()

    @contextmanager
    def trial(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor inside a transaction that is always rolled back: what a write would change, without changing it.

        Writers wait meanwhile, so that a trial never makes a real write fail.
        """
        with self._write_lock:
            cursor = self._connection.cursor()
            try:
                cursor.execute("BEGIN")
                try:
                    yield cursor
                finally:
                    cursor.execute("ROLLBACK")
            except duckdb.Error as error:
                raise StoreError(f"Perhitungan gagal: {error}") from error
            finally:
                cursor.close()

    @property
    def data_version(self) -> tuple[str, int]:
        """(path, number) that changes with every committed write; the first argument of everything cached."""
        return self.path, self._version

    def once(self, key: str, build: Callable[[], T]) -> T:
        """The value of `build`, computed once per data version and shared: callers must not change it.

        A build may ask for other keys, never round in a circle. Only who asks for the same key waits for it.
        """
        known = self._once.get(key)  # what is kept is read without a lock: nobody waits for another's build
        if known is None or known[0] != self._version:
            with self._once_locks.setdefault(key, threading.RLock()):
                known = self._once.get(key)
                if known is None or known[0] != self._version:
                    version = self._version  # a write during `build` makes the value old at once, never wrong
                    known = self._once[key] = (version, build())
                    for old in [name for name, (of, _) in list(self._once.items()) if of < self._version]:
                        self._once.pop(old, None)  # nobody can ask for it again
        value: T = known[1]
        return value

    def close(self) -> None:
        """Close the file. The store cannot be used afterwards."""
        self._connection.close()
        if self.path != MEMORY:
            _open.pop(str(Path(self.path).resolve()), None)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
