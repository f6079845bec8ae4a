"""A small store for the frame tests: plain inserts into the seeded schema, one questionnaire form, fixed answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from skm_core import reference
from skm_core.store import Store

FORMS = """
INSERT INTO kuesioner BY NAME
SELECT
    $unggahan AS unggahan_id,
    row_number() OVER () AS baris,
    $periode AS periode_kode,
    layanan_kode,
    $instrumen AS instrumen_kode,
    wilayah_kode,
    $pengumpul AS pengumpul,
    row_number() OVER () AS responden_kunci,
    4 AS b1, 3 AS b2, 3 AS b3, 4 AS b4, 3 AS b5, 3 AS b6, 3 AS b7, 3 AS b8, 2 AS b9
FROM unnest($layanan) AS l(layanan_kode), unnest($wilayah) AS w(wilayah_kode), range($n)
"""
UPLOAD = """
INSERT INTO unggahan
SELECT $id, now()::TIMESTAMP, 'uji', 'uji.csv', repeat('0', 63) || $id % 10, 1, 'uji', '{}', 1, 0, 'aktif',
       now()::TIMESTAMP, 'uji'
"""


def fill(
    store: Store,
    *,
    periode: str = "2019-q2",
    layanan: Sequence[str] = ("pkk", "posyandu"),
    wilayah: Sequence[str] = ("31.73.01.1001", "31.73.02.1001"),
    pengumpul: str = "kelurahan",
    instrumen: str = "skm9",
    n: int = 12,
    unggahan: int = 1,
) -> None:
    """Store `n` questionnaires per layanan and place as one active unggahan."""
    with store.write() as cursor:
        cursor.execute(UPLOAD, {"id": unggahan})
        cursor.execute(
            FORMS,
            {
                "unggahan": unggahan,
                "periode": periode,
                "layanan": list(layanan),
                "wilayah": list(wilayah),
                "pengumpul": pengumpul,
                "instrumen": instrumen,
                "n": n,
            },
        )


def demo_file(folder: Path) -> Path:
    """A demo database with three kinds of data: the panel of March 2019, and Q2 2019 from kelurahan and city."""
    path = folder / "demo.duckdb"
    with Store(path) as store:
        reference.seed(store)
        fill(
            store,
            periode="2019-maret",
            layanan=("camat", "lurah"),
            wilayah=("31.73.01",),
            instrumen="kinerja2019",
            unggahan=1,
        )
        fill(store, layanan=("pkk", "posyandu", "ppsu"), unggahan=2)
        fill(store, wilayah=("31.73.01.1001",), pengumpul="kota", unggahan=3)
    return path
