-- one row per pair of figures (sasaran), periode, pengumpul and wilayah: sums over respondents of their linearized values
WITH sel AS ( -- which cell of the counts belongs to which group
    SELECT
        unnest($sel_periode::VARCHAR[]) AS periode_kode,
        unnest($sel_pengumpul::VARCHAR[]) AS pengumpul,
        unnest($sel_layanan::VARCHAR[]) AS layanan_kode,
        unnest($sel_kelurahan::VARCHAR[]) AS wilayah_kode,
        unnest($sel_golongan::VARCHAR[]) AS golongan,
        unnest($sel_instrumen::VARCHAR[]) AS instrumen_kode,
        unnest($sel_bagian::INTEGER[]) AS bagian
),
bagian_rasio AS ( -- ratio of b1..b20 within each group and instrumen
    SELECT unnest($bagian::INTEGER[]) AS bagian, unnest($rasio::DOUBLE[20][]) AS rasio
),
koefisien AS ( -- linearization of each figure: fixed part, and coefficient of b1..b20 less their ratio
    SELECT
        unnest($sasaran_bagian::INTEGER[]) AS bagian,
        unnest($sasaran::INTEGER[]) AS sasaran,
        unnest($tetap::DOUBLE[]) AS tetap,
        unnest($koef::DOUBLE[20][]) AS koef
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
    WHERE list_contains($periode, periode_kode)
      AND list_contains($pengumpul, pengumpul)
),
residu AS (
    SELECT
        bagian,
        periode_kode,
        pengumpul,
        wilayah_kode,
        responden_kunci,
        [
            coalesce(b1 - rasio[1], 0), coalesce(b2 - rasio[2], 0), coalesce(b3 - rasio[3], 0), coalesce(b4 - rasio[4], 0),
            coalesce(b5 - rasio[5], 0), coalesce(b6 - rasio[6], 0), coalesce(b7 - rasio[7], 0), coalesce(b8 - rasio[8], 0),
            coalesce(b9 - rasio[9], 0), coalesce(b10 - rasio[10], 0), coalesce(b11 - rasio[11], 0), coalesce(b12 - rasio[12], 0),
            coalesce(b13 - rasio[13], 0), coalesce(b14 - rasio[14], 0), coalesce(b15 - rasio[15], 0), coalesce(b16 - rasio[16], 0),
            coalesce(b17 - rasio[17], 0), coalesce(b18 - rasio[18], 0), coalesce(b19 - rasio[19], 0), coalesce(b20 - rasio[20], 0)
        ]::DOUBLE[20] AS residu
    FROM terpilih
    JOIN sel USING (periode_kode, pengumpul, layanan_kode, wilayah_kode, golongan, instrumen_kode)
    JOIN bagian_rasio USING (bagian)
),
kuesioner_galat AS (
    SELECT
        sasaran, periode_kode, pengumpul, wilayah_kode, responden_kunci,
        tetap + array_inner_product(residu, koef) AS u
    FROM residu
    JOIN koefisien USING (bagian)
),
responden_galat AS (
    SELECT
        sasaran, periode_kode, pengumpul, wilayah_kode, responden_kunci,
        count(*) AS n_kuesioner, sum(u) AS u, sum(u * u) AS uu_kuesioner
    FROM kuesioner_galat
    GROUP BY ALL
)
SELECT
    kiri.sasaran AS kiri,
    kanan.sasaran AS kanan,
    periode_kode AS periode,
    pengumpul,
    wilayah_kode AS kelurahan,
    count(*) AS n_responden,
    sum(kiri.u) AS u,
    sum(kiri.u * kanan.u) AS uu,
    sum(kiri.uu_kuesioner) AS uu_kuesioner
FROM responden_galat AS kiri
JOIN responden_galat AS kanan USING (periode_kode, pengumpul, wilayah_kode, responden_kunci)
WHERE kanan.sasaran >= kiri.sasaran
  AND (kanan.sasaran = kiri.sasaran OR $silang)
GROUP BY ALL
ORDER BY ALL;
