-- one row per instrumen and unsur that carries its own weight
SELECT instrumen_kode, unsur_kunci, bobot
FROM bobot
ORDER BY instrumen_kode, unsur_kunci;
