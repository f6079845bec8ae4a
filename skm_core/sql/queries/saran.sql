-- one row per comment, newest first, only from places and services with enough questionnaires to hide who wrote it
WITH sel AS (
    SELECT
        saran AS teks,
        layanan_kode AS layanan,
        wilayah_kode AS wilayah,
        tanggal,
        unggahan_id,
        baris,
        count(*) OVER (PARTITION BY periode_kode, layanan_kode, wilayah_kode, pengumpul) AS n_kuesioner
    FROM kuesioner_aktif
    WHERE ($periode IS NULL OR list_contains($periode, periode_kode))
      AND ($layanan IS NULL OR list_contains($layanan, layanan_kode))
      AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
      AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
)
SELECT teks, layanan, wilayah, tanggal, count(*) OVER () AS n_saran
FROM sel
WHERE regexp_matches(teks, '\pL') AND n_kuesioner >= $n_sembunyi
ORDER BY tanggal DESC NULLS LAST, unggahan_id, baris
LIMIT $n_paling_banyak;
