-- one row per periode and pengumpul with data in the selection
SELECT
    periode_kode AS periode,
    pengumpul,
    list_sort(list(DISTINCT layanan_kode)) AS layanan,
    list_sort(list(DISTINCT instrumen_kode)) AS instrumen,
    count(*) AS n_kuesioner,
    count(DISTINCT responden_kunci) AS n_responden,
    count(DISTINCT wilayah_kode) FILTER (length(wilayah_kode) = 13) AS n_kelurahan
FROM kuesioner_aktif
WHERE ($layanan IS NULL OR list_contains($layanan, layanan_kode))
  AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
  AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
GROUP BY ALL;
