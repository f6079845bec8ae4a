-- one row per instrumen
SELECT instrumen_kode AS kode, instrumen_nama AS nama, aturan, sumber
FROM instrumen
ORDER BY instrumen_kode;
