-- one row per combination of time, service and place cells, with its count and first row
SELECT periode, layanan, kelurahan, kecamatan, kode_kelurahan, pengumpul, count(*) AS n, min(baris) AS baris
FROM isian
GROUP BY ALL
ORDER BY baris;
