"""When the questionnaires of a file were filled: the days, and the periode they would make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import duckdb

from skm_core.intake.dates import TIME_SQL, read_dates
from skm_core.intake.hints import told_periode
from skm_core.intake.periods import new_periode
from skm_core.intake.reading import Reading
from skm_core.intake.scratch import run
from skm_core.terms import Periode

MOST = 0.9
"""Share of the dated rows that must lie in one quarter, half year or year for it to be the periode of the file."""
_KINDS: tuple[Callable[[date], str], ...] = (
    lambda day: f"{day.year}-q{(day.month + 2) // 3}",
    lambda day: f"{day.year}-s{(day.month + 5) // 6}",
    lambda day: f"{day.year}",
)


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day of most rows; `n_luar` of the `n` dated rows lie outside.

    `usul`: the shortest of quarter, half year and year that holds most of them, None if none does: then the days are
    those of all rows.
    """

    mulai: date
    selesai: date
    n: int
    n_luar: int
    usul: Periode | None


def propose_periode(
    cursor: duckdb.DuckDBPyConnection, readings: Sequence[Reading]
) -> tuple[Span | None, Periode | None]:
    """The span of the dates, and the periode that the titles name; else the one most dates lie in."""
    span, told = find_span(cursor, readings), told_periode(readings)
    if told:
        return span, new_periode(told, readings[0].items.instrumen.aturan)
    return span, span.usul if span else None


def find_span(cursor: duckdb.DuckDBPyConnection, readings: Sequence[Reading]) -> Span | None:
    """The span of the dates in these sheets; None where no date can be read."""
    days: Counter[date] = Counter()
    for reading in readings:
        if reading.column("tanggal") is None:
            continue
        reading.shown.show(cursor)
        cells = dict(run(cursor, "n_tanggal", jam=TIME_SQL))
        chosen = reading.dipetakan.get("tanggal")
        for cell, day in read_dates(cells, first=chosen.urutan if chosen else None).nilai.items():
            days[day] += cells[cell]
    if not days:
        return None
    n = days.total()
    for kind in _KINDS:
        code, most = _counted(days, kind).most_common(1)[0]
        if most >= MOST * n:
            inside = [day for day in days if kind(day) == code]
            return Span(min(inside), max(inside), n, n - most, new_periode(code, readings[0].items.instrumen.aturan))
    return Span(min(days), max(days), n, 0, None)


def _counted(days: Counter[date], kind: Callable[[date], str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for day, n in days.items():
        found[kind(day)] += n
    return found
