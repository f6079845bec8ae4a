-- one row per periode, pengumpul, layanan, wilayah, group of the chosen profile field and instrumen, with lists over items
WITH terpilih AS (
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
    WHERE ($periode IS NULL OR list_contains($periode, periode_kode))
      AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
),
sel AS (
    SELECT
        periode_kode, pengumpul, layanan_kode, wilayah_kode, golongan, instrumen_kode, count(*) AS n_kuesioner,
        struct_pack(
            n_jawaban := count(COLUMNS('^b\d+$')),
            jumlah_nilai := coalesce(sum(COLUMNS('^b\d+$')), 0)::BIGINT
        ) AS '\0'
    FROM terpilih
    WHERE golongan IS NOT NULL
    GROUP BY ALL
),
sel_butir AS (
    UNPIVOT sel ON COLUMNS('^b\d+$') INTO NAME kolom VALUE hitungan
)
SELECT
    periode_kode AS periode,
    pengumpul,
    layanan_kode AS layanan,
    wilayah_kode AS kelurahan,
    coalesce(wilayah.kecamatan_kode, wilayah_kode) AS kecamatan,
    golongan,
    instrumen_kode AS instrumen,
    n_kuesioner,
    list(kolom ORDER BY urutan) AS kolom,
    list(hitungan.n_jawaban ORDER BY urutan) AS n_jawaban,
    list(hitungan.jumlah_nilai ORDER BY urutan) AS jumlah_nilai
FROM sel_butir
JOIN butir USING (instrumen_kode, kolom)
JOIN wilayah USING (wilayah_kode)
WHERE peran <> 'tambahan'
GROUP BY ALL
ORDER BY periode, pengumpul, layanan, kelurahan, golongan, instrumen;
