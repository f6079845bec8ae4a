-- one row per kelurahan and layanan of one sample plan
SELECT
    wilayah_kode AS kelurahan,
    layanan_kode AS layanan,
    target_awal,
    target,
    diubah_waktu,
    diubah_oleh
FROM rencana_sasaran
JOIN layanan USING (layanan_kode)
WHERE rencana_id = $rencana_id
ORDER BY wilayah_kode, layanan.urutan;
