"""The index beside the same without flagged questionnaires, both with what the sample can support."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields

from skm_core.quality import TANDA_UTAMA, Berdampingan, score_without
from skm_core.results.measured import Measured, join, measure, reference
from skm_core.store import Store
from skm_core.terms import Pilihan


@dataclass(frozen=True, slots=True)
class Unflagged(Measured):
    """A figure of the questionnaires that carry none of the signs `tanda`.

    Without an interval where that would need a pass over single questionnaires (what kelurahan collected).
    """

    tanda: tuple[str, ...] = field(kw_only=True)

    @property
    def mutu_pasti(self) -> bool:
        """As of any figure; False also where no precision was computed."""
        sure = self.presisi.kepastian if self.presisi else None
        return self.mutu is None or (sure is not None and sure.pasti)

    @property
    def acuan(self) -> str:
        """Which figure this is: as of all questionnaires, then "tanpa:" and the signs."""
        return f"{reference('ikm', self.dari)}|tanpa:{'+'.join(self.tanda)}"


@dataclass(frozen=True, slots=True)
class Pasangan(Berdampingan):
    """One figure of all questionnaires and of those without a sign (None if none is left)."""

    semua: Measured
    tanpa: Unflagged | None


def with_and_without(
    store: Store, pilihan: Pilihan, menurut: Sequence[str] = (), tanda: Sequence[str] = TANDA_UTAMA
) -> tuple[Pasangan, ...]:
    """One pair per value of the dimensions and pengumpul, in the order of `scoring.score`.

    Raises UnknownKeyError for a sign that a single questionnaire cannot carry, or an unknown dimension.
    """
    return beside(store, measure(store, pilihan, menurut, unsur=False), pilihan, menurut, tanda)


def beside(
    store: Store, semua: Sequence[Measured], pilihan: Pilihan, menurut: Sequence[str], tanda: Sequence[str]
) -> tuple[Pasangan, ...]:
    """As `with_and_without`, where the figures of all questionnaires are known already."""
    pairs = []
    for one, pair in zip(semua, score_without(store, pilihan, menurut, tanda, semua=semua), strict=True):
        left = join(pair.tanpa, pair.presisi_tanpa, pilihan) if pair.tanpa else None
        pairs.append(Pasangan(one, _unflagged(left, tuple(tanda)) if left else None))
    return tuple(pairs)


def _unflagged(one: Measured, tanda: tuple[str, ...]) -> Unflagged:
    return Unflagged(**{part.name: getattr(one, part.name) for part in fields(one)}, tanda=tanda)
