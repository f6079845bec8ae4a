"""Planning the sample: how many, which kelurahan, how far along, and what another plan would give."""

from __future__ import annotations

from skm_core.sampling.draw import CARA_UNDI, PER_KECAMATAN, Terundi, Undian, draw
from skm_core.sampling.plan import ASAL_TANGGAL, SEMUA, Rencana, Sasaran, Usulan, plan, plan_progress, plans, seed_of
from skm_core.sampling.progress import KUOTA, Kemajuan, Perkembangan, progress, quota
from skm_core.sampling.recording import drawn_for, save_plan, save_targets, services
from skm_core.sampling.size import Ukuran, krejcie_morgan, sizes
from skm_core.sampling.what_if import ANGGAPAN, Andaian, Komponen, Terlihat, components, seen_so_far, what_if

__all__ = [
    "ANGGAPAN",
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
    "Terlihat",
    "Terundi",
    "Ukuran",
    "Undian",
    "Usulan",
    "components",
    "draw",
    "drawn_for",
    "krejcie_morgan",
    "plan",
    "plan_progress",
    "plans",
    "progress",
    "quota",
    "save_plan",
    "save_targets",
    "seed_of",
    "seen_so_far",
    "services",
    "sizes",
    "what_if",
]
