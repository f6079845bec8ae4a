"""Precision of figures: from a store or from counts already loaded."""

from __future__ import annotations

import math
from collections.abc import Sequence

from skm_core.precision.counts import Hitungan, load
from skm_core.precision.design import CARA, Cara
from skm_core.precision.figures import Precision, UnsurPrecision
from skm_core.precision.grade import certainty
from skm_core.precision.joint import Taksiran, estimate
from skm_core.precision.student import nothing_varies, quantile
from skm_core.precision.wording import method
from skm_core.rules import RULE_SETS
from skm_core.store import Store
from skm_core.terms import SEMUA, Pilihan


def precision(
    store: Store, pilihan: Pilihan = SEMUA, menurut: Sequence[str] = (), cara: Cara = CARA, *, profil: str | None = None
) -> tuple[Precision, ...]:
    """Precision of a selection, one per value of `menurut` and pengumpul, in code order; the groups of `scoring.score`.

    menurut: names of terms.DIMENSI, and "golongan" with a `profil` of counts.PROFIL (questionnaires without that field
    are then left out). Closed panels get no interval.
    """
    h = load(store, hanya_lengkap=pilihan.hanya_lengkap, profil=profil)
    return precision_of_counts(h, pilihan, menurut, cara, store)


def precision_of_counts(
    h: Hitungan, pilihan: Pilihan = SEMUA, menurut: Sequence[str] = (), cara: Cara = CARA, store: Store | None = None
) -> tuple[Precision, ...]:
    """As `precision`, from counts loaded before. Without a store no pass over questionnaires is made: no design effect,
    and no interval for data a kelurahan collected or for a single kelurahan.
    """
    found = estimate(h, [(pilihan, menurut)], cara, store)
    return tuple(describe(h, found, place, cara) for place in range(len(found.kelompok)))


def describe(h: Hitungan, found: Taksiran, place: int, cara: Cara) -> Precision:
    """The precision of one group of an estimate, with its words."""
    one, df = found.kelompok[place], found.df[place]
    t = quantile(df)
    values, variances, effects = (array[place].tolist() for array in (found.lin.nilai, found.varians, found.deff))
    counts = found.lin.n_jawaban[place].tolist()
    spans = [_span(value, variance, t) for value, variance in zip(values, variances, strict=True)]
    ikm, se, lower, upper = spans[0]
    aturan = tuple(sorted({h.periode[kode].aturan for kode in one.dalam}))
    single = RULE_SETS[aturan[0]] if len(aturan) == 1 else None
    return Precision(
        periode=one.periode,
        layanan=one.layanan,
        kecamatan=one.kecamatan,
        kelurahan=one.kelurahan,
        golongan=one.golongan,
        pengumpul=one.pengumpul,
        panel=one.panel,
        aturan=aturan,
        rancangan="panel" if one.panel else "klaster" if one.klaster else "responden",
        bobot=cara.bobot,
        n=int(found.lin.n[place]),
        ikm=ikm,
        se=se,
        lower=lower,
        upper=upper,
        df=df,
        deff=_known(effects[0]),
        indikatif=any(h.periode[kode].cara_pemilihan != "acak" for kode in one.dalam),
        metode=method(one, cara.bobot, df, pooled=cara.varians == "gabungan", fpc=cara.fpc, se=se),
        kepastian=certainty(ikm, se, df, single) if single and ikm and se and lower is not None else None,
        unsur=tuple(
            UnsurPrecision(kunci, int(n_jawaban), *span, deff=_known(effect))
            for kunci, n_jawaban, span, effect in zip(found.lin.unsur, counts[1:], spans[1:], effects[1:], strict=True)
        ),
    )


def _known(value: float) -> float | None:
    return None if value != value else value


def _span(value: float, variance: float, t: float) -> tuple[float | None, float | None, float | None, float | None]:
    """Figure, standard error and interval; None where it is not known. No interval of a variance of nothing."""
    if value != value or variance != variance:
        return _known(value), None, None, None
    se = math.sqrt(variance)
    if nothing_varies(se):
        return value, 0.0, None, None
    return value, se, value - t * se, value + t * se
