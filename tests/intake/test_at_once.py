"""Twenty sessions upload at once to one store, as the page does: all in, none twice."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from skm_core import checks, effect, reference, uploads
from skm_core.intake import Options, Receipt, ingest, prepare, read_file
from skm_core.store import Store
from tests.build import KALIDERES, KAPUK, csv_bytes, form

SESSIONS = 20


def session(store: Store, content: bytes, start: threading.Barrier) -> Receipt:
    """What one session of the page calls, from the bytes to the receipt."""
    start.wait()
    raw = read_file(content, "survei.csv")
    draft = prepare(store, raw, Options(pengumpul="kelurahan"))
    assert effect.of_upload(store, draft) is not None
    receipt = ingest(store, draft, pengunggah="uji")
    uploads.history(store)
    raw.close()
    return receipt


def at_once(store: Store, files: list[bytes]) -> list[Receipt]:
    start = threading.Barrier(len(files))
    with ThreadPoolExecutor(len(files)) as pool:
        return list(pool.map(lambda content: session(store, content, start), files))


def test_twenty_different_files_at_once_are_all_in(tmp_path: Path) -> None:
    with Store(tmp_path / "skm.duckdb") as store:
        reference.seed(store)
        rows = [
            [
                form([1 + (n + k) % 4] * 9, kelurahan=(KAPUK, KALIDERES)[n % 2], saran=f"berkas {n}")
                for k in range(50 + n)
            ]
            for n in range(SESSIONS)
        ]
        receipts = at_once(store, [csv_bytes(each) for each in rows])
        assert sorted(one.unggahan_id for one in receipts) == list(range(1, SESSIONS + 1))
        assert sorted(one.n_diterima for one in receipts) == [50 + n for n in range(SESSIONS)]
        _, ((n, answers),) = store.fetch("SELECT count(*), sum(b1)::INTEGER FROM kuesioner_aktif")
        assert n == sum(map(len, rows))
        assert answers == sum(one["persyaratan"] for each in rows for one in each)
        assert len(list((tmp_path / "arsip").glob("*.parquet"))) == SESSIONS
        assert not checks.verify(store)


def test_the_same_file_from_twenty_sessions_is_in_once(tmp_path: Path) -> None:
    with Store(tmp_path / "skm.duckdb") as store:
        reference.seed(store)
        content = csv_bytes([form([3] * 9)] * 40)
        receipts = at_once(store, [content] * SESSIONS)
        assert sorted(one.n_diterima for one in receipts) == [0] * (SESSIONS - 1) + [40]
        assert store.fetch("SELECT count(*) FROM kuesioner")[1] == [(40,)]
        assert len(uploads.history(store)) == 1 and not checks.verify(store)


def test_overlapping_exports_from_twenty_sessions_count_every_row_once(tmp_path: Path) -> None:
    with Store(tmp_path / "skm.duckdb") as store:
        reference.seed(store)
        rows = [form([3] * 9, responden=f"uuid-0000-{n:04d}") for n in range(10 * SESSIONS)]
        receipts = at_once(store, [csv_bytes(rows[: 10 * n]) for n in range(1, SESSIONS + 1)])
        assert sum(one.n_diterima for one in receipts) == len(rows)
        _, counted = store.fetch("SELECT count(*), count(DISTINCT asal_kunci) FROM kuesioner_aktif")
        assert counted == [(len(rows), len(rows))] and not checks.verify(store)
