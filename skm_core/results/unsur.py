"""Which unsur to mend first: how low, how sure its place is, and what mending it is worth to the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from skm_core import compare, registry, rules
from skm_core.compare import UrutanUnsur
from skm_core.counting import groups
from skm_core.results import rounds
from skm_core.results.measured import Measured, MeasuredUnsur, measure
from skm_core.results.rounds import Susunan
from skm_core.results.showing import visible, visible_nrr
from skm_core.scoring import score_groups
from skm_core.store import Store
from skm_core.terms import Layanan, Pilihan, Unsur, Wilayah

LANGKAH = Fraction(1, 10)
"""The step of the question "how many points of IKM if this unsur rises by 0.1"."""
BIAYA = "biaya"
TERBATAS = "nonbiaya"
"""Kind of the index without biaya, an analysis and no official figure."""


@dataclass(frozen=True, slots=True)
class Sel:
    """One unsur in one column of the heat table. poin: points of the whole selection's IKM per LANGKAH here.

    tujuan: the NRR aimed at, the column's target / 25, else the best column of the unsur; None where nothing may be
    shown. jarak: how far below it (0 if not below); perolehan: points of the whole IKM if it were reached.
    pasti: the aim lies beyond what chance explains (above the interval; of the best column, above both intervals).
    """

    kolom: str
    unsur: Unsur | None
    part: MeasuredUnsur
    poin: Fraction
    tujuan: Fraction | None
    dari_target: bool
    jarak: Fraction
    perolehan: Fraction
    pasti: bool


@dataclass(frozen=True, slots=True)
class Baris:
    """One unsur of the whole selection. poin: points of IKM per LANGKAH; perolehan: over all columns together."""

    unsur: Unsur | None
    part: MeasuredUnsur
    urutan: UrutanUnsur | None
    poin: Fraction
    perolehan: Fraction


@dataclass(frozen=True, slots=True)
class UnsurPage:
    """All that the page Unsur shows of one periode. baris: weakest first, ties in the rule's order.

    kolom: the services, or the places of one service, with data; sel: keyed (kunci, column); utama: cells with
    something to gain, most first. tanpa_biaya: the index without biaya beside the official one, of the whole ("") and
    per column; empty where biaya is not asked or of a panel.
    """

    susunan: Susunan
    score: Measured
    terendah: tuple[str, ...]
    baris: tuple[Baris, ...]
    dimensi: str
    kolom: tuple[Layanan | Wilayah, ...]
    sel: Mapping[tuple[str, str], Sel]
    utama: tuple[Sel, ...]
    tanpa_biaya: Mapping[str, tuple[Measured, Measured]]


def unsur_page(store: Store, pilihan: Pilihan) -> UnsurPage | None:
    """The page of the selection's one periode, or None if it holds no questionnaire."""
    (kode,) = pilihan.periode
    here = rounds.speaking(rounds.composition(store, pilihan), pilihan).get(kode)
    if here is None:
        return None
    spoken = replace(pilihan, pengumpul=here.pengumpul)
    (total,) = measure(store, spoken)
    names = registry.unsur(store)
    pairs = () if total.panel else compare.between_unsur(store, spoken)
    order = compare.order_of_unsur(pairs)
    dimensi = _dimension(here, spoken)
    figures = {str(getattr(one, dimensi)): one for one in measure(store, spoken, [dimensi])} if dimensi else {}
    known: Mapping[str, Layanan | Wilayah] = (
        registry.layanan(store) if dimensi == "layanan" else registry.wilayah(store)
    )
    columns = tuple(item for key, item in known.items() if key in figures)
    cells = _cells(store, spoken, dimensi, figures, names)
    whole, _ = gains(store, spoken, dimensi)
    gained: dict[str, Fraction] = defaultdict(Fraction)
    for (kunci, _), cell in cells.items():
        gained[kunci] += cell.perolehan
    rows = [
        Baris(
            names.get(part.kunci), part, order.get(part.kunci), whole.get(part.kunci, Fraction(0)), gained[part.kunci]
        )
        for part in total.unsur
    ]
    return UnsurPage(
        susunan=here,
        score=total,
        terendah=_lowest(total, order),
        baris=tuple(
            sorted(rows, key=lambda row: (row.part.nrr is None, row.part.nrr or 0, row.unsur.nomor if row.unsur else 0))
        ),
        dimensi=dimensi,
        kolom=columns,
        sel=cells,
        utama=tuple(sorted((one for one in cells.values() if one.perolehan > 0), key=lambda one: -one.perolehan)),
        tanpa_biaya={} if total.panel else _without_biaya(store, spoken, dimensi, total, figures),
    )


def _lowest(total: Measured, order: Mapping[str, UrutanUnsur]) -> tuple[str, ...]:
    """Keys of the unsur that cannot be told apart from the lowest that may be shown, by NRR; of a panel the lowest."""
    shown = [(part.nrr, part.kunci) for part in total.unsur if part.nrr is not None and visible_nrr(part) is not None]
    answered = sorted(shown, key=lambda one: one[0])
    if not answered:
        return ()
    least, lowest = answered[0]
    if lowest in order:
        return tuple(kunci for _, kunci in answered if kunci == lowest or kunci in order[lowest].setara)
    return tuple(kunci for nrr, kunci in answered if nrr == least)


def gains(
    store: Store, spoken: Pilihan, dimensi: str
) -> tuple[Mapping[str, Fraction], Mapping[tuple[str, str], Fraction]]:
    """Points of the selection's IKM if the NRR of an unsur rises by LANGKAH: everywhere, and in one column only.

    25 · w · 0.1 · reach, exact: w the weight of the unsur in its instrumen and the instrumen's share of questionnaires;
    reach the share of the unsur's answers that come from the column, 1 everywhere. The columns add up to the whole.
    Keys: kunci of the unsur; (kunci, value of `dimensi`).
    """
    instrumen = registry.instrumen(store)
    whole = groups(store, spoken, [])
    scored = {one.instrumen: score for one in whole if (score := score_groups([one], instrumen)[0]).ikm_exact}
    total = sum(one.n_kuesioner for one in scored.values())
    everywhere: dict[str, Fraction] = defaultdict(Fraction)
    inside: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
    step = {
        (kode, part.kunci): rules.KONVERSI * LANGKAH * part.bobot * Fraction(score.n_kuesioner, total)
        for kode, score in scored.items()
        for part in score.unsur
    }
    for (_, kunci), points in step.items():
        everywhere[kunci] += points
    for group in groups(store, spoken, [dimensi]) if dimensi else ():
        for part in scored[group.instrumen].unsur if group.instrumen in scored else ():
            asked = [item for item in part.butir if item.n_jawaban]
            shares = [Fraction(group.n_jawaban[int(item.kolom[1:]) - 1], item.n_jawaban) for item in asked]
            if shares:
                reach = sum(shares, Fraction(0)) / len(shares)
                inside[part.kunci, str(getattr(group, dimensi))] += step[group.instrumen, part.kunci] * reach
    return everywhere, inside


def _dimension(here: Susunan, spoken: Pilihan) -> str:
    """What the columns of the heat table are: services, or the places of one service; "" inside one kelurahan."""
    if len(here.layanan) > 1:
        return "layanan"
    level = (spoken.wilayah or "").count(".")
    return "" if level == rounds.KELURAHAN_DOTS else "kelurahan" if level else "kecamatan"


def _cells(
    store: Store, spoken: Pilihan, dimensi: str, figures: Mapping[str, Measured], names: Mapping[str, Unsur]
) -> Mapping[tuple[str, str], Sel]:
    _, worth = gains(store, spoken, dimensi)
    known = registry.layanan(store)
    parts = [part for figure in figures.values() for part in figure.unsur if visible_nrr(part) is not None]
    best: dict[str, MeasuredUnsur] = {}  # the highest NRR of each unsur among the columns that may be shown
    for part in sorted(parts, key=lambda part: part.nrr or 0):
        best[part.kunci] = part
    found = {}
    for column, figure in figures.items():
        service = known.get(
            column if dimensi == "layanan" else str(figure.dari.layanan[0] if figure.dari.layanan else "")
        )
        target = Fraction(service.target_ikm) / rules.KONVERSI if service and service.target_ikm is not None else None
        for part in figure.unsur:
            top = best.get(part.kunci)
            aim = target if target is not None else top.nrr if top else None
            if figure.panel or visible_nrr(part) is None or visible(figure) is None or aim is None or part.nrr is None:
                aim = None
            gap = max(aim - part.nrr, Fraction(0)) if aim is not None and part.nrr is not None else Fraction(0)
            points = worth.get((part.kunci, column), Fraction(0))
            floor = aim if target is not None else top.rentang[0] if top and top.rentang else None
            found[part.kunci, column] = Sel(
                kolom=column,
                unsur=names.get(part.kunci),
                part=part,
                poin=points,
                tujuan=aim,
                dari_target=target is not None,
                jarak=gap,
                perolehan=gap / LANGKAH * points,
                pasti=bool(gap and part.rentang and floor is not None and part.rentang[1] < floor),
            )
    return found


def _without_biaya(
    store: Store, spoken: Pilihan, dimensi: str, total: Measured, figures: Mapping[str, Measured]
) -> Mapping[str, tuple[Measured, Measured]]:
    found: dict[str, tuple[Measured, Measured]] = {}
    for key, one in (("", total), *figures.items()):
        others = [part for part in one.unsur if part.kunci != BIAYA and part.nrr is not None]
        share = sum((part.bobot for part in others), Fraction(0))
        asked = any(part.kunci == BIAYA and part.nrr is not None for part in one.unsur)
        if len(one.instrumen) == 1 and asked and share and one.presisi:
            exact = sum((part.bobot * (part.nrr or 0) for part in others), Fraction(0)) / share * rules.KONVERSI
            found[key] = (
                one,
                replace(one, ikm_exact=exact, unsur=(), aturan=(), bobot_sendiri=False, jenis=TERBATAS, presisi=None),
            )
    if not found:
        return {}
    parts = [(), (dimensi,)] if dimensi else [()]
    spans = {
        str(getattr(one.kelompok, dimensi)) if dimensi and getattr(one.kelompok, dimensi) else "": one
        for one in compare.without_unsur(store, spoken, parts, BIAYA)
    }
    result = {}
    for key, (official, without) in found.items():
        if key in spans and official.presisi:
            sure = replace(
                official.presisi,
                ikm=spans[key].ikm,
                se=spans[key].se,
                lower=spans[key].lower,
                upper=spans[key].upper,
                deff=None,
                kepastian=None,
                unsur=(),
            )
            result[key] = (official, replace(without, presisi=sure))
    return result
