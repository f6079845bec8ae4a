-- one row per key of a follow-up item that its own table does not hold, or evidence and history without an item
SELECT 'periode' AS tabel, periode_kode AS kunci
FROM tindak_lanjut ANTI JOIN periode USING (periode_kode)
UNION ALL
SELECT 'layanan', layanan_kode
FROM (FROM tindak_lanjut WHERE layanan_kode IS NOT NULL) ANTI JOIN layanan USING (layanan_kode)
UNION ALL
SELECT 'unsur', unsur_kunci
FROM tindak_lanjut ANTI JOIN unsur USING (unsur_kunci)
UNION ALL
SELECT 'bukti', rtl_id::VARCHAR
FROM tindak_lanjut_bukti ANTI JOIN tindak_lanjut USING (rtl_id)
UNION ALL
SELECT 'riwayat', rtl_id::VARCHAR
FROM tindak_lanjut_riwayat ANTI JOIN tindak_lanjut USING (rtl_id)
UNION ALL
SELECT 'tanggal laporan', periode_kode
FROM tindak_lanjut_laporan ANTI JOIN periode USING (periode_kode);
