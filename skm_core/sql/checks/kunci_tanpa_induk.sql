-- one row per key in kuesioner that its own table does not hold
WITH diperiksa AS (
    SELECT unggahan_id, periode_kode, layanan_kode, instrumen_kode, wilayah_kode
    FROM kuesioner
    WHERE $unggahan_id IS NULL OR unggahan_id = $unggahan_id
)
SELECT 'periode' AS tabel, periode_kode AS kunci
FROM (SELECT DISTINCT periode_kode FROM diperiksa) ANTI JOIN periode USING (periode_kode)
UNION ALL
SELECT 'layanan', layanan_kode
FROM (SELECT DISTINCT layanan_kode FROM diperiksa) ANTI JOIN layanan USING (layanan_kode)
UNION ALL
SELECT 'instrumen', instrumen_kode
FROM (SELECT DISTINCT instrumen_kode FROM diperiksa) ANTI JOIN instrumen USING (instrumen_kode)
UNION ALL
SELECT 'wilayah', wilayah_kode
FROM (SELECT DISTINCT wilayah_kode FROM diperiksa) ANTI JOIN wilayah USING (wilayah_kode)
UNION ALL
SELECT 'unggahan', unggahan_id::VARCHAR
FROM (SELECT DISTINCT unggahan_id FROM diperiksa) ANTI JOIN unggahan USING (unggahan_id)
UNION ALL
SELECT 'unggahan', unggahan_id::VARCHAR
FROM (SELECT DISTINCT unggahan_id FROM temuan) ANTI JOIN unggahan USING (unggahan_id)
UNION ALL
SELECT 'instrumen', instrumen_kode
FROM (SELECT DISTINCT instrumen_kode FROM butir) ANTI JOIN instrumen USING (instrumen_kode);
