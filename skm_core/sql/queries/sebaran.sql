-- one row per unsur (or item of a panel), with the counts of each answer
SELECT
    coalesce(unsur_kunci, kolom) AS kunci,
    sum(n_1)::BIGINT AS n_1,
    sum(n_2)::BIGINT AS n_2,
    sum(n_3)::BIGINT AS n_3,
    sum(n_4)::BIGINT AS n_4
FROM sebaran_butir
WHERE peran <> 'tambahan'
  AND ($periode IS NULL OR list_contains($periode, periode_kode))
  AND ($layanan IS NULL OR list_contains($layanan, layanan_kode))
  AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
  AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
GROUP BY ALL
ORDER BY kunci;
