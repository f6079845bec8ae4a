"""The front page: how satisfied are people, with which service, where, and what must we mend?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from skm_core import compare, registry
from skm_core.compare import Peringkat, Selisih, ranking
from skm_core.precision import mean_precision
from skm_core.results import attention, praise, rounds
from skm_core.results.change import Change, changes
from skm_core.results.measured import Measured, MeasuredUnsur, measure
from skm_core.results.rounds import Susunan
from skm_core.results.sasaran import Sasaran, against_target
from skm_core.results.seen import Seen, Sentence
from skm_core.results.showing import lowest_first, visible_nrr
from skm_core.store import Store
from skm_core.terms import Layanan, Periode, Pilihan, Unsur, Wilayah


@dataclass(frozen=True, slots=True)
class LayananResult:
    """One service: its figure, movement and place against its target; each may be missing."""

    layanan: Layanan
    score: Measured | None
    change: Change | None
    sasaran: Sasaran | None = None


@dataclass(frozen=True, slots=True)
class Annual:
    """The figure of a complete year: questionnaires of its comparable periode pooled."""

    tahun: int
    score: Measured
    periode: tuple[Periode, ...]


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """All that the front page shows for one periode and selection.

    banding: what it is compared with, of `banding_ada`; `change` and those of the services are movements since then.
    perhatian, pujian: what to act on and what to praise.
    heat: rows = kecamatan of the city, or the kelurahan of the chosen kecamatan; keyed (wilayah, layanan).
    unsur: weakest first, ties in the rule's order; terendah: the keys that cannot be told apart from the lowest.
    urutan, urutan_tempat: services and rows (of a selection of one service) as far as they can be told apart.
    sel: every cell of the heat table against the whole selection. rata_bagian: plain mean of the services' indexes.
    belum_lapor: kelurahan of the selection that sent nothing of their own; empty for a panel, which they do not run.
    """

    susunan: Susunan
    n_responden: int
    score: Measured
    pembanding: Measured | None
    change: Change | None
    layanan: tuple[LayananResult, ...]
    rata_bagian: Measured | None
    baris: tuple[Wilayah, ...]
    heat: Mapping[tuple[str, str], Measured]
    unsur: tuple[tuple[Unsur | None, MeasuredUnsur], ...]
    perhatian: tuple[Sentence, ...]
    pujian: tuple[Sentence, ...]
    annual: Annual | None
    urutan: tuple[Peringkat, ...]
    urutan_tempat: tuple[Peringkat, ...]
    terendah: tuple[str, ...]
    sel: Mapping[tuple[str, str], Selisih]
    n_wilayah_kelurahan: int
    belum_lapor: tuple[Wilayah, ...]
    banding: str
    banding_ada: tuple[str, ...]


LALU, TAHUN, TARGET = "lalu", "tahun", "target"
"""What a figure may be compared with: the last comparable periode, the one a year earlier, its target."""


def ringkasan(store: Store, pilihan: Pilihan, banding: str = LALU) -> Ringkasan | None:
    """The front page of the one periode in the selection, or None if it holds no questionnaire.

    Compared with what `banding` names if that exists here, else with the first that does.
    """
    (kode,) = pilihan.periode
    parts = rounds.composition(store, pilihan)
    chosen = rounds.speaking(parts, pilihan)
    here = chosen.get(kode)
    if here is None:
        return None
    earlier = {LALU: rounds.previous_comparable(chosen, kode), TAHUN: rounds.year_before(chosen, kode)}
    spoken = replace(pilihan, pengumpul=here.pengumpul)
    (total,) = measure(store, spoken, deff=True)
    by_layanan = {str(figure.layanan): figure for figure in measure(store, spoken, ["layanan"], unsur=False)}
    known = registry.layanan(store)
    targets = [
        found
        for item in known.values()
        if item.kode in here.layanan and (found := against_target(item, by_layanan.get(item.kode)))
    ]
    present = (*(name for name, part in earlier.items() if part), *([TARGET] if targets else []))
    banding = banding if banding in present else next(iter(present), LALU)
    before = earlier.get(banding)
    moved = changes(store, before.periode, [total], spoken) if before else {}
    moved_layanan = changes(store, before.periode, [*by_layanan.values()], spoken, ["layanan"]) if before else {}
    reached = {one.layanan.kode: one for one in targets}
    services = tuple(
        LayananResult(item, by_layanan.get(item.kode), moved_layanan.get(item.kode), reached.get(item.kode))
        for item in known.values()
        if item.kode in here.layanan
    )
    places = registry.wilayah(store)
    rows, heat = _heat(store, spoken, places)
    other = _other(store, pilihan, here, parts)
    kelurahan = [
        place
        for place in places.values()
        if place.tingkat == "kelurahan" and place.kode.startswith(pilihan.wilayah or "")
    ]
    reported = rounds.reporting(store, replace(pilihan, periode=(kode,)))
    silent = () if total.panel else tuple(place for place in kelurahan if place.kode not in reported)
    names = registry.unsur(store)
    answered = [part for part in total.unsur if part.nrr is not None]
    answered.sort(key=lambda part: names[part.kunci].nomor if part.kunci in names else 0)
    weakest = tuple((names.get(part.kunci), part) for part in lowest_first(answered, lambda part: part))
    lowest, highest = ends_of_unsur(store, spoken, total)
    cells = _against_whole(store, spoken, rows)
    seen = Seen(
        here=here,
        weakest=tuple(unsur for unsur, part in weakest if unsur and part.kunci in lowest),
        services=services,
        heat=heat,
        cells=cells,
        places=places,
        layanan=known,
        total=total,
        other=other,
        apart=_apart(store, spoken) if other else None,
        silent=silent,
    )
    return Ringkasan(
        susunan=here,
        n_responden=rounds.n_responden(store, spoken),
        score=total,
        pembanding=other,
        change=moved.get(""),
        layanan=services,
        rata_bagian=_mean(store, spoken, total, [part.score for part in services]),
        baris=rows,
        heat=heat,
        unsur=weakest,
        perhatian=attention.sentences(seen),
        pujian=praise.praises(
            seen, [names[kunci] for kunci in highest if kunci in names and not total.panel], targets, len(kelurahan)
        ),
        annual=annual(store, pilihan, chosen, here.periode),
        urutan=ranking(store, spoken, "layanan"),
        urutan_tempat=ranking(store, spoken, rows[0].tingkat) if len(services) == 1 and rows else (),
        terendah=lowest,
        sel=cells,
        n_wilayah_kelurahan=len(kelurahan),
        belum_lapor=silent,
        banding=banding,
        banding_ada=present,
    )


def _mean(store: Store, spoken: Pilihan, total: Measured, scores: Sequence[Measured | None]) -> Measured | None:
    """The plain mean of the services' exact indexes, stands beside the pooled figure, labelled."""
    exact = [figure.ikm_exact for figure in scores if figure and figure.ikm_exact is not None]
    if len(exact) < 2:
        return None
    presisi = mean_precision(store, spoken, "layanan")
    return replace(
        total, ikm_exact=sum(exact, Fraction(0)) / len(exact), unsur=(), presisi=presisi, jenis="rata:layanan"
    )


def annual(store: Store, pilihan: Pilihan, chosen: Mapping[str, Susunan], periode: Periode) -> Annual | None:
    """The figure of the periode's year, if comparable periode cover all its months."""
    if periode.selesai is None:
        return None
    parts = rounds.complete_year(chosen, periode.selesai.year)
    if not parts:
        return None
    codes = tuple(part.periode.kode for part in parts)
    (figure,) = measure(store, replace(pilihan, periode=codes, pengumpul=parts[0].pengumpul), unsur=False)
    return Annual(periode.selesai.year, figure, tuple(part.periode for part in parts))


def _other(store: Store, pilihan: Pilihan, here: Susunan, parts: Sequence[Susunan]) -> Measured | None:
    """The other kind of data of the same periode, shown beside the figure, never pooled with it."""
    for part in parts:
        if part.periode.kode == here.periode.kode and part.pengumpul != here.pengumpul:
            beside = replace(pilihan, periode=(part.periode.kode,), pengumpul=part.pengumpul)
            return measure(store, beside, unsur=False)[0]
    return None


def weakest_unsur(store: Store, spoken: Pilihan, total: Measured) -> tuple[str, ...]:
    """Keys of the unsur that cannot be told apart from the lowest; of a panel, which is no sample, the lowest."""
    return ends_of_unsur(store, spoken, total)[0]


def ends_of_unsur(store: Store, spoken: Pilihan, total: Measured) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """As `weakest_unsur`, and the same of the highest; only unsur whose NRR may be shown stand at an end."""
    answered = {part.kunci: part.nrr for part in total.unsur if part.nrr is not None and visible_nrr(part) is not None}
    found = compare.ends_of_unsur(store, spoken, hanya=lambda _: answered)
    if found and not total.panel:
        return found[0][1:]
    ends = (min(answered.values()), max(answered.values())) if answered else (None, None)
    low, high = (tuple(kunci for kunci, nrr in answered.items() if nrr == end) for end in ends)
    return low, high


def _against_whole(store: Store, spoken: Pilihan, rows: Sequence[Wilayah]) -> Mapping[tuple[str, str], Selisih]:
    """Every cell of the heat table less the whole; empty without rows."""
    if not rows:
        return {}
    level = rows[0].tingkat
    found = compare.against_whole(store, spoken, [level, "layanan"])
    return {(str(getattr(one.ke, level)), str(one.ke.layanan)): one for one in found}


def _apart(store: Store, spoken: Pilihan) -> Selisih | None:
    """What the kelurahan collected less the city's sample, of the same periode and selection."""
    return next(iter(compare.against_city(store, spoken, ())), None)


def _heat(
    store: Store, spoken: Pilihan, places: Mapping[str, Wilayah]
) -> tuple[tuple[Wilayah, ...], Mapping[tuple[str, str], Measured]]:
    """Rows and cells of the heat table: kecamatan × layanan, or kelurahan × layanan inside one kecamatan."""
    level = "kelurahan" if spoken.wilayah and spoken.wilayah != "31.73" else "kecamatan"
    cells = {
        (str(place), str(figure.layanan)): figure
        for figure in measure(store, spoken, [level, "layanan"], unsur=False)
        if (place := getattr(figure, level)) in places and places[place].tingkat == level
    }
    rows = tuple(
        place for place in places.values() if place.tingkat == level and place.kode.startswith(spoken.wilayah or "")
    )
    return rows, cells
