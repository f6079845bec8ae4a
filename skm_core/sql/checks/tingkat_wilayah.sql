-- one row per place whose code does not fit its level or its kecamatan
WITH bagian AS (
    SELECT wilayah_kode, tingkat, kecamatan_kode, string_split(wilayah_kode, '.') AS potongan
    FROM wilayah
)
SELECT wilayah_kode, tingkat, kecamatan_kode
FROM bagian
WHERE len(potongan) <> CASE tingkat WHEN 'kota' THEN 2 WHEN 'kecamatan' THEN 3 ELSE 4 END
   OR kecamatan_kode IS DISTINCT FROM CASE WHEN tingkat <> 'kota' THEN array_to_string(potongan[1:3], '.') END;
