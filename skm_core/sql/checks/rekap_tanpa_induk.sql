-- one row per key in rekap that its own table does not hold, and per unggahan that holds both kinds
SELECT 'periode' AS tabel, periode_kode AS kunci
FROM (SELECT DISTINCT periode_kode FROM rekap) ANTI JOIN periode USING (periode_kode)
UNION ALL
SELECT 'layanan', layanan_kode
FROM (SELECT DISTINCT layanan_kode FROM rekap) ANTI JOIN layanan USING (layanan_kode)
UNION ALL
SELECT 'wilayah', wilayah_kode
FROM (SELECT DISTINCT wilayah_kode FROM rekap) ANTI JOIN wilayah USING (wilayah_kode)
UNION ALL
SELECT 'instrumen', instrumen_kode
FROM (SELECT DISTINCT instrumen_kode FROM rekap WHERE instrumen_kode IS NOT NULL) ANTI JOIN instrumen USING (instrumen_kode)
UNION ALL
SELECT 'unggahan', unggahan_id::VARCHAR
FROM (SELECT DISTINCT unggahan_id FROM rekap) ANTI JOIN unggahan USING (unggahan_id)
UNION ALL
SELECT 'kuesioner', unggahan_id::VARCHAR
FROM (SELECT DISTINCT unggahan_id FROM rekap) JOIN unggahan USING (unggahan_id)
WHERE n_diterima > 0;
