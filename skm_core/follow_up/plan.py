"""Reads the follow-up plan of a periode, one item, its history, and the day its clock starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from skm_core import queries, registry
from skm_core.errors import UnknownKeyError
from skm_core.follow_up.item import Bukti, Isian, Rtl
from skm_core.scoring import Score, score
from skm_core.store import Store
from skm_core.terms import Pilihan

TW = ("tw1", "tw2", "tw3", "tw4")
ALL_SERVICES = None
"""layanan of an item that concerns them all."""


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One change of one field: when (UTC), by whom, from what to what (None: nothing). kolom "bukti" is evidence."""

    waktu: datetime
    oleh: str
    versi: int | None
    kolom: str
    sebelum: str | None
    sesudah: str | None


@dataclass(frozen=True, slots=True)
class Laporan:
    """The day from which follow-up is timed: the report of a periode if somebody stated it (dicatat), else the last
    day of the survey; None where neither is known.
    """

    tanggal: date | None
    dicatat: bool
    oleh: str | None


def plan(
    store: Store, periode: str, layanan: str | None = None, *, semua: bool = True, batal: bool = True
) -> tuple[Rtl, ...]:
    """Items of a periode, by layanan (those of all layanan first), then lowest NRR of their unsur first.

    layanan: only of that one; with `semua` also those that concern all layanan. batal False leaves cancelled ones out.
    Raises UnknownKeyError for a periode or layanan that does not exist.
    """
    registry.require("Periode", periode, registry.periode(store))
    services = registry.layanan(store)
    if layanan is not None:
        registry.require("Layanan", layanan, services)
    found = [
        one
        for one in store.once(f"rtl:{periode}", lambda: _read(store, periode=periode))
        if (layanan is None or one.isian.layanan == layanan or (semua and one.isian.layanan is ALL_SERVICES))
        and (batal or one.isian.status != "batal")
    ]
    lowest = store.once(f"rtl_nrr:{periode}", lambda: _nrr(store, periode)) if found else {}
    place = {kode: number for number, kode in enumerate(services, 1)}

    def order(one: Rtl) -> tuple[int, Fraction, str, int]:
        isian = one.isian
        value = lowest.get((isian.layanan, isian.unsur), Fraction(5))
        return place.get(isian.layanan or "", 0), value, isian.unsur, one.rtl_id

    return tuple(sorted(found, key=order))


def item(store: Store, rtl_id: int) -> Rtl:
    """One item by its number. Raises UnknownKeyError."""
    found = _read(store, rtl_id=rtl_id)
    if not found:
        raise UnknownKeyError(f"Tindak lanjut nomor {rtl_id} tidak ada. Pilih salah satu dari papan atau tabel.")
    return found[0]


def history(store: Store, rtl_id: int) -> tuple[Peristiwa, ...]:
    """Every change of an item and of its evidence, newest first."""
    return tuple(Peristiwa(**row) for row in queries.rows(store, "rtl_riwayat", rtl_id=rtl_id))


def report_day(store: Store, periode: str) -> Laporan:
    """The day of the report of a periode."""
    found = queries.rows(store, "rtl_laporan", periode=periode)
    if found:
        return Laporan(found[0]["tanggal"], True, found[0]["oleh"])
    known = registry.periode(store)
    registry.require("Periode", periode, known)
    return Laporan(known[periode].selesai, False, None)


def speaking(scores: tuple[Score, ...]) -> Score | None:
    """Of the scores of one selection the one that counts: the city's sample where there is one, never pooled."""
    return min(scores, key=lambda one: one.pengumpul != "kota", default=None)


def _nrr(store: Store, periode: str) -> Mapping[tuple[str | None, str], Fraction]:
    """NRR per layanan (None: all together) and unsur, of the pengumpul that speaks."""
    chosen = Pilihan(periode=(periode,))
    by_service: dict[str | None, list[Score]] = {None: list(score(store, chosen))}
    for one in score(store, chosen, ["layanan"]):
        by_service.setdefault(one.layanan, []).append(one)
    return {
        (layanan, part.kunci): part.nrr
        for layanan, scores in by_service.items()
        if (spoken := speaking(tuple(scores)))
        for part in spoken.unsur
        if part.nrr is not None
    }


def _read(store: Store, *, periode: str | None = None, rtl_id: int | None = None) -> tuple[Rtl, ...]:
    evidence: dict[int, list[Bukti]] = {}
    for row in queries.rows(store, "rtl_bukti"):
        evidence.setdefault(row["rtl_id"], []).append(Bukti(**row))
    return tuple(
        from_row(row, tuple(evidence.get(row["rtl_id"], ())))
        for row in queries.rows(store, "rtl", periode=periode, rtl_id=rtl_id)
    )


def from_row(row: dict[str, Any], bukti: tuple[Bukti, ...] = ()) -> Rtl:
    """An item from a row of the query rtl."""
    about = {name: row.pop(name) for name in ("rtl_id", "versi", "dibuat_waktu", "dibuat_oleh", "diubah_waktu")}
    changed_by = row.pop("diubah_oleh")
    tw = tuple(number for number, name in enumerate(TW, 1) if row.pop(name))
    return Rtl(isian=Isian(tw=tw, **row), diubah_oleh=changed_by, bukti=bukti, **about)
