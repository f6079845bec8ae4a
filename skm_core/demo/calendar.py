"""The nine survey rounds of the demo data and their working days."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from skm_core.terms import Periode

Days = npt.NDArray[np.datetime64]

PANEL = Periode(
    "2019-maret",
    "Maret 2019",
    date(2019, 3, 11),
    date(2019, 3, 22),
    "permenpan-14-2017",
    "panel_tertutup",
    "tutup",
)
_NAMES = ("Januari–Maret", "April–Juni", "Juli–September", "Oktober–Desember")


def _quarter(year: int, number: int, *, last: bool) -> Periode:
    following = date(year + number // 4, number % 4 * 3 + 1, 1)
    return Periode(
        kode=f"{year}-q{number}",
        nama=f"{_NAMES[number - 1]} {year}",
        mulai=date(year, number * 3 - 2, 1),
        selesai=following - timedelta(days=1),
        aturan="permenpan-14-2017",
        cara_pemilihan="tidak_acak",
        status="buka" if last else "tutup",
    )


QUARTERS = tuple(
    _quarter(2019 + index // 4, index % 4 + 1, last=index == 8) for index in range(1, 9)
)  # 2019-q2 to 2021-q1
PERIODE = (PANEL, *QUARTERS)


def working_days(periode: Periode) -> Days:
    """Monday to Friday from the first to the last day of a periode."""
    assert periode.mulai and periode.selesai
    days: Days = np.arange(
        np.datetime64(periode.mulai, "D"), np.datetime64(periode.selesai, "D") + np.timedelta64(1, "D")
    )
    return days[np.is_busday(days)]
