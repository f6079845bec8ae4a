"""Dates outside the periode their rows were given: a few are slips, most of them mean another periode."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import duckdb

from skm_core.intake.collected import Findings
from skm_core.intake.scratch import run
from skm_core.terms import Periode


def report_outside(
    cursor: duckdb.DuckDBPyConnection, periode: Periode, known: Iterable[Periode], findings: Findings
) -> None:
    """One warning for the rows dated outside their periode; where they are the most, with the one the dates are in."""
    n, first = run(cursor, "luar_periode", periode=periode.kode, mulai=periode.mulai, selesai=periode.selesai)[0]
    if not n:
        return
    facts = {"n": n, "periode": periode.nama, "mulai": _day(periode.mulai), "selesai": _day(periode.selesai)}
    dated = run(cursor, "n_per_tanggal", periode=periode.kode)
    total = sum(count for _, count in dated)
    if 2 * n <= total:
        findings.add("TANGGAL_LUAR_PERIODE", baris=first, **facts)
        return
    outside = [(day, count) for day, count in dated if not _within(periode, day)]
    meant = _meant((one for one in known if one.kode != periode.kode), outside)
    if meant:
        direction = f"Tanggalnya jatuh dalam periode {meant.nama}; pilih periode itu bila itu yang dimaksud."
    else:
        direction = (
            f"Tanggalnya {_day(outside[0][0])} sampai {_day(outside[-1][0])}, dan periode untuk itu belum ada. "
            "Periksa periodenya sebelum menyimpan."
        )
    findings.add("TANGGAL_PERIODE_LAIN", baris=first, dari=total, arah=direction, **facts)


def _meant(known: Iterable[Periode], dated: list[tuple[date, int]]) -> Periode | None:
    """The periode that holds more than half of these dates; of several the shortest. None if there is none."""
    total = sum(count for _, count in dated)
    found = [
        ((one.selesai - one.mulai).days, one)
        for one in known
        if one.mulai and one.selesai and 2 * sum(count for day, count in dated if _within(one, day)) > total
    ]
    return min(found, key=lambda each: each[0])[1] if found else None


def _within(periode: Periode, day: date) -> bool:
    return bool(periode.mulai and periode.selesai and periode.mulai <= day <= periode.selesai)


def _day(day: date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else ""
