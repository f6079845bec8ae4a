-- one row per follow-up item of a periode, or one item by its number
SELECT
    rtl_id,
    periode_kode AS periode,
    layanan_kode AS layanan,
    unsur_kunci AS unsur,
    program,
    jenis,
    tahun,
    tw1,
    tw2,
    tw3,
    tw4,
    penanggung_jawab,
    status,
    kemajuan_pct,
    catatan,
    selesai_pada,
    versi,
    dibuat_waktu,
    dibuat_oleh,
    diubah_waktu,
    diubah_oleh
FROM tindak_lanjut
WHERE ($periode::VARCHAR IS NULL OR periode_kode = $periode)
  AND ($rtl_id::INTEGER IS NULL OR rtl_id = $rtl_id)
ORDER BY rtl_id;
