-- one row per periode, pengumpul, layanan, wilayah, group of the chosen profile field and instrumen; lists over b1..b20
WITH terpilih AS ( -- grouped only afterwards: GROUP BY ALL on an expression with a bound value would split by its columns
    SELECT
        *,
        CASE $profil
            WHEN 'jenis_kelamin' THEN jenis_kelamin
            WHEN 'pendidikan' THEN pendidikan
            WHEN 'pekerjaan' THEN pekerjaan
            WHEN 'usia' THEN CASE
                WHEN usia < 20 THEN '<20'
                WHEN usia < 60 THEN (usia // 10 * 10)::VARCHAR || '-' || (usia // 10 * 10 + 9)::VARCHAR
                WHEN usia >= 60 THEN '60+'
            END
        END AS golongan
    FROM (
        SELECT * FROM kuesioner_aktif WHERE NOT $hanya_lengkap
        UNION ALL
        SELECT * FROM kuesioner_lengkap WHERE $hanya_lengkap
    )
)
SELECT
    periode_kode AS periode,
    pengumpul,
    layanan_kode AS layanan,
    wilayah_kode AS kelurahan,
    golongan,
    instrumen_kode AS instrumen,
    count(*) AS n_kuesioner,
    [
        count(b1), count(b2), count(b3), count(b4), count(b5), count(b6), count(b7), count(b8), count(b9), count(b10),
        count(b11), count(b12), count(b13), count(b14), count(b15), count(b16), count(b17), count(b18), count(b19), count(b20)
    ] AS n_jawaban,
    [
        coalesce(sum(b1), 0), coalesce(sum(b2), 0), coalesce(sum(b3), 0), coalesce(sum(b4), 0), coalesce(sum(b5), 0),
        coalesce(sum(b6), 0), coalesce(sum(b7), 0), coalesce(sum(b8), 0), coalesce(sum(b9), 0), coalesce(sum(b10), 0),
        coalesce(sum(b11), 0), coalesce(sum(b12), 0), coalesce(sum(b13), 0), coalesce(sum(b14), 0), coalesce(sum(b15), 0),
        coalesce(sum(b16), 0), coalesce(sum(b17), 0), coalesce(sum(b18), 0), coalesce(sum(b19), 0), coalesce(sum(b20), 0)
    ]::BIGINT[] AS jumlah_nilai
FROM terpilih
WHERE golongan IS NOT NULL
GROUP BY ALL
ORDER BY periode, pengumpul, layanan, kelurahan, golongan, instrumen;
