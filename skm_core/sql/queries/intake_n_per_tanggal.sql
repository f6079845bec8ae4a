-- one row per date among the accepted rows of a periode, with its count
SELECT tanggal, count(*) AS n
FROM bersih
WHERE NOT ditolak AND periode_kode = $periode AND tanggal IS NOT NULL
GROUP BY ALL
ORDER BY ALL;
