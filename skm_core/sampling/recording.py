"""Draws and records a plan, replaces one with its reason, and changes single targets. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from skm_core import checks, registry
from skm_core.errors import InvalidSettingError
from skm_core.sampling.draw import CARA_UNDI, Terundi, draw, take_all
from skm_core.sampling.plan import PENILAIAN, SEMUA, Rencana, Usulan, plan, plans
from skm_core.sampling.progress import quota
from skm_core.store import Store
from skm_core.terms import PENGUMPUL, Wilayah

if TYPE_CHECKING:
    import duckdb

MAX_BENIH = 999_999_999_999
MAX_KUOTA = 10_000


def save_plan(store: Store, usulan: Usulan, *, oleh: str, alasan: str = "", waktu: datetime | None = None) -> Rencana:
    """Draw, record, and return the plan that is now in force.

    A periode and pengumpul with a plan in force needs `alasan`: the old plan stays, marked as replaced. Raises
    InvalidSettingError or UnknownKeyError (Indonesian) and stores nothing if anything does not hold.
    """
    _check(store, usulan, oleh)
    drawn = drawn_for(registry.wilayah(store).values(), usulan)
    layanan = services(store)
    now = waktu or datetime.now(UTC).replace(tzinfo=None)
    with store.write() as cursor:
        before = plan(store, usulan.periode, usulan.pengumpul)
        if before and not alasan.strip():
            raise InvalidSettingError(
                f"Periode ini sudah punya rencana nomor {before.rencana_id}. Tulis alasan menggantinya; "
                "rencana lama tetap tersimpan bersama alasan itu."
            )
        if before:
            cursor.execute(
                "UPDATE rencana_sampel SET status = 'diganti', status_waktu = $1, status_oleh = $2, alasan = $3 "
                "WHERE rencana_id = $4",
                [now, oleh.strip(), alasan.strip(), before.rencana_id],
            )
        insert(cursor, usulan, drawn, layanan, oleh=oleh.strip(), waktu=now)
        checks.require_sound(cursor)
    return plans(store, usulan.periode, usulan.pengumpul)[0]


def drawn_for(places: Iterable[Wilayah], usulan: Usulan) -> tuple[Terundi, ...]:
    """Every kelurahan with its random number and whether the proposal draws it; pure, the same every time."""
    if usulan.cara == SEMUA:
        return take_all(places)
    assert usulan.benih is not None and usulan.per_kecamatan is not None
    return draw(places, usulan.benih, usulan.cara, usulan.per_kecamatan).daftar


def services(store: Store) -> list[str]:
    """Layanan that a new plan covers: those in use, no officials, in the order always shown."""
    return [item.kode for item in registry.layanan(store).values() if item.aktif and item.jenis == "layanan"]


def insert(
    cursor: duckdb.DuckDBPyConnection,
    usulan: Usulan,
    drawn: Iterable[Terundi],
    layanan: list[str],
    *,
    oleh: str,
    waktu: datetime,
) -> None:
    """Write one plan in force with its draw and targets into an open transaction."""
    found = cursor.execute("SELECT coalesce(max(rencana_id), 0) + 1 FROM rencana_sampel").fetchone()
    number = found[0] if found else 1
    cursor.execute(
        "INSERT INTO rencana_sampel VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'berlaku', $11, $10, '')",
        [
            number,
            usulan.periode,
            usulan.pengumpul,
            usulan.cara,
            usulan.benih,
            usulan.benih_asal.strip(),
            usulan.per_kecamatan,
            usulan.kuota,
            usulan.penilaian,
            oleh,
            waktu,
        ],
    )
    listed = list(drawn)
    cursor.executemany(
        "INSERT INTO rencana_kelurahan VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            [number, place, one.kelurahan, one.n_penduduk, one.angka, str(one.peluang), one.terpilih]
            for place, one in enumerate(listed, 1)
        ],
    )
    chosen = sorted(one.kelurahan for one in listed if one.terpilih)
    target = quota(chosen, layanan, usulan.kuota, each=usulan.penilaian == SEMUA)
    cursor.executemany(
        "INSERT INTO rencana_sasaran VALUES ($1, $2, $3, $4, $4, NULL, NULL)",
        [[number, *key, value] for key, value in target.items()],
    )


def save_targets(store: Store, rencana: Rencana, target: Mapping[tuple[str, str], int], *, oleh: str) -> int:
    """Change single targets of the plan in force; returns how many changed. Who and when is kept with each.

    Raises InvalidSettingError for a cell outside the plan, a negative number, or a plan that was replaced meanwhile.
    """
    _check_name(oleh)
    known = rencana.target
    for key, value in target.items():
        if key not in known:
            raise InvalidSettingError("Target hanya dapat diubah untuk kelurahan dan layanan dalam rencana.")
        if not 0 <= value <= MAX_KUOTA:
            raise InvalidSettingError(f"Target harus bilangan bulat 0 sampai {MAX_KUOTA}, bukan {value}.")
    changed = {key: value for key, value in target.items() if value != known[key]}
    with store.write() as cursor:
        now = plan(store, rencana.usulan.periode, rencana.usulan.pengumpul)
        if now is None or now.rencana_id != rencana.rencana_id:
            raise InvalidSettingError("Rencana ini baru saja diganti orang lain. Muat ulang halaman, lalu ulangi.")
        for (kelurahan, layanan), value in changed.items():
            cursor.execute(
                "UPDATE rencana_sasaran SET target = $1, diubah_waktu = $2, diubah_oleh = $3 "
                "WHERE rencana_id = $4 AND wilayah_kode = $5 AND layanan_kode = $6",
                [value, datetime.now(UTC).replace(tzinfo=None), oleh.strip(), rencana.rencana_id, kelurahan, layanan],
            )
    return len(changed)


def _check(store: Store, usulan: Usulan, oleh: str) -> None:
    _check_name(oleh)
    known = registry.periode(store)
    registry.require("Periode", usulan.periode, known)
    if known[usulan.periode].panel:
        raise InvalidSettingError(f"{known[usulan.periode].nama} memakai panel undangan, tanpa rencana sampel.")
    registry.require("Pengumpul", usulan.pengumpul, PENGUMPUL)
    registry.require("Cara undi", usulan.cara, (*CARA_UNDI, SEMUA))
    registry.require("Penilaian", usulan.penilaian, PENILAIAN)
    if not 1 <= usulan.kuota <= MAX_KUOTA:
        raise InvalidSettingError(f"Responden per kelurahan harus 1 sampai {MAX_KUOTA}.")
    if not services(store):
        raise InvalidSettingError("Belum ada layanan yang dipakai. Tambahkan dahulu di Pengaturan, bagian Layanan.")
    if usulan.cara == SEMUA:
        if usulan.benih is not None or usulan.per_kecamatan is not None:
            raise InvalidSettingError("Rencana untuk semua kelurahan tidak memakai benih acak.")
        return
    if usulan.benih is None or not 0 <= usulan.benih <= MAX_BENIH:
        raise InvalidSettingError(f"Benih acak harus bilangan bulat 0 sampai {MAX_BENIH}.")
    if not usulan.benih_asal.strip():
        raise InvalidSettingError(
            "Benih bukan tanggal hari ini. Tulis dari mana angkanya, misalnya: disepakati dalam rapat 3 April 2019."
        )


def _check_name(oleh: str) -> None:
    if not oleh.strip():
        raise InvalidSettingError("Ketik nama Anda dahulu. Nama itu dicatat bersama rencana.")
