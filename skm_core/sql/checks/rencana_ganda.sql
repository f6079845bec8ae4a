-- one row per plan number that occurs twice, and per periode and pengumpul with more than one plan in force
SELECT 'rencana' AS tabel, rencana_id::VARCHAR AS kunci, count(*) AS n
FROM rencana_sampel
GROUP BY ALL
HAVING count(*) > 1
UNION ALL
SELECT 'berlaku', periode_kode || ' ' || pengumpul, count(*)
FROM rencana_sampel
WHERE status = 'berlaku'
GROUP BY ALL
HAVING count(*) > 1
UNION ALL
SELECT 'kelurahan', rencana_id || ' ' || wilayah_kode, count(*)
FROM rencana_kelurahan
GROUP BY ALL
HAVING count(*) > 1
UNION ALL
SELECT 'sasaran', rencana_id || ' ' || wilayah_kode || ' ' || layanan_kode, count(*)
FROM rencana_sasaran
GROUP BY ALL
HAVING count(*) > 1;
