-- one row per wilayah and layanan of one periode and pengumpul
SELECT
    wilayah_kode AS kelurahan,
    layanan_kode AS layanan,
    count(*) AS n_kuesioner,
    count(DISTINCT responden_kunci) AS n_responden,
    min(tanggal) AS pertama,
    max(tanggal) AS terakhir
FROM kuesioner_aktif
WHERE periode_kode = $periode
  AND pengumpul = $pengumpul
GROUP BY ALL
ORDER BY ALL;
