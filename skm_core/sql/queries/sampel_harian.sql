-- one row per day on which questionnaires of one periode and pengumpul were filled; tanggal NULL = undated
SELECT tanggal, count(*) AS n_kuesioner
FROM kuesioner_aktif
WHERE periode_kode = $periode
  AND pengumpul = $pengumpul
  AND (tanggal IS NULL OR tanggal <= $pada)
GROUP BY tanggal
ORDER BY tanggal;
