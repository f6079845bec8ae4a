-- one row per new place, none if its code exists
INSERT INTO wilayah (wilayah_kode, tingkat, wilayah_nama, kecamatan_kode)
SELECT $kode, $tingkat, $nama, $kecamatan_kode
WHERE NOT EXISTS (SELECT 1 FROM wilayah WHERE wilayah_kode = $kode);
