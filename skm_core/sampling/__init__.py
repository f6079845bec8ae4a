"""Planning the sample: how many, which kelurahan, how far along, and what another plan would give."""

from __future__ import annotations

from skm_core.sampling.draw import CARA_UNDI, PER_KECAMATAN, Terundi, Undian, draw
from skm_core.sampling.plan import ASAL_TANGGAL, SEMUA, Rencana, Sasaran, Usulan, plan, plans, seed_of
from skm_core.sampling.progress import KUOTA, Kemajuan, Perkembangan, progress, quota
from skm_core.sampling.recording import drawn_for, save_plan, save_targets, services
from skm_core.sampling.size import krejcie_morgan
from skm_core.sampling.what_if import Andaian, Komponen, components, what_if

__all__ = [
    "ASAL_TANGGAL",
    "CARA_UNDI",
    "KUOTA",
    "PER_KECAMATAN",
    "SEMUA",
    "Andaian",
    "Kemajuan",
    "Komponen",
    "Perkembangan",
    "Rencana",
    "Sasaran",
    "Terundi",
    "Undian",
    "Usulan",
    "components",
    "draw",
    "drawn_for",
    "krejcie_morgan",
    "plan",
    "plans",
    "progress",
    "quota",
    "save_plan",
    "save_targets",
    "seed_of",
    "services",
    "what_if",
]
