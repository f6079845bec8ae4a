-- one row per event of an unggahan
INSERT INTO unggahan_peristiwa
VALUES ($unggahan_id, $waktu, $oleh, $peristiwa, $revisi_alasan);
