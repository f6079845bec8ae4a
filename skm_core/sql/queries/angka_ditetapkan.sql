-- one row per group of questionnaires and figure of a penetapan
SELECT
    layanan_kode AS layanan,
    kecamatan_kode AS kecamatan,
    kelurahan_kode AS kelurahan,
    pengumpul,
    unsur_kunci AS unsur,
    n,
    nilai,
    mutu
FROM angka_ditetapkan
WHERE penetapan_id = $penetapan_id;
