-- one row per new unggahan: its number
INSERT INTO unggahan
SELECT
    coalesce(max(unggahan_id), 0) + 1,
    $waktu,
    $pengunggah,
    $nama,
    $sha256,
    $ukuran,
    $tata_letak,
    $pilihan,
    $n_diterima,
    $n_ditolak,
    'aktif',
    $waktu,
    $pengunggah
FROM unggahan
RETURNING unggahan_id;
