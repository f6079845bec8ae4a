-- one row per place whose code does not fit its level or its kecamatan
SELECT wilayah_kode, tingkat, kecamatan_kode
FROM wilayah
WHERE kecamatan_kode IS DISTINCT FROM CASE WHEN tingkat <> 'kota' THEN left(wilayah_kode, 8) END
  AND starts_with(wilayah_kode, '31.');
