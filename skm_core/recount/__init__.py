"""Periksa hitungan: are the figures that a processing sheet states the ones its own answers give, and if not, why?"""

from skm_core.recount.check import Pemeriksaan, Perbandingan, check
from skm_core.recount.claims import LANGKAH
from skm_core.recount.sheet import Column, Line, Sheet

__all__ = ["LANGKAH", "Column", "Line", "Pemeriksaan", "Perbandingan", "Sheet", "check"]
