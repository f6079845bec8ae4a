-- one row: a follow-up item with new content, if it still is the version that was seen
UPDATE tindak_lanjut SET
    layanan_kode = $layanan,
    unsur_kunci = $unsur,
    program = $program,
    jenis = $jenis,
    tahun = $tahun,
    tw1 = $tw1,
    tw2 = $tw2,
    tw3 = $tw3,
    tw4 = $tw4,
    penanggung_jawab = $penanggung_jawab,
    status = $status,
    kemajuan_pct = $kemajuan_pct,
    catatan = $catatan,
    selesai_pada = $selesai_pada,
    versi = versi + 1,
    diubah_waktu = $waktu,
    diubah_oleh = $oleh
WHERE rtl_id = $rtl_id
  AND versi = $versi
RETURNING versi;
