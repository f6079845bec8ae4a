"""Records and changes items of the follow-up plan, each change with who and when. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from skm_core import checks, registry
from skm_core.errors import InvalidSettingError
from skm_core.follow_up.item import JENIS, STATUS, Isian, Rtl, quarters
from skm_core.follow_up.plan import TW, item, plan
from skm_core.queries import statement
from skm_core.store import Store

if TYPE_CHECKING:
    import duckdb

MAX_PROGRAM, MAX_NAME, MAX_NOTE = 600, 200, 1_000
FIRST_YEAR, LAST_YEAR = 2000, 2100


def add(store: Store, isian: Isian, *, oleh: str, waktu: datetime | None = None) -> Rtl:
    """Record a new item and return it. Raises InvalidSettingError or UnknownKeyError (Indonesian), storing nothing."""
    (number,) = save(store, [(None, isian)], oleh=oleh, waktu=waktu)
    return item(store, number)


def change(store: Store, before: Rtl, isian: Isian, *, oleh: str, waktu: datetime | None = None) -> Rtl:
    """Give an item new content and return it; equal content changes nothing.

    Raises InvalidSettingError also where somebody else changed the item since `before` was read.
    """
    save(store, [(before, isian)], oleh=oleh, waktu=waktu)
    return item(store, before.rtl_id)


def save(
    store: Store, wanted: Sequence[tuple[Rtl | None, Isian]], *, oleh: str, waktu: datetime | None = None
) -> tuple[int, ...]:
    """Record new items (None) and change known ones, all or nothing; returns their numbers."""
    require_name(oleh)
    now = waktu or datetime.now(UTC).replace(tzinfo=None)
    clean = [(before, checked(store, isian)) for before, isian in wanted]
    with store.write() as cursor:
        _refuse_twins(store, clean)
        numbers = []
        for before, isian in clean:
            if before is None:
                numbers.append(insert(cursor, isian, oleh=oleh.strip(), waktu=now))
            else:
                numbers.append(before.rtl_id)
                if isian != before.isian:
                    _update(cursor, before, isian, oleh.strip(), now)
        checks.require_sound(cursor)
    return tuple(numbers)


def state_report_day(store: Store, periode: str, tanggal: date, *, oleh: str, waktu: datetime | None = None) -> None:
    """State the day of the report of a periode; what was stated before stays stored."""
    require_name(oleh)
    known = registry.periode(store)
    registry.require("Periode", periode, known)
    start = known[periode].mulai
    if start and tanggal < start:
        raise InvalidSettingError("Tanggal laporan tidak mungkin sebelum survei dimulai.")
    now = waktu or datetime.now(UTC).replace(tzinfo=None)
    with store.write() as cursor:
        values = {"periode": periode, "tanggal": tanggal, "waktu": now, "oleh": oleh.strip()}
        cursor.execute(statement("rtl_laporan_baru"), values)


def checked(store: Store, isian: Isian) -> Isian:
    """The content tidied (spaces, order of quarters). Raises InvalidSettingError or UnknownKeyError."""
    registry.require("Periode", isian.periode, registry.periode(store))
    registry.require("Unsur", isian.unsur, registry.unsur(store))
    if isian.layanan is not None:
        registry.require("Layanan", isian.layanan, registry.layanan(store))
    registry.require("Jenis", isian.jenis, JENIS)
    registry.require("Status", isian.status, STATUS)
    clean = replace(
        isian,
        program=_text("Program/kegiatan", isian.program, MAX_PROGRAM),
        penanggung_jawab=_text("Penanggung jawab", isian.penanggung_jawab, MAX_NAME),
        catatan=_text("Catatan kemajuan", isian.catatan, MAX_NOTE, empty=True),
        tw=tuple(sorted(set(isian.tw))),
    )
    if not clean.tw or not set(clean.tw) <= {1, 2, 3, 4}:
        raise InvalidSettingError("Pilih sedikitnya satu triwulan, TW I sampai TW IV.")
    if not FIRST_YEAR <= clean.tahun <= LAST_YEAR:
        raise InvalidSettingError(f"Tahun pelaksanaan harus {FIRST_YEAR} sampai {LAST_YEAR}, bukan {clean.tahun}.")
    _check_status(clean)
    return clean


def _check_status(isian: Isian) -> None:
    if not 0 <= isian.kemajuan_pct <= 100:
        raise InvalidSettingError(f"Kemajuan harus 0 sampai 100 persen, bukan {isian.kemajuan_pct}.")
    if isian.status == "rencana" and isian.kemajuan_pct:
        raise InvalidSettingError(
            f"Kemajuan sudah {isian.kemajuan_pct} persen, tetapi statusnya belum mulai. Ubah statusnya menjadi "
            "berjalan, atau kemajuannya menjadi 0."
        )
    if isian.status == "selesai":
        if isian.kemajuan_pct != 100:
            raise InvalidSettingError("Tindak lanjut yang selesai kemajuannya 100 persen.")
        if isian.selesai_pada is None:
            raise InvalidSettingError("Isi tanggal selesainya.")
    elif isian.selesai_pada is not None:
        raise InvalidSettingError("Tanggal selesai hanya diisi bila statusnya selesai.")
    if isian.status == "batal" and not isian.catatan:
        raise InvalidSettingError("Tulis alasan pembatalan di catatan; tindak lanjutnya tetap tersimpan.")


def _text(name: str, text: str, most: int, *, empty: bool = False) -> str:
    tidy = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    if not tidy and not empty:
        raise InvalidSettingError(f"{name} kosong. Isi dahulu.")
    if len(tidy) > most:
        raise InvalidSettingError(f"{name} terlalu panjang ({len(tidy)} huruf; paling banyak {most}). Ringkaskan.")
    return tidy


def require_name(oleh: str) -> None:
    """Raise InvalidSettingError where nobody gives a name."""
    if not oleh.strip():
        raise InvalidSettingError("Ketik nama Anda dahulu. Nama itu dicatat dalam riwayat.")


def same_work(isian: Isian) -> tuple[str | None, str, str]:
    """What makes two items of a periode the same: layanan, unsur, and program whatever its capitals."""
    return isian.layanan, isian.unsur, isian.program.casefold()


def _refuse_twins(store: Store, wanted: Sequence[tuple[Rtl | None, Isian]]) -> None:
    replaced = {before.rtl_id for before, _ in wanted if before}
    seen: dict[tuple[str, str | None, str, str], int | None] = {}
    for periode in {isian.periode for _, isian in wanted}:
        for one in plan(store, periode, batal=False):
            if one.rtl_id not in replaced:
                seen[periode, *same_work(one.isian)] = one.rtl_id
    for before, isian in wanted:
        key = (isian.periode, *same_work(isian))
        if isian.status == "batal":
            continue
        if key in seen:
            number = seen[key]
            which = f"tindak lanjut nomor {number}" if number else "baris lain"
            raise InvalidSettingError(f'Program "{isian.program}" untuk unsur ini sudah ada pada {which}.')
        seen[key] = before.rtl_id if before else None


def insert(cursor: duckdb.DuckDBPyConnection, isian: Isian, *, oleh: str, waktu: datetime) -> int:
    """Write one new item with its first history into an open transaction; returns its number."""
    found = cursor.execute(statement("rtl_nomor")).fetchone()
    assert found
    number = int(found[0])
    cursor.execute(statement("rtl_baru"), {**_values(isian), "rtl_id": number, "waktu": waktu, "oleh": oleh})
    _note(cursor, number, 1, None, isian, oleh, waktu)
    return number


def _update(cursor: duckdb.DuckDBPyConnection, before: Rtl, isian: Isian, oleh: str, now: datetime) -> None:
    if isian.periode != before.isian.periode:
        raise InvalidSettingError("Tindak lanjut tidak dapat dipindah ke periode lain. Buat yang baru di sana.")
    values = {key: value for key, value in _values(isian).items() if key != "periode"}
    values |= {"rtl_id": before.rtl_id, "versi": before.versi, "waktu": now, "oleh": oleh}
    if not cursor.execute(statement("rtl_ubah"), values).fetchall():
        raise InvalidSettingError(
            f"Tindak lanjut nomor {before.rtl_id} baru saja diubah orang lain. Muat ulang halaman, lalu ulangi."
        )
    _note(cursor, before.rtl_id, before.versi + 1, before.isian, isian, oleh, now)


def _note(
    cursor: duckdb.DuckDBPyConnection,
    number: int,
    versi: int,
    before: Isian | None,
    isian: Isian,
    oleh: str,
    now: datetime,
) -> None:
    old = _told(before) if before else {}
    for kolom, value in _told(isian).items():
        if old.get(kolom) != value:
            values = {"kolom": kolom, "sebelum": old.get(kolom), "sesudah": value, "versi": versi, "rtl_id": number}
            cursor.execute(statement("rtl_riwayat_baru"), {**values, "waktu": now, "oleh": oleh})


def _told(isian: Isian) -> dict[str, str | None]:
    """The fields as the history keeps them, as text; empty ones None."""
    fields = {**asdict(isian), "tw": quarters(isian.tw)}
    return {name: None if value in (None, "") else str(value) for name, value in fields.items()}


def _values(isian: Isian) -> dict[str, object]:
    fields = asdict(isian)
    tw = fields.pop("tw")
    return {**fields, **{name: number in tw for number, name in enumerate(TW, 1)}}
