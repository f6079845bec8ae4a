"""Writes the demo data into an empty store."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pyarrow as pa

from skm_core import reference
from skm_core.demo.answers import draw_answers
from skm_core.demo.calendar import PERIODE
from skm_core.demo.comments import draw_comments
from skm_core.demo.design import LAYANAN, N_SERVICES, WILAYAH, Forms, city_plan, day_of_draw, lay_out, own_plan
from skm_core.demo.follow_up import write_follow_up
from skm_core.demo.people import draw_dates, draw_profile
from skm_core.errors import StoreError
from skm_core.sampling import drawn_for
from skm_core.sampling.recording import insert

if TYPE_CHECKING:
    from skm_core.store import Store

UPLOADER = "Data contoh"
N_PENGGUNA = {
    "pkk": 84_000,
    "rptra": 126_000,
    "ketertiban_umum": 41_500,
    "jumantik": 312_000,
    "posyandu": 97_500,
    "ppsu": 530_000,
}
TARGET_IKM = {
    "pkk": "82.00",
    "rptra": "82.00",
    "ketertiban_umum": "80.00",
    "jumantik": "81.00",
    "posyandu": "84.00",
    "ppsu": "83.00",
}
TARGET_CITY = "82.00"


def generate(store: Store, *, seed: int = 2019) -> None:
    """Fill a store without questionnaires with about 60,000 made-up ones, in one transaction.

    2019-maret is a closed panel on wali kota, camat and lurah; 2019-q2 to 2021-q1 have the six services, gathered
    by the city (two kelurahan per kecamatan, 100 respondents each) and by the kelurahan themselves. Reference tables
    are seeded first if need be. The same seed gives the same content. Raises StoreError if questionnaires exist.
    """
    _, found = store.fetch("SELECT 1 FROM kuesioner LIMIT 1", name="demo")
    if found:
        raise StoreError("Data contoh hanya dapat dibuat di basis data yang belum berisi kuesioner.")
    reference.seed(store)
    rng = np.random.default_rng(seed)
    forms = lay_out(rng)
    answers = draw_answers(forms, rng)
    columns = {
        **_keys(forms),
        "tanggal": pa.array(draw_dates(forms, rng)),
        **draw_profile(forms, rng),
        "saran": draw_comments(forms, answers, rng),
        **{f"b{item + 1}": pa.array(answers[:, item], mask=answers[:, item] == 0) for item in range(answers.shape[1])},
    }
    with store.write() as cursor:
        _write_periode(cursor)
        _write_targets(cursor)
        _write_plans(cursor)
        write_follow_up(cursor, UPLOADER)
        _write_unggahan(cursor, forms, seed)
        cursor.register("contoh", pa.table(columns))
        cursor.execute("INSERT INTO kuesioner BY NAME SELECT * FROM contoh")
        cursor.unregister("contoh")
        cursor.execute("INSERT INTO meta VALUES ('jenis', 'contoh')")


def _keys(forms: Forms) -> dict[str, Any]:
    panel = forms.periode == 0
    return {
        "unggahan_id": forms.unggahan,
        "baris": forms.baris,
        "periode_kode": np.array([periode.kode for periode in PERIODE])[forms.periode],
        "layanan_kode": np.array(LAYANAN)[forms.layanan],
        "instrumen_kode": np.where(panel, "kinerja2019", "skm9"),
        "wilayah_kode": np.array(WILAYAH)[forms.wilayah],
        "pengumpul": np.where(forms.kelurahan_sendiri, "kelurahan", "kota"),
        "responden_kunci": (forms.unggahan << 32) + forms.responden,
    }


def _write_periode(cursor: duckdb.DuckDBPyConnection) -> None:
    cursor.execute("DELETE FROM periode")
    cursor.executemany(
        "INSERT INTO periode VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [[p.kode, p.nama, p.mulai, p.selesai, p.aturan, p.cara_pemilihan, p.status] for p in PERIODE],
    )


def _write_targets(cursor: duckdb.DuckDBPyConnection) -> None:
    for layanan, n_pengguna in N_PENGGUNA.items():
        cursor.execute(
            "UPDATE layanan SET n_pengguna = $1, target_ikm = $2 WHERE layanan_kode = $3",
            [n_pengguna, TARGET_IKM[layanan], layanan],
        )
    cursor.execute("UPDATE pengaturan SET nilai = $1 WHERE kunci = 'target_ikm'", [TARGET_CITY])


def _write_plans(cursor: duckdb.DuckDBPyConnection) -> None:
    """The plans of every quarter, recorded at the draw."""
    for number in range(1, len(PERIODE)):
        moment = datetime.combine(day_of_draw(number), time(3))  # UTC: ten in the morning in Jakarta
        for usulan in (city_plan(number), own_plan(number)):
            drawn = drawn_for(reference.wilayah(), usulan)
            insert(cursor, usulan, drawn, list(LAYANAN[:N_SERVICES]), oleh=UPLOADER, waktu=moment)


def _write_unggahan(cursor: duckdb.DuckDBPyConnection, forms: Forms, seed: int) -> None:
    kecamatan = {place.kode: place.nama for place in reference.wilayah() if place.tingkat == "kecamatan"}
    numbers, first, counts = np.unique(forms.unggahan, return_index=True, return_counts=True)
    for number, at, n in zip(numbers.tolist(), first.tolist(), counts.tolist(), strict=True):
        periode = PERIODE[forms.periode[at]]
        own = bool(forms.kelurahan_sendiri[at])
        source = kecamatan[WILAYAH[forms.wilayah[at]][:8]] if own else "sampel kota"
        name = f"Contoh {periode.kode} {source}.csv"
        assert periode.selesai
        moment = datetime.combine(periode.selesai + timedelta(days=3), time(9)) + timedelta(minutes=number % 9)
        cursor.execute(
            "INSERT INTO unggahan VALUES ($1, $2, $3, $4, $5, $6, 'contoh', $7, $8, 0, 'aktif', $2, $3)",
            [
                number,
                moment,
                UPLOADER,
                name,
                hashlib.sha256(f"{seed} {name}".encode()).hexdigest(),
                n * 100,
                json.dumps({"periode": periode.kode, "pengumpul": "kelurahan" if own else "kota"}),
                n,
            ],
        )
