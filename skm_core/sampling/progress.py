"""How far the survey has come against its plan: cells of kelurahan and layanan, gaps, pace, expected finish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from skm_core import queries
from skm_core.store import Store

KUOTA = 100
"""Respondents per kelurahan of the city's sample."""
JENDELA = 14
"""Days the pace is taken from: two weeks hold as many weekends for everybody."""


@dataclass(frozen=True, slots=True)
class Kemajuan:
    """Questionnaires of one kelurahan and layanan (layanan None = all of the kelurahan) against the target.

    n_baru: those of the last days (see JENDELA). terisi: planned ones that came in, over-full cells not counted over.
    """

    kelurahan: str
    layanan: str | None
    target: int
    n_kuesioner: int
    n_responden: int = 0
    terisi: int = 0
    terisi_baru: int = 0

    @property
    def kurang(self) -> int:
        """Questionnaires still missing."""
        return self.target - self.terisi

    @property
    def kosong(self) -> bool:
        """Planned, and nothing has come in."""
        return self.target > 0 and self.n_kuesioner == 0


@dataclass(frozen=True, slots=True)
class Perkembangan:
    """Progress of one periode on the day `pada`: every planned cell and every cell that came in, and kelurahan totals.

    harian: questionnaires per day, in order. tanpa_tanggal: those without a date. laju: planned questionnaires that
    came in per day of the last JENDELA days (or since the first, if fewer); None without dates. perkiraan: the day
    the last missing one is expected at that pace; None if unknown or the pace is 0, `pada` if nothing is missing.
    """

    pada: date
    sel: tuple[Kemajuan, ...]
    kelurahan: tuple[Kemajuan, ...]
    harian: tuple[tuple[date, int], ...]
    tanpa_tanggal: int
    hari_laju: int
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
    def terisi(self) -> int:
        """Planned questionnaires that came in: too many in one cell do not make up for another."""
        return sum(one.terisi for one in self.sel)

    @property
    def kurang(self) -> int:
        """Questionnaires missing, cell by cell."""
        return sum(one.kurang for one in self.sel)

    @property
    def lebih(self) -> int:
        """Questionnaires beyond the target of their cell; those of cells without a target are not among them."""
        return sum(one.n_kuesioner - one.terisi for one in self.sel if one.target)

    @property
    def kosong(self) -> tuple[Kemajuan, ...]:
        """Planned cells in which nothing has come in."""
        return tuple(one for one in self.sel if one.kosong)

    @property
    def di_luar_rencana(self) -> tuple[Kemajuan, ...]:
        """Cells that came in without being planned."""
        return tuple(one for one in self.sel if one.target == 0 and one.n_kuesioner)


def quota(
    kelurahan: Sequence[str], layanan: Sequence[str], per_kelurahan: int = KUOTA, *, each: bool = False
) -> dict[tuple[str, str], int]:
    """Target per kelurahan and layanan: the kelurahan's quota shared evenly, the odd ones moving on by turns.

    So 100 over six layanan is 17 or 16 each, and over all kelurahan no layanan is favoured. `each`: every respondent
    judges every layanan, so each cell has the whole quota.
    """
    if each:
        return {(place, name): per_kelurahan for place in kelurahan for name in layanan}
    target: dict[tuple[str, str], int] = {}
    turn = 0
    for place in kelurahan:
        even, odd = divmod(per_kelurahan, len(layanan))
        extra = {(turn + step) % len(layanan) for step in range(odd)}
        turn += odd
        target |= {(place, name): even + (number in extra) for number, name in enumerate(layanan)}
    return target


def progress(
    store: Store, periode: str, target: Mapping[tuple[str, str], int], pada: date, pengumpul: str = "kota"
) -> Perkembangan:
    """Progress of a periode on a day against a target per (kelurahan, layanan), see `quota`; cells in code order.

    Questionnaires dated after `pada` are not counted, undated ones are.
    """
    days = queries.rows(store, "sampel_harian", periode=periode, pengumpul=pengumpul, pada=pada)
    daily = tuple((row["tanggal"], row["n_kuesioner"]) for row in days if row["tanggal"])
    undated = sum(row["n_kuesioner"] for row in days if not row["tanggal"])
    window = min((pada - daily[0][0]).days + 1, JENDELA) if daily else 0
    since = pada - timedelta(days=window)
    rows = queries.rows(store, "sampel_kemajuan", periode=periode, pengumpul=pengumpul, pada=pada, sejak=since)
    found = {(row["kelurahan"], row["layanan"]): row for row in rows}
    cells = tuple(
        _cell(key, target.get(key, 0), found.get(key)) for key in sorted({*target, *(key for key in found if key[1])})
    )
    missing = sum(one.kurang for one in cells)
    pace = sum(one.terisi_baru for one in cells) / window if window else None
    finish = pada if not missing else pada + timedelta(days=ceil(missing / pace)) if pace else None
    return Perkembangan(pada, cells, _places(cells, found), daily, undated, window, pace, finish)


def _cell(key: tuple[str, str], target: int, row: Mapping[str, int] | None) -> Kemajuan:
    if row is None:
        return Kemajuan(*key, target, 0)
    filled = min(target, row["n_kuesioner"])
    before = min(target, row["n_kuesioner"] - row["n_baru"])
    return Kemajuan(*key, target, row["n_kuesioner"], row["n_responden"], filled, filled - before)


def _places(
    cells: Sequence[Kemajuan], found: Mapping[tuple[str, str | None], Mapping[str, int]]
) -> tuple[Kemajuan, ...]:
    """Totals per kelurahan; people are counted once."""
    inside: dict[str, list[Kemajuan]] = {}
    for one in cells:
        inside.setdefault(one.kelurahan, []).append(one)
    return tuple(
        Kemajuan(
            place,
            None,
            sum(one.target for one in members),
            sum(one.n_kuesioner for one in members),
            found[place, None]["n_responden"] if (place, None) in found else 0,
            sum(one.terisi for one in members),
            sum(one.terisi_baru for one in members),
        )
        for place, members in inside.items()
    )
