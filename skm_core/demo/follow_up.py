"""The follow-up of the demo data: made-up items after four surveys, done, under way, late and cancelled."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from skm_core.demo.calendar import PERIODE
from skm_core.follow_up import Isian
from skm_core.follow_up.recording import insert
from skm_core.queries import statement

if TYPE_CHECKING:
    import duckdb

DAYS_TO_REPORT = 14
DINKES, SATPOL, SOSIAL, CITY = (
    "Suku Dinas Kesehatan",
    "Satuan Polisi Pamong Praja Kota",
    "Suku Dinas Pemberdayaan, Perlindungan Anak, dan Pengendalian Penduduk",
    "Bagian Kepegawaian, Tatalaksana, dan Pelayanan Publik",
)


def _item(
    periode: str,
    layanan: str | None,
    unsur: str,
    program: str,
    jenis: str,
    tw: tuple[int, ...],
    who: str,
    status: str = "rencana",
    pct: int = 0,
    note: str = "",
    done: date | None = None,
) -> Isian:
    year = int(periode[:4]) + (periode[5:] == "q4")
    return Isian(periode, layanan, unsur, program, year, tw, who, jenis, status, pct, note, done)


ITEMS = (
    _item("2019-q2", "posyandu", "sarana", "Timbangan bayi digital untuk 40 posyandu", "sarana", (3, 4), DINKES,
          "selesai", 100, "40 timbangan diterima dan diuji", date(2019, 10, 18)),
    _item("2019-q2", "jumantik", "pengaduan", "Kartu rumah dengan nomor aduan jentik", "informasi", (3,), DINKES,
          "selesai", 100, "12.000 kartu dibagikan", date(2019, 9, 6)),
    _item("2020-q2", "posyandu", "pengaduan", "Nomor WhatsApp dan kotak saran di setiap posyandu", "inovasi", (3,),
          DINKES, "selesai", 100, "Terpasang di semua posyandu; 310 pesan dijawab", date(2020, 7, 24)),
    _item("2020-q2", "ketertiban_umum", "pengaduan", "Nomor aduan dipasang di semua kantor kelurahan", "informasi",
          (3,), SATPOL, "selesai", 100, "56 papan terpasang", date(2020, 8, 14)),
    _item("2020-q2", "rptra", "pengaduan", "Papan saran beserta jawabannya di setiap RPTRA", "sarana", (3, 4), SOSIAL,
          "batal", 20, "Digabung dengan nomor pengaduan bersama", None),
    _item("2020-q4", None, "pengaduan", "Satu nomor pengaduan bersama untuk enam layanan", "inovasi", (1, 2), CITY,
          "berjalan", 60, "Nomor sudah aktif; petugas penjawab belum lengkap"),
    _item("2020-q4", "ketertiban_umum", "pengaduan", "Aduan dijawab paling lama tiga hari kerja", "prosedur", (1,),
          SATPOL, "selesai", 100, "Prosedur ditetapkan dan diumumkan", date(2021, 1, 15)),
    _item("2020-q4", "ketertiban_umum", "sarana", "Perbaikan pos jaga di delapan kecamatan", "sarana", (1,), SATPOL,
          "berjalan", 75, "Enam dari delapan pos selesai"),
    _item("2020-q4", "rptra", "sarana", "Perbaikan alat bermain di 30 RPTRA", "sarana", (1,), SOSIAL, "selesai", 100,
          "30 RPTRA diperiksa ulang", date(2021, 2, 26)),
    _item("2021-q1", None, "pengaduan", "Forum Konsultasi Publik di tiap kecamatan", "koordinasi", (2, 3), CITY,
          "berjalan", 25, "Dua dari delapan kecamatan sudah mengadakan"),
    _item("2021-q1", "ketertiban_umum", "pengaduan", "Pelatihan menerima keluhan untuk petugas lapangan", "pelatihan",
          (2,), SATPOL, "berjalan", 50, "Angkatan pertama selesai, 60 petugas"),
    _item("2021-q1", "ketertiban_umum", "sarana", "Pos layanan keliling di pasar", "inovasi", (3, 4), SATPOL),
    _item("2021-q1", "jumantik", "pengaduan", "Hasil kunjungan dikirim ke ketua RT pada hari yang sama", "prosedur",
          (2,), DINKES, "selesai", 100, "Berlaku di 56 kelurahan", date(2021, 5, 3)),
    _item("2021-q1", "posyandu", "sarana", "Kursi dan peneduh ruang tunggu di 25 posyandu", "sarana", (2, 3), DINKES),
)  # fmt: skip
"""In the order they were planned."""


def write_follow_up(cursor: duckdb.DuckDBPyConnection, oleh: str) -> None:
    """The items with their history, and the days of the reports."""
    for periode in PERIODE[1:]:
        assert periode.selesai
        day = periode.selesai + timedelta(days=DAYS_TO_REPORT)
        moment = datetime.combine(day, time(3))
        values = {"periode": periode.kode, "tanggal": day, "waktu": moment, "oleh": oleh}
        cursor.execute(statement("rtl_laporan_baru"), values)
        for one in ITEMS:
            if one.periode == periode.kode:
                insert(cursor, one, oleh=oleh, waktu=moment)
