-- one row: a new follow-up item
INSERT INTO tindak_lanjut BY NAME
SELECT
    $rtl_id AS rtl_id,
    $periode AS periode_kode,
    $layanan AS layanan_kode,
    $unsur AS unsur_kunci,
    $program AS program,
    $jenis AS jenis,
    $tahun AS tahun,
    $tw1 AS tw1,
    $tw2 AS tw2,
    $tw3 AS tw3,
    $tw4 AS tw4,
    $penanggung_jawab AS penanggung_jawab,
    $status AS status,
    $kemajuan_pct AS kemajuan_pct,
    $catatan AS catatan,
    $selesai_pada AS selesai_pada,
    1 AS versi,
    $waktu AS dibuat_waktu,
    $oleh AS dibuat_oleh,
    $waktu AS diubah_waktu,
    $oleh AS diubah_oleh;
