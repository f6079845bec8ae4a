-- one row per unsur
SELECT unsur_kunci AS kunci, unsur_nama AS nama, unsur_pendek AS pendek, aturan, nomor, uraian
FROM unsur
ORDER BY aturan DESC NULLS LAST, nomor, unsur_kunci;
