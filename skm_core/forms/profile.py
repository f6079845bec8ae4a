"""What the standard questionnaire asks of the respondent, with the answers it offers (Permenpan RB 14/2017, annex)."""

from __future__ import annotations

from skm_core.intake.profile import AGE_MAX, AGE_MIN

JENIS_KELAMIN = (("L", "Laki-laki"), ("P", "Perempuan"))
PENDIDIKAN = ("SD", "SMP", "SMA", "D1", "D2", "D3", "S1", "S2", "S3")
"""The form's SD, SMP, SMA, S1, S2, S3, with the diploma between them that published results report too."""
PEKERJAAN = ("PNS", "TNI", "POLRI", "Swasta", "Wirausaha", "Lainnya")
JAM = ("08.00–12.00", "13.00–17.00")
USIA = (AGE_MIN, AGE_MAX)
"""Youngest and oldest age in years that the store takes."""
