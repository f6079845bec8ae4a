-- one row per key of a sample plan that its own table does not hold, or kelurahan and target that do not fit the draw
SELECT 'periode' AS tabel, periode_kode AS kunci
FROM rencana_sampel ANTI JOIN periode USING (periode_kode)
UNION ALL
SELECT 'rencana', rencana_id::VARCHAR
FROM (FROM rencana_kelurahan SELECT rencana_id UNION FROM rencana_sasaran SELECT rencana_id)
ANTI JOIN rencana_sampel USING (rencana_id)
UNION ALL
SELECT 'kelurahan', wilayah_kode
FROM rencana_kelurahan
ANTI JOIN (FROM wilayah WHERE tingkat = 'kelurahan') AS kelurahan USING (wilayah_kode)
UNION ALL
SELECT 'layanan', layanan_kode
FROM rencana_sasaran ANTI JOIN layanan USING (layanan_kode)
UNION ALL
SELECT 'sasaran', rencana_id || ' ' || wilayah_kode
FROM rencana_sasaran
ANTI JOIN (FROM rencana_kelurahan WHERE terpilih) AS terpilih USING (rencana_id, wilayah_kode);
