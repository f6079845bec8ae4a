-- one row per pengumpul and figure of one group of questionnaires as it was fixed
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
WHERE penetapan_id = $penetapan_id
    AND layanan_kode IS NOT DISTINCT FROM $layanan
    AND kecamatan_kode IS NOT DISTINCT FROM $kecamatan
    AND kelurahan_kode IS NOT DISTINCT FROM $kelurahan
ORDER BY pengumpul, unsur_kunci;
