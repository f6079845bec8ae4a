-- one row per respondent's row of the combinations asked for
SELECT isian.baris, konteks.nomor, count(*) OVER () AS semua
FROM isian
JOIN konteks
    ON isian.periode IS NOT DISTINCT FROM c_periode
    AND isian.layanan IS NOT DISTINCT FROM c_layanan
    AND isian.kelurahan IS NOT DISTINCT FROM c_kelurahan
    AND isian.kecamatan IS NOT DISTINCT FROM c_kecamatan
    AND isian.kode_kelurahan IS NOT DISTINCT FROM c_kode_kelurahan
    AND isian.pengumpul IS NOT DISTINCT FROM c_pengumpul
WHERE list_contains($dicari, konteks.nomor)
ORDER BY isian.baris
LIMIT $batas;
