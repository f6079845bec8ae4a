"""Files as earlier versions left them: a new one from which everything is taken that a migration brings."""

from __future__ import annotations

from skm_core.store import VIEWS, Store

ADDED = (
    *("rencana_sampel", "rencana_kelurahan", "rencana_sasaran"),  # 0002
    *("kuesioner_diganti", "baris_ditolak", "unggahan_peristiwa", "unggahan_tumpang", "penetapan", "angka_ditetapkan"),
    "rekap",  # 0004
    "pemetaan",  # 0005
    *("tindak_lanjut", "tindak_lanjut_riwayat", "tindak_lanjut_bukti", "tindak_lanjut_laporan"),  # 0007
    "teks_laporan",  # 0006
    "kutipan",  # 0008
)


def back_to_version_1(store: Store) -> None:
    """Make an open file one of version 1. Close it afterwards; opening it again runs every migration."""
    with store.write() as cursor:
        for view in reversed(VIEWS):
            cursor.execute(f"DROP VIEW {view}")
        for table in ADDED:
            cursor.execute(f"DROP TABLE {table}")
        cursor.execute("ALTER TABLE kuesioner DROP COLUMN asal_kunci")
        cursor.execute("UPDATE meta SET nilai = '1' WHERE kunci = 'versi_skema'")
