"""Merges what too few people fill: no published cell, and no difference of published cells, is about few people.

A cell is one combination of layanan, kecamatan, place, sex and age band. At each of these levels the values of fewer
than ten people are put together; if that is still fewer than ten, the next smallest value joins them. Nothing is left
out, so that sums do not give away what a gap would; and every table is computed from the published cells, so that a
difference of two sums is again one or more whole cells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from skm_core.rules import N_SEMBUNYI

TIDAK_DIISI = "tidak diisi"
PEMISAH = "|"
"""Stands between the values of a merged cell: "31.73.01.1005|31.73.01.1006"."""


@dataclass(frozen=True, slots=True)
class Isian:
    """One questionnaire: its value at every level, its person, and its answers (None = blank)."""

    tingkat: tuple[str, ...]
    orang: int
    jawaban: tuple[int | None, ...]


def groups(people: Mapping[str, set[int]], least: int = N_SEMBUNYI) -> tuple[tuple[str, ...], ...]:
    """The values that stay alone and, as one group, those merged; every group has `least` people if all together do.

    people: value → the people who have it. Ties are settled by the value, so that the same data merge the same way.
    """
    order = sorted(people, key=lambda key: (len(people[key]), key))
    few = [key for key in order if len(people[key]) < least]
    rest = order[len(few) :]
    together = set[int]().union(*(people[key] for key in few))
    while few and len(together) < least and rest:
        together |= people[rest[0]]
        few.append(rest.pop(0))
    return tuple(sorted([*([tuple(sorted(few))] if few else []), *((key,) for key in rest)]))


def published(rows: Sequence[Isian], least: int = N_SEMBUNYI) -> list[Isian]:
    """The questionnaires with merged values, sorted by what is published; () if fewer than `least` people in all."""
    if len({row.orang for row in rows}) < least:
        return []
    depth = len(rows[0].tingkat)
    return sorted(
        _merged(list(rows), 0, depth, least), key=lambda row: (row.tingkat, [one or 0 for one in row.jawaban])
    )


def _merged(rows: list[Isian], level: int, depth: int, least: int) -> Iterator[Isian]:
    if level == depth:
        yield from rows
        return
    people: dict[str, set[int]] = defaultdict(set)
    members: dict[str, list[Isian]] = defaultdict(list)
    for row in rows:
        people[row.tingkat[level]].add(row.orang)
        members[row.tingkat[level]].append(row)
    for group in groups(people, least):
        label = PEMISAH.join(group)
        inside = [
            Isian((*row.tingkat[:level], label, *row.tingkat[level + 1 :]), row.orang, row.jawaban)
            for key in group
            for row in members[key]
        ]
        yield from _merged(inside, level + 1, depth, least)
