-- one row per new layanan, none if its key exists
INSERT INTO layanan
SELECT $kode, $nama, $nama, 'layanan', $urutan, NULL, NULL, true
WHERE NOT EXISTS (SELECT 1 FROM layanan WHERE layanan_kode = $kode);
