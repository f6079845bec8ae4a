"""Which pengumpul speaks for a periode, which periode are comparable, and which year is complete."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

import numpy as np

from skm_core import queries, registry
from skm_core.counting import SEL, chosen, counts, groups
from skm_core.scoring import selection
from skm_core.store import Store
from skm_core.terms import DIMENSI, SEMUA, Periode, Pilihan, is_kelurahan

OTOMATIS = None
"""pengumpul of a selection that leaves the choice to the rule."""


@dataclass(frozen=True, slots=True)
class Susunan:
    """What one pengumpul's data of a periode consists of: equal `pokok` = comparable."""

    periode: Periode
    pengumpul: str
    layanan: tuple[str, ...]
    instrumen: tuple[str, ...]
    n_kuesioner: int
    n_kelurahan: int

    @property
    def pokok(self) -> tuple[object, ...]:
        """Set of layanan, pengumpul, instrumen (so number of unsur), rule set and kind of choice."""
        return (self.layanan, self.pengumpul, self.instrumen, self.periode.aturan, self.periode.panel)


def composition(store: Store, pilihan: Pilihan) -> tuple[Susunan, ...]:
    """One Susunan per periode and pengumpul with data in the selection (periode of the selection ignored).

    Ordered by the start of the periode.
    """
    everybody = replace(pilihan, periode=(), pengumpul=None)
    found = store.once(f"susunan {everybody}", lambda: _composition(store, everybody))
    return tuple(part for part in found if pilihan.pengumpul in (OTOMATIS, part.pengumpul))


def _composition(store: Store, pilihan: Pilihan) -> tuple[Susunan, ...]:
    rounds = registry.periode(store)
    order = list(rounds)
    known = counts(store, hanya_lengkap=pilihan.hanya_lengkap)
    held = chosen(known, pilihan)
    kode, nama = known.kode, known.nama
    found = []
    for periode, pengumpul in sorted(set(zip(kode["periode"][held], kode["pengumpul"][held], strict=True))):
        cells = held & (kode["periode"] == periode) & (kode["pengumpul"] == pengumpul)
        names = {key: [nama[key][place] for place in np.unique(kode[key][cells])] for key in SEL}
        found.append(
            Susunan(
                periode=rounds[nama["periode"][periode]],
                pengumpul=nama["pengumpul"][pengumpul],
                layanan=tuple(names["layanan"]),
                instrumen=tuple(names["instrumen"]),
                n_kuesioner=int(known.n_kuesioner[cells].sum()),
                n_kelurahan=sum(map(is_kelurahan, names["wilayah"])),
            )
        )
    return tuple(sorted(found, key=lambda part: (order.index(part.periode.kode), part.pengumpul)))


def n_responden(store: Store, pilihan: Pilihan) -> int:
    """How many people filled the questionnaires of a selection; one person may fill several."""
    ((row),) = queries.rows(store, "n_responden", **selection(pilihan))
    return int(row["n_responden"])


def reporting(store: Store, pilihan: Pilihan) -> frozenset[str]:
    """Codes of the kelurahan that sent questionnaires of their own in a selection, whichever pengumpul it names."""
    own = groups(store, replace(pilihan, pengumpul="kelurahan"), ["kelurahan"])
    return frozenset(str(group.kelurahan) for group in own if is_kelurahan(group.kelurahan))


def speaking(parts: tuple[Susunan, ...], pilihan: Pilihan) -> Mapping[str, Susunan]:
    """Per periode code the Susunan whose figure counts: the city's sample where one exists, else the kelurahan's own.

    For a selection of one kelurahan its own data where any exist, else the city's sample. A selection that names a
    pengumpul has only that one. Never pools the two.
    """
    spoken: dict[str, Susunan] = {}
    for part in parts:
        if pilihan.pengumpul not in (OTOMATIS, part.pengumpul):
            continue
        if part.pengumpul == pilihan.didahulukan[0] or part.periode.kode not in spoken:
            spoken[part.periode.kode] = part
    return spoken


def previous_comparable(chosen: Mapping[str, Susunan], periode: str) -> Susunan | None:
    """The latest earlier periode with the same layanan, pengumpul, instrumen, rule set and number of unsur."""
    here = chosen.get(periode)
    if here is None:
        return None
    earlier = []
    for part in chosen.values():
        if part.periode.kode == periode:
            break
        if part.pokok == here.pokok:
            earlier.append(part)
    return earlier[-1] if earlier else None


def year_before(chosen: Mapping[str, Susunan], periode: str) -> Susunan | None:
    """The comparable periode of the same months a year earlier, or None."""
    here = chosen.get(periode)
    if here is None or not (here.periode.mulai and here.periode.selesai):
        return None
    span = (here.periode.mulai, here.periode.selesai)
    for part in chosen.values():
        if part.pokok == here.pokok and part.periode.mulai and part.periode.selesai:
            dates = zip((part.periode.mulai, part.periode.selesai), span, strict=True)
            if all((one.year + 1, one.month) == (now.year, now.month) for one, now in dates):
                return part
    return None


def complete_year(chosen: Mapping[str, Susunan], year: int) -> tuple[Susunan, ...]:
    """The comparable periode that together cover every month of the year, or () while the year is not complete."""
    parts = [
        part
        for part in chosen.values()
        if part.periode.mulai
        and part.periode.selesai
        and part.periode.mulai.year == part.periode.selesai.year == year
        and not part.periode.panel
    ]
    months = {
        month
        for part in parts
        if part.periode.mulai and part.periode.selesai
        for month in range(part.periode.mulai.month, part.periode.selesai.month + 1)
    }
    same = len({part.pokok for part in parts}) == 1
    return tuple(parts) if same and len(months) == 12 else ()


class Grouped(Protocol):
    """A figure of one group: Score, Precision, or the group of a difference."""

    @property
    def periode(self) -> str | None:
        """Key of the periode, None where not broken down."""

    @property
    def kelurahan(self) -> str | None:
        """Key of the kelurahan, None where not broken down."""

    @property
    def pengumpul(self) -> str:
        """Who collected."""

    @property
    def panel(self) -> bool:
        """True for a closed panel."""


G = TypeVar("G", bound=Grouped)


def spoken(figures: Iterable[G], pilihan: Pilihan = SEMUA) -> tuple[G, ...]:
    """Of figures of both pengumpul of a selection, the one per dimension values that counts, in the order given.

    Per periode the city's sample if it holds any, else what the kelurahan collected; of one kelurahan the other way
    round. A closed panel stands back where a survey exists.
    """
    found, first = list(figures), pilihan.didahulukan[0]
    by_periode: dict[str | None, set[tuple[bool, bool]]] = defaultdict(set)
    for figure in found:
        by_periode[figure.periode].add((figure.panel, figure.pengumpul != first))
    kept: dict[tuple[str | None, ...], G] = {}
    for figure in sorted(found, key=lambda figure: (figure.panel, figure.pengumpul == "kota")):
        key = tuple(getattr(figure, name, None) for name in (*DIMENSI, "golongan"))
        if figure.kelurahan is None and (figure.panel, figure.pengumpul != first) != min(by_periode[figure.periode]):
            continue
        kept.setdefault(key, figure)
    spoken_ids = set(map(id, kept.values()))
    return tuple(figure for figure in found if id(figure) in spoken_ids)
