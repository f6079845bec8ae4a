-- one row per filled questionnaire of an active unggahan, with signs that it may not have been filled with care
CREATE OR REPLACE VIEW kuesioner_tanda AS
WITH berpola AS (
    SELECT
        *,
        concat(
            coalesce(b1::VARCHAR, '-'),
            coalesce(b2::VARCHAR, '-'),
            coalesce(b3::VARCHAR, '-'),
            coalesce(b4::VARCHAR, '-'),
            coalesce(b5::VARCHAR, '-'),
            coalesce(b6::VARCHAR, '-'),
            coalesce(b7::VARCHAR, '-'),
            coalesce(b8::VARCHAR, '-'),
            coalesce(b9::VARCHAR, '-'),
            coalesce(b10::VARCHAR, '-'),
            coalesce(b11::VARCHAR, '-'),
            coalesce(b12::VARCHAR, '-'),
            coalesce(b13::VARCHAR, '-'),
            coalesce(b14::VARCHAR, '-'),
            coalesce(b15::VARCHAR, '-'),
            coalesce(b16::VARCHAR, '-'),
            coalesce(b17::VARCHAR, '-'),
            coalesce(b18::VARCHAR, '-'),
            coalesce(b19::VARCHAR, '-'),
            coalesce(b20::VARCHAR, '-')
        ) AS pola
    FROM kuesioner_aktif
),
wajib AS ( -- bit i-1 stands for item b<i>
    SELECT instrumen_kode, count(*) AS n_butir, sum(1 << (kolom[2:]::INTEGER - 1))::INTEGER AS butir_wajib
    FROM butir
    WHERE peran <> 'tambahan'
    GROUP BY instrumen_kode
),
dihitung AS (
    SELECT
        *,
        length(replace(pola, '-', '')) AS n_terisi,
        coalesce(list_max(list_transform(regexp_extract_all(pola, '1+|2+|3+|4+'), lambda runtun: length(runtun))), 0)
            AS runtun_terpanjang,
        count(*) OVER (
            PARTITION BY unggahan_id, periode_kode, layanan_kode, wilayah_kode, pengumpul, pola,
                jenis_kelamin, usia, pendidikan, pekerjaan, tanggal, saran
        ) AS n_kembar,
        count(*) OVER (PARTITION BY unggahan_id, periode_kode, layanan_kode, wilayah_kode, pengumpul, pola) AS n_sepola,
        count(*) OVER (PARTITION BY unggahan_id, periode_kode, layanan_kode, wilayah_kode, pengumpul) AS n_setumpuk,
        usia IS NOT NULL OR saran IS NOT NULL AS dikenali -- without either, equal forms may well be of two people
    FROM berpola
)
SELECT
    dihitung.*,
    n_terisi >= 5 AND least(b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20)
        = greatest(b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20) AS seragam,
    n_terisi >= 5 AND 3 * runtun_terpanjang >= 2 * n_butir AS runtun_panjang,
    n_terisi >= 5 AND n_kembar > 1 AND dikenali AS identik,
    -- a tenth of its batch, because any pattern comes back thrice among thousands
    n_terisi >= 5 AND n_sepola >= 3 AND 10 * n_sepola >= n_setumpuk AND runtun_terpanjang < n_terisi AS pola_berulang,
    (
        (b1 IS NULL)::INTEGER * 1 +
        (b2 IS NULL)::INTEGER * 2 +
        (b3 IS NULL)::INTEGER * 4 +
        (b4 IS NULL)::INTEGER * 8 +
        (b5 IS NULL)::INTEGER * 16 +
        (b6 IS NULL)::INTEGER * 32 +
        (b7 IS NULL)::INTEGER * 64 +
        (b8 IS NULL)::INTEGER * 128 +
        (b9 IS NULL)::INTEGER * 256 +
        (b10 IS NULL)::INTEGER * 512 +
        (b11 IS NULL)::INTEGER * 1024 +
        (b12 IS NULL)::INTEGER * 2048 +
        (b13 IS NULL)::INTEGER * 4096 +
        (b14 IS NULL)::INTEGER * 8192 +
        (b15 IS NULL)::INTEGER * 16384 +
        (b16 IS NULL)::INTEGER * 32768 +
        (b17 IS NULL)::INTEGER * 65536 +
        (b18 IS NULL)::INTEGER * 131072 +
        (b19 IS NULL)::INTEGER * 262144 +
        (b20 IS NULL)::INTEGER * 524288
    ) & butir_wajib > 0 AS ada_kosong,
    coalesce(tanggal < mulai OR tanggal > selesai, false) OR coalesce(tanggal > hari_unggah, false) AS di_luar_tanggal
FROM dihitung
JOIN wajib USING (instrumen_kode)
JOIN periode USING (periode_kode)
JOIN (SELECT unggahan_id, (waktu + INTERVAL 7 HOUR)::DATE AS hari_unggah FROM unggahan) USING (unggahan_id); -- kept in UTC
