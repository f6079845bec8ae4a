"""Trends over periode: per layanan, per kecamatan and per unsur, each point from the pengumpul that counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from skm_core import compare, registry
from skm_core.results import rounds
from skm_core.results.change import Change, changes
from skm_core.results.measured import Measured, MeasuredUnsur, measure
from skm_core.results.rounds import Susunan
from skm_core.results.showing import visible_unsur
from skm_core.store import Store
from skm_core.terms import Periode, Pilihan


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a line. `rangkaian` numbers the stretch of comparable periode it belongs to."""

    periode: Periode
    pengumpul: str
    rangkaian: int
    score: Measured


@dataclass(frozen=True, slots=True)
class UnsurPoint:
    """One NRR of an unsur line, with the questionnaires behind it."""

    periode: Periode
    pengumpul: str
    rangkaian: int
    score: MeasuredUnsur
    n_kuesioner: int


@dataclass(frozen=True, slots=True)
class Tren:
    """Lines by key, each oldest point first: the whole selection, per layanan, per kecamatan, per unsur key.

    The changes run from the first to the last periode of the newest comparable stretch; each mapping is one family.
    terendah: per periode the keys of the unsur that cannot be told apart from the lowest, of those that may be shown.
    """

    semua: tuple[Point, ...]
    layanan: Mapping[str, tuple[Point, ...]]
    kecamatan: Mapping[str, tuple[Point, ...]]
    unsur: Mapping[str, tuple[UnsurPoint, ...]]
    perubahan: Change | None
    perubahan_layanan: Mapping[str, Change]
    perubahan_kecamatan: Mapping[str, Change]
    terendah: Mapping[str, tuple[str, ...]]


def tren(store: Store, pilihan: Pilihan, *, rincian: bool = True) -> Tren | None:
    """Trends of the selection over every periode in which the services (not the officials) were judged; None if empty.

    Rounds of a closed panel are left out: they are no sample and their variables are not the unsur. Points are joined
    into one line only within a stretch of comparable periode (`rangkaian`). Without `rincian` only the whole selection.
    """
    selected = replace(pilihan, periode=())
    officials = {item.kode for item in registry.layanan(store).values() if item.jenis == "pejabat"}
    chosen = {
        kode: part
        for kode, part in rounds.speaking(rounds.composition(store, selected), selected).items()
        if not part.periode.panel and not set(part.layanan) <= officials
    }
    if not chosen:
        return None
    stretches = _stretches(list(chosen.values()))

    spoken = [
        replace(
            selected,
            periode=tuple(kode for kode, part in chosen.items() if part.pengumpul == pengumpul),
            pengumpul=pengumpul,
        )
        for pengumpul in dict.fromkeys(part.pengumpul for part in chosen.values())
    ]

    def line(dimension: str | None) -> dict[str, tuple[Point, ...]]:
        by = [dimension] if dimension else []
        figures = [
            figure
            for asked in spoken
            for figure in measure(store, asked, ["periode", *by], unsur=rincian and dimension is None)
        ]
        lines: dict[str, list[Point]] = {}
        position = list(chosen)
        for figure in sorted(figures, key=lambda figure: position.index(str(figure.periode))):
            part = chosen[str(figure.periode)]
            key = getattr(figure, dimension) if dimension else ""
            if key is not None:
                lines.setdefault(str(key), []).append(
                    Point(part.periode, part.pengumpul, stretches[part.periode.kode], figure)
                )
        return {key: tuple(points) for key, points in lines.items()}

    def moved(lines: Mapping[str, tuple[Point, ...]], dimension: str | None) -> Mapping[str, Change]:
        """Changes from the first to the last periode of the newest stretch."""
        stretch = [kode for kode in chosen if stretches[kode] == stretches[last]]
        now = [points[-1].score for points in lines.values() if points[-1].periode.kode == last]
        if len(stretch) < 2 or not now:
            return {}
        asked = replace(selected, periode=(last,), pengumpul=chosen[last].pengumpul)
        before = [point.score for points in lines.values() for point in points if point.periode.kode == stretch[0]]
        by = [dimension] if dimension else []
        return changes(store, chosen[stretch[0]].periode, now, asked, by, before=before)

    last = list(chosen)[-1]
    everything = line(None)[""]
    unsur: dict[str, list[UnsurPoint]] = {}
    for point in everything:
        for part in point.score.unsur:
            if part.nrr is not None:
                unsur.setdefault(part.kunci, []).append(
                    UnsurPoint(point.periode, point.pengumpul, point.rangkaian, part, point.score.n_kuesioner)
                )
    may_be_shown = {point.periode.kode: visible_unsur(point.score) for point in everything}
    layanan, kecamatan = (line("layanan"), line("kecamatan")) if rincian else ({}, {})
    return Tren(
        semua=everything,
        layanan=layanan,
        kecamatan=kecamatan,
        unsur={key: tuple(points) for key, points in unsur.items()},
        perubahan=moved({"": everything}, None).get(""),
        perubahan_layanan=moved(layanan, "layanan"),
        perubahan_kecamatan=moved(kecamatan, "kecamatan"),
        terendah={
            str(one.periode): keys
            for asked in (spoken if rincian else ())
            for one, keys in compare.lowest_unsur(
                store, asked, ["periode"], hanya=lambda group: may_be_shown[str(group.periode)]
            )
        },
    )


def _stretches(parts: Sequence[Susunan]) -> dict[str, int]:
    """Number of the comparable stretch per periode code: a new one begins whenever the composition changes."""
    numbers: dict[str, int] = {}
    number, last = 0, None
    for part in parts:
        number += last is not None and part.pokok != last
        last = part.pokok
        numbers[part.periode.kode] = number
    return numbers
