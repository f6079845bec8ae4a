"""The one table of verdicts, and the words for them."""

from __future__ import annotations

from dataclasses import dataclass

ALFA = 0.05
"""Chance of calling a change where there is none, for a whole family of comparisons."""
MARGIN_IKM, MARGIN_NRR = 1.0, 0.04
"""Differences within this margin do not matter (product decision: one point of 25..100, and 1/25 of it on 1..4)."""


@dataclass(frozen=True, slots=True)
class Putusan:
    """One verdict. kunci: naik, turun, tetap or ragu; perubahan and perbandingan are its words in either setting."""

    kunci: str
    perubahan: str
    perbandingan: str
    penjelasan: str


PUTUSAN = {
    putusan.kunci: putusan
    for putusan in (
        Putusan("naik", "naik", "lebih tinggi", "di luar batas kebetulan survei"),
        Putusan("turun", "turun", "lebih rendah", "di luar batas kebetulan survei"),
        Putusan(
            "tetap", "tidak berubah berarti", "tidak berbeda berarti", "selisihnya di dalam batas yang tidak penting"
        ),
        Putusan(
            "ragu",
            "belum dapat dipastikan",
            "belum dapat dipastikan",
            "selisihnya masih mungkin karena kebetulan survei",
        ),
    )
}
"""Every verdict the product gives."""


def decide(selisih: float, lower: float | None, upper: float | None, p: float | None, margin: float) -> Putusan:
    """Verdict on a difference with its 95% interval and its p, corrected for the family.

    In this order: the whole interval within the margin, "tetap"; p below ALFA, "naik" or "turun"; else "ragu".
    """
    if lower is None or upper is None or p is None:
        return PUTUSAN["ragu"]
    if -margin <= lower and upper <= margin:
        return PUTUSAN["tetap"]
    if p < ALFA:
        return PUTUSAN["naik" if selisih > 0 else "turun"]
    return PUTUSAN["ragu"]
