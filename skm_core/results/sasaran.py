"""A figure against the target of its layanan, as far as the interval can tell the two apart."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from skm_core.compare import PUTUSAN
from skm_core.results.measured import Measured
from skm_core.results.wording import shown
from skm_core.terms import Layanan
from skm_core.writing import angka

PASTI = PUTUSAN["turun"].penjelasan
PANEL = "menurut panel undangan"


@dataclass(frozen=True, slots=True)
class Sasaran:
    """The figure of one layanan against its target. poin: published figure less target.

    A target is a fixed number, so that the interval alone decides: below it for certain if the whole interval is, and
    reached for certain likewise; a panel, which has no interval, is compared as it is.
    """

    layanan: Layanan
    score: Measured
    poin: Decimal

    @property
    def tercapai(self) -> bool | None:
        """True or False if the survey can tell, None if it cannot."""
        if self.score.panel:
            return self.poin >= 0
        if self.score.rentang is None or self.layanan.target_ikm is None:
            return None
        low, high = self.score.rentang
        if low >= self.layanan.target_ikm:
            return True
        return False if high < self.layanan.target_ikm else None

    @property
    def certain(self) -> bool:
        """The survey can tell whether the target is reached."""
        return self.tercapai is not None

    @property
    def kata(self) -> str:
        """ "lebih rendah 2,10 dari target 85,00, di luar batas kebetulan survei", with a sign where it is not sure."""
        target = angka(self.layanan.target_ikm or 0)
        if self.tercapai is None:
            sign = "+" if self.poin > 0 else "−" if self.poin < 0 else ""
            return f"{sign}{angka(abs(self.poin))} dari target {target}, {PUTUSAN['ragu'].perubahan}"
        if self.poin == 0:
            return f"tepat pada target {target}"
        side = "lebih tinggi" if self.tercapai else "lebih rendah"
        why = PANEL if self.score.panel else PASTI
        return f"{side} {angka(abs(self.poin))} dari target {target}, {why}"

    @property
    def putusan_kata(self) -> str:
        """The verdict alone: "tercapai", "belum tercapai", "belum dapat dipastikan"."""
        return {True: "tercapai", False: "belum tercapai", None: PUTUSAN["ragu"].perubahan}[self.tercapai]

    @property
    def acuan(self) -> str:
        """Which comparison this is: "target|" and the reference of the figure."""
        return f"target|{self.score.acuan}"


def against_target(layanan: Layanan, score: Measured | None) -> Sasaran | None:
    """None without a target, without a figure, or where too few questionnaires let it be shown."""
    if layanan.target_ikm is None or score is None or score.ikm is None or not shown(score):
        return None
    return Sasaran(layanan, score, score.ikm - layanan.target_ikm)
