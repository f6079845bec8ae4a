"""What PEKPPP asks of a follow-up plan: the share that is done, and how fast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median_high

from skm_core.follow_up.item import Rtl
from skm_core.follow_up.plan import Laporan


@dataclass(frozen=True, slots=True)
class Capaian:
    """Counts of a plan on a day. n leaves cancelled items (n_batal) out.

    n_terlambat: neither done nor cancelled though the time planned is over. n_berbukti: done, with evidence.
    hari: days since the report; hari_selesai: median days from the report to the day an item was done (of two middle
    ones the longer), None while nothing is.
    """

    pada: date
    laporan: Laporan
    n: int
    n_rencana: int
    n_berjalan: int
    n_selesai: int
    n_batal: int
    n_terlambat: int
    n_berbukti: int
    hari: int | None
    hari_selesai: int | None

    @property
    def bagian(self) -> Fraction | None:
        """Share done, 0 to 1; None for an empty plan."""
        return Fraction(self.n_selesai, self.n) if self.n else None


def achievement(items: Sequence[Rtl], laporan: Laporan, pada: date) -> Capaian:
    """The counts of these items as seen on a day; an item done later than that day counts by its status now."""
    by_status = {
        status: [one for one in items if one.isian.status == status]
        for status in ("rencana", "berjalan", "selesai", "batal")
    }
    done = by_status["selesai"]
    days = [
        max(0, (one.isian.selesai_pada - laporan.tanggal).days)
        for one in done
        if laporan.tanggal and one.isian.selesai_pada
    ]
    return Capaian(
        pada=pada,
        laporan=laporan,
        n=len(items) - len(by_status["batal"]),
        n_rencana=len(by_status["rencana"]),
        n_berjalan=len(by_status["berjalan"]),
        n_selesai=len(done),
        n_batal=len(by_status["batal"]),
        n_terlambat=sum(one.isian.terlambat(pada) for one in items),
        n_berbukti=sum(bool(one.bukti) for one in done),
        hari=max(0, (pada - laporan.tanggal).days) if laporan.tanggal else None,
        hari_selesai=median_high(days) if days else None,
    )
