-- one row per row of a file that counts in more than one unggahan of that file or of its corrections
WITH asal AS (
    SELECT unggahan_id, coalesce(sumber.berkas_sha256, unggahan.berkas_sha256) AS sha256
    FROM unggahan
    LEFT JOIN unggahan_tumpang USING (unggahan_id)
    LEFT JOIN unggahan AS sumber ON sumber.unggahan_id = koreksi_dari
    WHERE unggahan.status = 'aktif'
),
bersama AS (
    SELECT unggahan_id, sha256
    FROM asal
    WHERE sha256 IN (SELECT sha256 FROM asal GROUP BY sha256 HAVING count(*) > 1)
)
SELECT sha256, lembar, baris, layanan_kode, list(DISTINCT unggahan_id ORDER BY unggahan_id) AS unggahan
FROM kuesioner_aktif
JOIN bersama USING (unggahan_id)
GROUP BY sha256, lembar, baris, layanan_kode
HAVING count(DISTINCT unggahan_id) > 1;
