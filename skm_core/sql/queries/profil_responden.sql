-- one row per field of the profile and answer: how many people gave it; each person once, NULL = left blank
WITH orang AS ( -- who fills several questionnaires may differ between them: the smallest answer counts, so the order never matters
    SELECT
        responden_kunci,
        min(jenis_kelamin) AS jenis_kelamin,
        min(usia) AS usia,
        min(pendidikan) AS pendidikan,
        min(pekerjaan) AS pekerjaan
    FROM kuesioner_aktif
    WHERE ($periode IS NULL OR list_contains($periode, periode_kode))
      AND ($layanan IS NULL OR list_contains($layanan, layanan_kode))
      AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
      AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
    GROUP BY responden_kunci
),
terkelompok AS (
    SELECT
        jenis_kelamin,
        CASE
            WHEN usia < 20 THEN '<20'
            WHEN usia < 60 THEN (usia // 10 * 10)::VARCHAR || '-' || (usia // 10 * 10 + 9)::VARCHAR
            WHEN usia >= 60 THEN '60+'
        END AS usia,
        pendidikan,
        pekerjaan
    FROM orang
)
SELECT 'jenis_kelamin' AS bidang, jenis_kelamin AS jawaban, count(*) AS n FROM terkelompok GROUP BY ALL
UNION ALL
SELECT 'usia' AS bidang, usia AS jawaban, count(*) AS n FROM terkelompok GROUP BY ALL
UNION ALL
SELECT 'pendidikan' AS bidang, pendidikan AS jawaban, count(*) AS n FROM terkelompok GROUP BY ALL
UNION ALL
SELECT 'pekerjaan' AS bidang, pekerjaan AS jawaban, count(*) AS n FROM terkelompok GROUP BY ALL
ORDER BY bidang, n DESC, jawaban;
