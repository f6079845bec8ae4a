-- one row per questionnaire of one periode and pengumpul: number of its cell, its person, answers b1..b20 (0 = blank)
WITH sel AS (
    SELECT
        unnest($sel_layanan::VARCHAR[]) AS layanan_kode,
        unnest($sel_kelurahan::VARCHAR[]) AS wilayah_kode,
        unnest($sel_golongan::VARCHAR[]) AS golongan,
        unnest($sel_instrumen::VARCHAR[]) AS instrumen_kode,
        unnest($sel_nomor::INTEGER[]) AS sel
),
terpilih AS (
    SELECT
        *,
        coalesce(CASE $profil
            WHEN 'jenis_kelamin' THEN jenis_kelamin
            WHEN 'pendidikan' THEN pendidikan
            WHEN 'pekerjaan' THEN pekerjaan
            WHEN 'usia' THEN CASE
                WHEN usia < 20 THEN '<20'
                WHEN usia < 60 THEN (usia // 10 * 10)::VARCHAR || '-' || (usia // 10 * 10 + 9)::VARCHAR
                WHEN usia >= 60 THEN '60+'
            END
        END, '') AS golongan
    FROM (
        SELECT * FROM kuesioner_aktif WHERE NOT $hanya_lengkap
        UNION ALL
        SELECT * FROM kuesioner_lengkap WHERE $hanya_lengkap
    )
    WHERE periode_kode = $periode
      AND pengumpul = $pengumpul
)
SELECT
    sel,
    responden_kunci AS responden,
    coalesce(b1, 0) AS b1, coalesce(b2, 0) AS b2, coalesce(b3, 0) AS b3, coalesce(b4, 0) AS b4, coalesce(b5, 0) AS b5,
    coalesce(b6, 0) AS b6, coalesce(b7, 0) AS b7, coalesce(b8, 0) AS b8, coalesce(b9, 0) AS b9, coalesce(b10, 0) AS b10,
    coalesce(b11, 0) AS b11, coalesce(b12, 0) AS b12, coalesce(b13, 0) AS b13, coalesce(b14, 0) AS b14, coalesce(b15, 0) AS b15,
    coalesce(b16, 0) AS b16, coalesce(b17, 0) AS b17, coalesce(b18, 0) AS b18, coalesce(b19, 0) AS b19, coalesce(b20, 0) AS b20
FROM terpilih
JOIN sel USING (layanan_kode, wilayah_kode, golongan, instrumen_kode);
