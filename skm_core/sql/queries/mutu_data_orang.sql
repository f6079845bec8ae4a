-- one row per pengumpul and wilayah of a selection: people, their ages, and the day on which most of them answered
WITH terpilih AS (
    SELECT pengumpul, wilayah_kode, responden_kunci, tanggal, usia
    FROM (
        SELECT * FROM kuesioner_aktif WHERE NOT $hanya_lengkap
        UNION ALL
        SELECT * FROM kuesioner_lengkap WHERE $hanya_lengkap
    )
    WHERE ($periode IS NULL OR list_contains($periode, periode_kode))
      AND ($layanan IS NULL OR list_contains($layanan, layanan_kode))
      AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
      AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
),
orang AS (
    SELECT pengumpul, wilayah_kode, responden_kunci, any_value(usia) AS usia
    FROM terpilih
    GROUP BY ALL
),
hari AS (
    SELECT pengumpul, wilayah_kode, tanggal, count(DISTINCT responden_kunci) AS n_hari
    FROM terpilih
    WHERE tanggal IS NOT NULL
    GROUP BY ALL
),
terpadat AS (
    SELECT
        pengumpul,
        wilayah_kode,
        sum(n_hari)::BIGINT AS n_tanggal,
        max(n_hari) AS hari_terpadat,
        arg_max(tanggal, (n_hari, tanggal)) AS tanggal_terpadat
    FROM hari
    GROUP BY ALL
)
SELECT
    pengumpul,
    wilayah_kode AS kelurahan,
    tingkat,
    count(*) AS n_orang,
    coalesce(any_value(n_tanggal), 0) AS n_tanggal,
    coalesce(any_value(hari_terpadat), 0) AS hari_terpadat,
    any_value(tanggal_terpadat) AS tanggal_terpadat,
    count_if(usia BETWEEN 23 AND 62) AS n_usia,
    count_if(usia BETWEEN 23 AND 62 AND usia % 5 = 0) AS usia_bulat
FROM orang
JOIN wilayah USING (wilayah_kode)
LEFT JOIN terpadat USING (pengumpul, wilayah_kode)
GROUP BY ALL
ORDER BY ALL;
