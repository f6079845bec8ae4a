"""Precision of the plain mean of parts: every part counts the same, however many questionnaires it has."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from skm_core.precision.counts import load
from skm_core.precision.design import Cara
from skm_core.precision.estimate import describe
from skm_core.precision.figures import Precision
from skm_core.precision.joint import IKM, estimate
from skm_core.store import Store
from skm_core.terms import Pilihan


def mean_precision(store: Store, pilihan: Pilihan, rincian: str) -> Precision | None:
    """The mean of the indexes of a dimension's values in a selection of one pengumpul, None if there is no value.

    V = Σ_i Σ_j Cov(i, j) / k² over the k parts, linearized together; degrees of freedom the smallest of the parts.
    """
    h = load(store, hanya_lengkap=pilihan.hanya_lengkap)
    cara = Cara(unsur=False, deff=False)
    found = estimate(h, [(pilihan, [rincian]), (pilihan, [])], cara, store, silang=True)
    whole = len(found.kelompok) - 1
    parts = [place for place in range(whole) if not np.isnan(found.lin.nilai[place, IKM])]
    if not parts:
        return None
    variance = sum(found.covariance(one, other) for one in parts for other in parts if one != other)
    variance += sum(float(found.varians[place, IKM]) for place in parts)
    found.lin.nilai[whole, IKM] = found.lin.nilai[parts, IKM].mean()
    found.varians[whole, IKM] = np.maximum(variance / len(parts) ** 2, 0.0)
    df = min(found.df[place] for place in parts)
    return describe(h, replace(found, df=(*found.df[:whole], df)), whole, cara)
