-- one row: how many comments are held back because their place and service has too few questionnaires to hide who wrote them
SELECT coalesce(sum(n_saran), 0)::BIGINT AS n
FROM (
    SELECT count(*) FILTER (regexp_matches(saran, '\pL')) AS n_saran
    FROM kuesioner_aktif
    WHERE ($periode IS NULL OR list_contains($periode, periode_kode))
      AND ($layanan IS NULL OR list_contains($layanan, layanan_kode))
      AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
      AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
    GROUP BY periode_kode, layanan_kode, wilayah_kode, pengumpul
    HAVING count(*) < $n_sembunyi
);
