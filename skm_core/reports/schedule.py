"""The schedule of a survey as far as it is recorded: plan, collection, data entry, report."""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np

from skm_core import queries
from skm_core.reports.parts import BarisJadwal
from skm_core.sampling.plan import Rencana
from skm_core.scoring import selection
from skm_core.store import Store
from skm_core.terms import Periode, Pilihan
from skm_core.writing import WIB


def working_days(first: date, last: date) -> int:
    """Monday to Friday, both days included; public holidays are not known and count."""
    return int(np.busday_count(first, last)) + int(np.is_busday(last))


def schedule(
    store: Store, pilihan: Pilihan, periode: Periode, rencana: Rencana | None, tanggal: date
) -> tuple[BarisJadwal, ...]:
    """The steps in their order with the dates on record; the report is dated `tanggal`.

    Collection runs from the first to the last questionnaire, or over the periode where these carry no date.
    """
    ((row),) = queries.rows(store, "laporan_waktu", **selection(pilihan))
    filled = (row["isi_mulai"] or periode.mulai, row["isi_selesai"] or periode.selesai)
    return (
        _row("Penyusunan rencana dan sampel", *(2 * (_day(rencana.waktu),) if rencana else (None, None))),
        _row("Pengumpulan data di lapangan", *filled, n_luar=row["n_luar_periode"]),
        _row("Pemasukan dan pemeriksaan data", _day(row["unggah_mulai"]), _day(row["unggah_selesai"])),
        _row("Pengolahan, analisis, dan penyusunan laporan", tanggal, tanggal),
    )


def _row(kegiatan: str, first: date | None, last: date | None, *, n_luar: int = 0) -> BarisJadwal:
    return BarisJadwal(kegiatan, first, last, working_days(first, last) if first and last else None, n_luar)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.replace(tzinfo=UTC).astimezone(WIB).date()
