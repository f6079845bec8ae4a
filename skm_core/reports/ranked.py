"""The unsur of a scope with their rank, and the lowest and highest of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skm_core.reports.parts import BarisUnsur
from skm_core.results import showing
from skm_core.results.layanan import LayananDetail
from skm_core.results.showing import visible_nrr

TEBAL = "Tebal: yang terendah, atau belum dapat dibedakan dari yang terendah."
"""What a strong line of unsur means; said only where `alike` is False."""

if TYPE_CHECKING:
    from skm_core.reports.content import Content

N_UJUNG = 3
"""How many lowest and highest unsur a report names; ties with the last of them are kept."""


def unsur_rows(detail: LayananDetail) -> tuple[BarisUnsur, ...]:
    """One row per unsur (or variabel), in the rule's order."""
    published = [value for _, part, _ in detail.unsur if (value := visible_nrr(part)) is not None]
    rows = []
    for place, (unsur, part, sebaran) in enumerate(detail.unsur, 1):
        butir = detail.butir.get(part.kunci)
        words = butir.teks if butir else part.kunci
        value = visible_nrr(part)
        rows.append(
            BarisUnsur(
                kunci=part.kunci,
                nama=unsur.nama if unsur else words,
                pendek=unsur.pendek if unsur else words,
                nomor=unsur.nomor if unsur else place,
                unsur=unsur,
                score=part,
                sebaran=sebaran,
                peringkat=None if value is None else 1 + sum(other < value for other in published),
                setara_terendah=part.kunci in detail.terendah,
                butir=butir,
            )
        )
    return tuple(rows)


def lowest_first(c: Content) -> tuple[BarisUnsur, ...]:
    """Figures that may be shown, lowest first; then the others in the rule's order, which tells nothing of them."""
    return tuple(showing.lowest_first(c.unsur, lambda one: one.score))


def alike(c: Content) -> bool:
    """True where no unsur may be set strong: of a panel, and where none shown can be told apart from the lowest."""
    return c.score.panel or all(one.setara_terendah for one in c.unsur if visible_nrr(one.score) is not None)


def ends(unsur: tuple[BarisUnsur, ...]) -> tuple[tuple[BarisUnsur, ...], tuple[BarisUnsur, ...]]:
    """The lowest and the highest by published NRR, ties with the last one kept; only figures that may be printed."""
    known = [(value, one) for one in unsur if (value := visible_nrr(one.score)) is not None]
    found = []
    for sign in (1, -1):
        ranked = sorted(known, key=lambda pair: sign * pair[0])
        limit = [sign * value for value, _ in ranked][:N_UJUNG]
        found.append(tuple(one for value, one in ranked if sign * value <= limit[-1]) if limit else ())
    return found[0], found[1]
