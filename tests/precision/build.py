"""Stores for the statistics tests: the golden sample, and forms made on the spot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from skm_core import intake, reference
from skm_core.store import Store

GOLDEN = Path(__file__).parents[1] / "data" / "precision"
UNSUR = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "sarana", "pengaduan")
"""The nine unsur in the order of the columns b1..b9 of skm9."""

UPLOAD = """
INSERT INTO unggahan
SELECT 1, now()::TIMESTAMP, 'uji', 'uji.csv', repeat('0', 64), 1, 'uji', '{}', 1, 0, 'aktif', now()::TIMESTAMP, 'uji'
"""


def sample() -> pd.DataFrame:
    """The golden sample as read: one row per questionnaire, unsur by key."""
    return pd.read_csv(GOLDEN / "sample.csv", dtype=dict.fromkeys(UNSUR, "Int8"))


def ingested(frame: pd.DataFrame, pengumpul: str = "kota") -> Store:
    """A store in memory with rows of the golden sample, through the real intake."""
    store = Store()
    reference.seed(store)
    raw = intake.read_file(frame.to_csv(index=False).encode(), "sample.csv")
    draft = intake.prepare(store, raw, intake.Options(pengumpul=pengumpul, create_periode=True))
    assert not draft.refused, [finding.pesan for finding in draft.temuan]
    assert intake.ingest(store, draft, pengunggah="uji").n_diterima == len(frame)
    return store


def as_forms(frame: pd.DataFrame, **fixed: Any) -> list[dict[str, Any]]:
    """Rows of `kuesioner` from rows of the golden sample."""
    columns = {key: f"b{place}" for place, key in enumerate(UNSUR, 1)}
    forms = []
    for row in frame.to_dict("records"):
        form = {column: None if pd.isna(row[key]) else int(row[key]) for key, column in columns.items()}
        form |= {"periode_kode": row["periode"], "layanan_kode": row["layanan"], "wilayah_kode": row["kode_kelurahan"]}
        forms.append(form | {"responden_kunci": row["no"], "pengumpul": "kota"} | fixed)
    return forms


def store_of(forms: Sequence[Mapping[str, Any]], cara_pemilihan: str = "acak") -> Store:
    """A store in memory with the reference data and these forms; periode that do not exist are made."""
    store = Store()
    reference.seed(store)
    fill(store, forms, cara_pemilihan)
    return store


def fill(store: Store, forms: Sequence[Mapping[str, Any]], cara_pemilihan: str = "acak") -> None:
    """Replace all questionnaires of the store by these."""
    rows = pd.DataFrame(list(forms))
    rows["unggahan_id"] = 1
    rows["baris"] = range(1, len(rows) + 1)
    defaults = {"instrumen_kode": "skm9", "pengumpul": "kota", "responden_kunci": rows["baris"]}
    for column, value in defaults.items():
        if column not in rows:
            rows[column] = value
    with store.write() as cursor:
        cursor.execute("DELETE FROM kuesioner; DELETE FROM unggahan")
        cursor.execute(UPLOAD)
        for periode in sorted(set(rows["periode_kode"])):
            if not cursor.execute("SELECT 1 FROM periode WHERE periode_kode = $1", [periode]).fetchall():
                cursor.execute(
                    "INSERT INTO periode VALUES ($1, $1, NULL, NULL, 'permenpan-14-2017', $2, 'buka')",
                    [periode, cara_pemilihan],
                )
        cursor.register("baru", rows)
        cursor.execute("INSERT INTO kuesioner BY NAME SELECT * FROM baru")
        cursor.unregister("baru")


def add_instrumen(store: Store, kode: str, items: Sequence[str], bobot: Mapping[str, str]) -> None:
    """A questionnaire whose columns b1, b2, … ask the unsur in `items` ("" = asked beside them), with own weights."""
    with store.write() as cursor:
        cursor.execute("INSERT INTO instrumen VALUES ($1, $1, 'permenpan-14-2017', 'uji')", [kode])
        for place, unsur in enumerate(items, 1):
            cursor.execute(
                "INSERT INTO butir VALUES ($1, $2, $3, $4, $5, 'teks', '1', '2', '3', '4')",
                [kode, f"b{place}", place, "unsur" if unsur else "tambahan", unsur or None],
            )
        for unsur, weight in bobot.items():
            cursor.execute("INSERT INTO bobot VALUES ($1, $2, $3)", [kode, unsur, weight])


def close(found: float | None, wanted: float) -> bool:
    """Agreement to 1e-8, relative."""
    return found is not None and abs(found - wanted) <= 1e-8 * max(abs(wanted), 1e-12)
