"""Planning the sample: how many, which kelurahan, how far along, and what another plan would give."""

from __future__ import annotations

from skm_core.sampling.draw import CARA_UNDI, Terundi, Undian, draw
from skm_core.sampling.progress import KUOTA, Kemajuan, Perkembangan, progress, quota
from skm_core.sampling.size import krejcie_morgan
from skm_core.sampling.what_if import Andaian, Komponen, components, what_if

__all__ = [
    "CARA_UNDI",
    "KUOTA",
    "Andaian",
    "Kemajuan",
    "Komponen",
    "Perkembangan",
    "Terundi",
    "Undian",
    "components",
    "draw",
    "krejcie_morgan",
    "progress",
    "quota",
    "what_if",
]
