"""Is a difference real? Change over time, differences between parts, rankings: with interval, p and verdict."""

from __future__ import annotations

from skm_core.compare.change import change, change_of_counts
from skm_core.compare.difference import Selisih
from skm_core.compare.parts import (
    against_city,
    against_whole,
    between,
    between_unsur,
    ends_of_unsur,
    lowest_unsur,
    two,
    two_unsur,
)
from skm_core.compare.ranking import Peringkat, ranking
from skm_core.compare.unsur import TanpaUnsur, UrutanUnsur, order_of_unsur, without_unsur
from skm_core.compare.verdict import ALFA, MARGIN_IKM, MARGIN_NRR, PUTUSAN, Putusan

__all__ = [
    "ALFA",
    "MARGIN_IKM",
    "MARGIN_NRR",
    "PUTUSAN",
    "Peringkat",
    "Putusan",
    "Selisih",
    "TanpaUnsur",
    "UrutanUnsur",
    "against_city",
    "against_whole",
    "between",
    "between_unsur",
    "change",
    "change_of_counts",
    "ends_of_unsur",
    "lowest_unsur",
    "order_of_unsur",
    "ranking",
    "two",
    "two_unsur",
    "without_unsur",
]
