-- one row per periode, layanan, place and pengumpul among the accepted rows, with its count and dates
SELECT periode_kode, layanan_kode, wilayah_kode, pengumpul, count(*) AS n, min(tanggal), max(tanggal)
FROM bersih
WHERE NOT ditolak
GROUP BY ALL
ORDER BY ALL;
