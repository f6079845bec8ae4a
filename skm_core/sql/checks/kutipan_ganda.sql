-- one row per number of a quote that occurs twice, and per comment that is a quote in force more than once
SELECT 'kutipan' AS tabel, kutipan_id::VARCHAR AS kunci, count(*) AS n
FROM kutipan
GROUP BY ALL
HAVING count(*) > 1
UNION ALL
SELECT 'saran', concat_ws(' ', unggahan_id, lembar, baris, layanan_kode), count(*)
FROM kutipan
WHERE ditarik_waktu IS NULL
GROUP BY ALL
HAVING count(*) > 1;
