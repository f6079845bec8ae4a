"""Figures together with what the sample can support: no page gets the one without the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from skm_core.precision import Cara, Precision, UnsurPrecision, load, precision_of_counts
from skm_core.scoring import Score, UnsurScore, score
from skm_core.store import Store
from skm_core.terms import Pilihan


@dataclass(frozen=True, slots=True)
class MeasuredUnsur(UnsurScore):
    """An unsur with the precision of its NRR; `presisi` is None where none was computed. `dari`: see Measured."""

    presisi: UnsurPrecision | None = field(kw_only=True)
    dari: Pilihan = field(kw_only=True)

    @property
    def plus_minus(self) -> Decimal | None:
        """Half-width of the 95% interval on the scale 1..4, three decimals; None without an interval."""
        return self.presisi.plus_minus if self.presisi else None

    @property
    def rentang(self) -> tuple[Decimal, Decimal] | None:
        """The 95% interval, three decimals, clipped to 1..4; None where there is none."""
        return self.presisi.rentang if self.presisi else None

    @property
    def acuan(self) -> str:
        """Which figure this is: "nrr:waktu|periode|layanan|wilayah|pengumpul"."""
        return reference(f"nrr:{self.kunci}", self.dari)


@dataclass(frozen=True, slots=True)
class Measured(Score):
    """A score with its precision; `presisi` is None only where nothing was sampled at all (a worked example).

    `dari` is the selection of exactly the questionnaires behind this one figure, with its pengumpul. jenis: "ikm" of
    all of them together, or "rata:layanan", the plain mean of its services.
    """

    unsur: tuple[MeasuredUnsur, ...]
    presisi: Precision | None = field(kw_only=True)
    dari: Pilihan = field(kw_only=True)
    jenis: str = field(default="ikm", kw_only=True)

    @property
    def plus_minus(self) -> Decimal | None:
        """Half-width of the 95% interval in points, two decimals; None without an interval."""
        return self.presisi.plus_minus if self.presisi else None

    @property
    def rentang(self) -> tuple[Decimal, Decimal] | None:
        """The 95% interval, two decimals, clipped to 25..100; None for a panel, without df, and of equal answers."""
        return self.presisi.rentang if self.presisi else None

    @property
    def mutu_pasti(self) -> bool:
        """True if the whole interval lies in one grade, or there is no grade to doubt; False without an interval.

        True also of a worked example, which is no sample (`presisi` None).
        """
        if self.mutu is None or self.presisi is None:
            return True
        return self.presisi.kepastian is not None and self.presisi.kepastian.pasti

    @property
    def mutu_mungkin(self) -> str:
        """The other grade that the interval reaches into ("A"), "" if none or more than one."""
        sure = self.presisi.kepastian if self.presisi else None
        return sure.teks[-1] if sure and not sure.pasti and "," in sure.teks else ""

    @property
    def acuan(self) -> str:
        """Which figure this is: "ikm|periode|layanan|wilayah|pengumpul", several codes joined by +."""
        return reference(self.jenis, self.dari)


def reference(what: str, dari: Pilihan) -> str:
    """The name of a figure in words a machine can take apart: kind and selection."""
    parts = (what, "+".join(dari.periode), "+".join(dari.layanan), dari.wilayah or "", dari.pengumpul or "")
    return "|".join(parts) + ("|lengkap" if dari.hanya_lengkap else "")


def measure(
    store: Store, pilihan: Pilihan, menurut: Sequence[str] = (), *, unsur: bool = True, deff: bool = False
) -> tuple[Measured, ...]:
    """The figures of `scoring.score` for the same arguments, in the same order, each with its precision.

    unsur: also the precision of each NRR. deff: also the design effect, for "setara dengan … kuesioner acak".
    A single kecamatan has the variance pooled over kecamatan.
    """
    counts = load(store, hanya_lengkap=pilihan.hanya_lengkap)
    found = precision_of_counts(counts, pilihan, menurut, Cara(unsur=unsur, deff=deff), store)
    known = {_key(one): one for one in found}
    return tuple(join(one, known.get(_key(one)), pilihan) for one in score(store, pilihan, menurut))


def join(one: Score, presisi: Precision | None, pilihan: Pilihan) -> Measured:
    """One score of `pilihan`, or of a part of it, with its precision (None: nothing was sampled)."""
    dari = replace(
        pilihan,
        periode=(one.periode,) if one.periode else pilihan.periode,
        layanan=(one.layanan,) if one.layanan else pilihan.layanan,
        wilayah=max((one.kelurahan, one.kecamatan, pilihan.wilayah), key=lambda kode: len(kode or "")),
        pengumpul=one.pengumpul,
    )
    known = {part.kunci: part for part in presisi.unsur} if presisi else {}
    return Measured(
        periode=one.periode,
        layanan=one.layanan,
        kecamatan=one.kecamatan,
        kelurahan=one.kelurahan,
        pengumpul=one.pengumpul,
        panel=one.panel,
        aturan=one.aturan,
        instrumen=one.instrumen,
        n_kuesioner=one.n_kuesioner,
        ikm_exact=one.ikm_exact,
        unsur=tuple(
            MeasuredUnsur(part.kunci, part.rasio, part.bobot, part.butir, presisi=known.get(part.kunci), dari=dari)
            for part in one.unsur
        ),
        bobot_sendiri=one.bobot_sendiri,
        presisi=presisi,
        dari=dari,
    )


def _key(one: Score | Precision) -> tuple[object, ...]:
    return one.periode, one.layanan, one.kecamatan, one.kelurahan, one.pengumpul, one.panel
