"""The grade tables as printed, read only to be compared with the constants of `rules`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from skm_core.reference.rows import REFERENCE, read


@dataclass(frozen=True, slots=True)
class BarisMutu:
    """One grade of one regulation as printed; only a cross-check of `rules.RULE_SETS`."""

    aturan: str
    huruf: str
    kinerja: str
    persepsi: int
    interval_nrr: str
    interval_ikm: str
    batas_bawah: Decimal


@cache
def mutu(folder: Path = REFERENCE) -> tuple[BarisMutu, ...]:
    """The grade tables of both regulations as printed, best grade first."""
    columns = "aturan huruf kinerja persepsi interval_nrr interval_ikm batas_bawah"
    return tuple(
        BarisMutu(
            aturan=row.text("aturan"),
            huruf=row.text("huruf"),
            kinerja=row.text("kinerja"),
            persepsi=row.whole("persepsi"),
            interval_nrr=row.text("interval_nrr"),
            interval_ikm=row.text("interval_ikm"),
            batas_bawah=row.get("batas_bawah", Decimal, "bilangan"),
        )
        for row in read(folder, "mutu", columns)
    )
