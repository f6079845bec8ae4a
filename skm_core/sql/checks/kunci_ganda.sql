-- one row per key that a table holds more than once
SELECT 'periode' AS tabel, periode_kode AS kunci, count(*) AS n FROM periode GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'layanan', layanan_kode, count(*) FROM layanan GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'wilayah', wilayah_kode, count(*) FROM wilayah GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'unsur', unsur_kunci, count(*) FROM unsur GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'instrumen', instrumen_kode, count(*) FROM instrumen GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'butir', instrumen_kode || '.' || kolom, count(*) FROM butir GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'bobot', instrumen_kode || '.' || unsur_kunci, count(*) FROM bobot GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'unggahan', unggahan_id::VARCHAR, count(*) FROM unggahan GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'pengaturan', kunci, count(*) FROM pengaturan GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'meta', kunci, count(*) FROM meta GROUP BY ALL HAVING count(*) > 1;
