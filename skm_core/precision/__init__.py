"""What a sample can and cannot say: standard error, interval and design effect of the IKM and of each NRR.

Precision is no published score: it is computed in floating point and agrees with R's `survey` package. Every formula
and its source: docs/ketelitian.md.
"""

from __future__ import annotations

from skm_core.precision.counts import PROFIL, Hitungan, load
from skm_core.precision.design import BOBOT, CARA, PSU_TUNGGAL, VARIANS, Cara
from skm_core.precision.estimate import precision, precision_of_counts
from skm_core.precision.figures import INDIKATIF, Precision, UnsurPrecision
from skm_core.precision.grade import Kepastian, certainty
from skm_core.precision.mean import mean_precision
from skm_core.precision.moments import moments

__all__ = [
    "BOBOT",
    "CARA",
    "INDIKATIF",
    "PROFIL",
    "PSU_TUNGGAL",
    "VARIANS",
    "Cara",
    "Hitungan",
    "Kepastian",
    "Precision",
    "UnsurPrecision",
    "certainty",
    "load",
    "mean_precision",
    "moments",
    "precision",
    "precision_of_counts",
]
