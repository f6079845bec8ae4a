-- one row per wilayah and layanan of one periode and pengumpul, and one per wilayah with layanan NULL
SELECT
    wilayah_kode AS kelurahan,
    layanan_kode AS layanan,
    count(*) AS n_kuesioner,
    count(*) FILTER (tanggal > $sejak) AS n_baru,
    count(DISTINCT responden_kunci) AS n_responden
FROM kuesioner_aktif
WHERE periode_kode = $periode
  AND pengumpul = $pengumpul
  AND (tanggal IS NULL OR tanggal <= $pada)
GROUP BY GROUPING SETS ((wilayah_kode, layanan_kode), (wilayah_kode))
ORDER BY ALL;
