"""The plan of a periode and how far the survey has come: quota per kelurahan and layanan, gaps, expected finish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from skm_core import queries
from skm_core.store import Store

KUOTA = 100
"""Respondents per kelurahan of the city's sample."""


@dataclass(frozen=True, slots=True)
class Kemajuan:
    """Questionnaires of one kelurahan and layanan (layanan None = all of the kelurahan) against the target."""

    kelurahan: str
    layanan: str | None
    target: int
    n_kuesioner: int

    @property
    def kurang(self) -> int:
        """Questionnaires still missing."""
        return max(self.target - self.n_kuesioner, 0)

    @property
    def kosong(self) -> bool:
        """Planned, and nothing has come in."""
        return self.target > 0 and self.n_kuesioner == 0


@dataclass(frozen=True, slots=True)
class Perkembangan:
    """Progress of one periode: every planned cell and every cell that came in, kelurahan totals, and the pace.

    laju: questionnaires per day from the first dated one through today; None without dates. perkiraan: the day the
    last questionnaire is expected at that pace; None if unknown, today or earlier if nothing is missing.
    """

    sel: tuple[Kemajuan, ...]
    kelurahan: tuple[Kemajuan, ...]
    laju: float | None
    perkiraan: date | None

    @property
    def target(self) -> int:
        """Questionnaires planned."""
        return sum(one.target for one in self.sel)

    @property
    def n_kuesioner(self) -> int:
        """Questionnaires that came in, planned or not."""
        return sum(one.n_kuesioner for one in self.sel)

    @property
    def kurang(self) -> int:
        """Questionnaires missing, cell by cell: too many in one cell do not make up for another."""
        return sum(one.kurang for one in self.sel)

    @property
    def di_luar_rencana(self) -> tuple[Kemajuan, ...]:
        """Cells that came in without being planned."""
        return tuple(one for one in self.sel if one.target == 0)


def quota(kelurahan: Sequence[str], layanan: Sequence[str], per_kelurahan: int = KUOTA) -> dict[tuple[str, str], int]:
    """Target per kelurahan and layanan: the kelurahan's quota shared evenly, the odd ones moving on by turns.

    So 100 over six layanan is 17 or 16 each, and over all kelurahan no layanan is favoured.
    """
    target: dict[tuple[str, str], int] = {}
    turn = 0
    for place in kelurahan:
        even, odd = divmod(per_kelurahan, len(layanan))
        extra = {(turn + step) % len(layanan) for step in range(odd)}
        turn += odd
        target |= {(place, name): even + (number in extra) for number, name in enumerate(layanan)}
    return target


def progress(
    store: Store, periode: str, target: Mapping[tuple[str, str], int], today: date, pengumpul: str = "kota"
) -> Perkembangan:
    """Progress of a periode against a target per (kelurahan, layanan), see `quota`; cells in code order."""
    rows = queries.rows(store, "sampel_kemajuan", periode=periode, pengumpul=pengumpul)
    found = {(row["kelurahan"], row["layanan"]): row for row in rows}
    cells = tuple(
        Kemajuan(*key, target.get(key, 0), found[key]["n_kuesioner"] if key in found else 0)
        for key in sorted({*target, *found})
    )
    places = tuple(
        Kemajuan(
            place,
            None,
            sum(one.target for one in cells if one.kelurahan == place),
            sum(one.n_kuesioner for one in cells if one.kelurahan == place),
        )
        for place in sorted({one.kelurahan for one in cells})
    )
    first = min((row["pertama"] for row in rows if row["pertama"]), default=None)
    total, missing = sum(one.n_kuesioner for one in cells), sum(one.kurang for one in cells)
    pace = total / ((today - first).days + 1) if first and first <= today else None
    finish = today + timedelta(days=ceil(missing / pace)) if pace else None
    return Perkembangan(cells, places, pace, finish)
