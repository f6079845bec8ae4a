-- one row per number of a follow-up item or piece of evidence that occurs twice, and per item without its history
SELECT 'tindak lanjut' AS tabel, rtl_id::VARCHAR AS kunci, count(*) AS n
FROM tindak_lanjut
GROUP BY ALL
HAVING count(*) > 1
UNION ALL
SELECT 'bukti', bukti_id::VARCHAR, count(*)
FROM tindak_lanjut_bukti
GROUP BY ALL
HAVING count(*) > 1
UNION ALL
SELECT 'riwayat', t.rtl_id::VARCHAR, t.versi
FROM tindak_lanjut AS t
WHERE t.versi <> (SELECT count(DISTINCT r.versi) FROM tindak_lanjut_riwayat AS r WHERE r.rtl_id = t.rtl_id);
