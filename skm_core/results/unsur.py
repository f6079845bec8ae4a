"""Which unsur to mend first: how low, how sure its place is, and what mending it is worth to the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from skm_core import compare, registry, rules
from skm_core.compare import UrutanUnsur
from skm_core.results import rounds
from skm_core.results.coverage import coverage
from skm_core.results.measured import Measured, MeasuredUnsur, measure
from skm_core.results.rounds import Susunan
from skm_core.results.showing import visible_nrr
from skm_core.results.unsur_gain import TERKECIL, Sel, cells_of, gains
from skm_core.store import Store
from skm_core.terms import Layanan, Pilihan, Unsur, Wilayah, is_kelurahan

BIAYA = "biaya"
TERBATAS = "nonbiaya"
"""Kind of the index without biaya, an analysis and no official figure."""


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

    cakupan: as of Responden.

    kolom: the services, or the places of one service, with data; sel: keyed (kunci, column); utama: cells with
    something to gain, most first. tanpa_biaya: the index without biaya beside the official one, of the whole ("") and
    per column; empty where biaya is not asked or of a panel.
    """

    susunan: Susunan
    cakupan: str
    score: Measured
    terendah: tuple[str, ...]
    baris: tuple[Baris, ...]
    dimensi: str
    kolom: tuple[Layanan | Wilayah, ...]
    sel: Mapping[tuple[str, str], Sel]
    utama: tuple[Sel, ...]
    tanpa_biaya: Mapping[str, tuple[Measured, Measured]]

    @property
    def dibandingkan(self) -> bool:
        """Some cell has an aim; without one nothing can be said to be good enough."""
        return any(one.tujuan is not None for one in self.sel.values())


def unsur_page(store: Store, pilihan: Pilihan) -> UnsurPage | None:
    """The page of the selection's one periode, or None if it holds no questionnaire."""
    (kode,) = pilihan.periode
    here = rounds.speaking(rounds.composition(store, pilihan), pilihan).get(kode)
    if here is None:
        return None
    spoken = replace(pilihan, pengumpul=here.pengumpul)
    (total,) = measure(store, spoken)
    names = registry.unsur(store)
    seen = {part.kunci for part in total.unsur if visible_nrr(part) is not None}
    pairs = () if total.panel else compare.between_unsur(store, spoken)
    order = compare.order_of_unsur([pair for pair in pairs if seen.issuperset(pair[:2])])
    dimensi = _dimension(here, spoken)
    figures = {str(getattr(one, dimensi)): one for one in measure(store, spoken, [dimensi])} if dimensi else {}
    known: Mapping[str, Layanan | Wilayah] = (
        registry.layanan(store) if dimensi == "layanan" else registry.wilayah(store)
    )
    columns = tuple(item for key, item in known.items() if key in figures)
    whole, worth = gains(store, spoken, dimensi)
    cells = cells_of(store, dimensi, figures, names, worth)
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
        cakupan=coverage(store, spoken, here),
        score=total,
        terendah=_lowest(total, order),
        baris=tuple(sorted(rows, key=_place)),
        dimensi=dimensi,
        kolom=columns,
        sel=cells,
        utama=tuple(
            sorted((one for one in cells.values() if one.perolehan >= TERKECIL), key=lambda one: -one.perolehan)
        ),
        tanpa_biaya={} if total.panel else _without_biaya(store, spoken, dimensi, total, figures),
    )


def _place(row: Baris) -> tuple[bool, object, int]:
    """Weakest first, ties in the rule's order; what may not be shown stands last, in the rule's order too."""
    value = visible_nrr(row.part)
    return value is None, value or 0, row.unsur.nomor if row.unsur else 0


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


def _dimension(here: Susunan, spoken: Pilihan) -> str:
    """What the columns of the heat table are: services, or the places of one service; "" inside one kelurahan."""
    if len(here.layanan) > 1:
        return "layanan"
    if is_kelurahan(spoken.wilayah):
        return ""
    return "kelurahan" if "." in (spoken.wilayah or "") else "kecamatan"


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
