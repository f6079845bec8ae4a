"""One service (or all): its unsur, how answers spread, where it is judged how, and what people write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from skm_core import queries, registry, rules
from skm_core.compare import Peringkat, ranking
from skm_core.results import rounds
from skm_core.results.change import Change, changes
from skm_core.results.measured import Measured, MeasuredUnsur, measure
from skm_core.results.ringkasan import Ringkasan, weakest_unsur
from skm_core.results.rounds import Susunan
from skm_core.scoring import Score, selection
from skm_core.store import Store
from skm_core.terms import Butir, Pilihan, Unsur, Wilayah
from skm_core.voices.anonymous import anonymous

N_SARAN = 50


@dataclass(frozen=True, slots=True)
class Sebaran:
    """Counts of the answers 1, 2, 3, 4 to one unsur (all its items together)."""

    n: tuple[int, int, int, int]

    @property
    def n_jawaban(self) -> int:
        """Answers given."""
        return sum(self.n)

    @property
    def pct(self) -> tuple[Decimal, ...]:
        """Shares of 1..4 in percent, one decimal each, half-up; zeros where nobody answered."""
        total = self.n_jawaban
        return tuple(rules.share_pct(count, total) for count in self.n)


@dataclass(frozen=True, slots=True)
class Saran:
    """One comment. Shown only from a cell of at least ten questionnaires."""

    teks: str
    layanan: str
    wilayah: str
    tanggal: date | None


@dataclass(frozen=True, slots=True)
class LayananDetail:
    """All that the page Layanan shows. unsur: in the rule's order. tempat: kecamatan, or kelurahan inside one.

    terendah: keys of the unsur that cannot be told apart from the lowest; urutan: places as far as they can be.
    butir: the first item of each unsur (or variabel), for its question and the labels of 1..4. n_wilayah_kelurahan: how
    many kelurahan the selection has, with data or without.
    """

    susunan: Susunan
    score: Measured
    change: Change | None
    unsur: tuple[tuple[Unsur | None, MeasuredUnsur, Sebaran], ...]
    tempat: tuple[tuple[Wilayah, Measured | None], ...]
    terendah: tuple[str, ...]
    urutan: tuple[Peringkat, ...]
    saran: tuple[Saran, ...]
    n_saran: int
    """Comments that may be shown; those of cells with fewer than ten questionnaires are not among them."""
    n_saran_tersembunyi: int
    butir: Mapping[str, Butir]
    n_wilayah_kelurahan: int


def layanan_detail(store: Store, pilihan: Pilihan, depan: Ringkasan | None = None) -> LayananDetail | None:
    """The page of the selection's one periode, or None if it holds no questionnaire.

    depan: the front page of the same selection against the last comparable periode, where it is known already: its
    figure, change and lowest unsur are those of this page.
    """
    front = (depan.susunan, depan.score, depan.change, depan.terendah) if depan else _front(store, pilihan)
    if front is None:
        return None
    here, figure, change, lowest = front
    spoken = replace(pilihan, pengumpul=here.pengumpul)
    names = registry.unsur(store)
    spread = _sebaran(store, spoken)
    unsur = sorted(
        ((names.get(part.kunci), part, spread.get(part.kunci, Sebaran((0, 0, 0, 0)))) for part in figure.unsur),
        key=lambda item: item[0].nomor if item[0] else 0,
    )
    total, hidden, comments = _saran(store, spoken)
    return LayananDetail(
        susunan=here,
        score=figure,
        change=change,
        unsur=tuple(unsur),
        tempat=_tempat(store, spoken),
        terendah=lowest,
        urutan=ranking(store, spoken, _level(spoken)),
        saran=comments,
        n_saran=total,
        n_saran_tersembunyi=hidden,
        butir=_butir(store, figure),
        n_wilayah_kelurahan=sum(
            place.tingkat == "kelurahan" and place.kode.startswith(pilihan.wilayah or "")
            for place in registry.wilayah(store).values()
        ),
    )


def _front(store: Store, pilihan: Pilihan) -> tuple[Susunan, Measured, Change | None, tuple[str, ...]] | None:
    """What speaks for the periode, its figure, the change since the last comparable one, and the lowest unsur."""
    (kode,) = pilihan.periode
    chosen = rounds.speaking(rounds.composition(store, pilihan), pilihan)
    here, before = chosen.get(kode), rounds.previous_comparable(chosen, kode)
    if here is None:
        return None
    spoken = replace(pilihan, pengumpul=here.pengumpul)
    (figure,) = measure(store, spoken, deff=True)
    change = changes(store, before.periode, [figure], spoken).get("") if before else None
    return here, figure, change, weakest_unsur(store, spoken, figure)


def _butir(store: Store, figure: Score) -> Mapping[str, Butir]:
    known = registry.instrumen(store)
    found: dict[str, Butir] = {}
    for kode in figure.instrumen:
        for item in known[kode].butir:
            found.setdefault(item.unsur_kunci or item.kolom, item)
    return found


def _sebaran(store: Store, spoken: Pilihan) -> Mapping[str, Sebaran]:
    return {
        row["kunci"]: Sebaran((row["n_1"], row["n_2"], row["n_3"], row["n_4"]))
        for row in queries.rows(store, "sebaran", **selection(spoken))
    }


def _tempat(store: Store, spoken: Pilihan) -> tuple[tuple[Wilayah, Measured | None], ...]:
    level = _level(spoken)
    scores = {getattr(figure, level): figure for figure in measure(store, spoken, [level], unsur=False)}
    return tuple(
        (place, scores.get(place.kode))
        for place in registry.wilayah(store).values()
        if place.tingkat == level and place.kode.startswith(spoken.wilayah or "")
    )


def _level(spoken: Pilihan) -> str:
    return "kelurahan" if spoken.wilayah and len(spoken.wilayah) > len("31.73") else "kecamatan"


def _saran(store: Store, spoken: Pilihan) -> tuple[int, int, tuple[Saran, ...]]:
    """How many comments may be shown, how many are held back, and the newest ones."""
    found = queries.rows(store, "saran", **selection(spoken), n_sembunyi=rules.N_SEMBUNYI, n_paling_banyak=N_SARAN)
    total = found[0]["n_saran"] if found else 0
    (held_back,) = queries.rows(store, "saran_tersembunyi", **selection(spoken), n_sembunyi=rules.N_SEMBUNYI)
    return (
        total,
        held_back["n"],
        tuple(Saran(anonymous(row["teks"]), row["layanan"], row["wilayah"], row["tanggal"]) for row in found),
    )
