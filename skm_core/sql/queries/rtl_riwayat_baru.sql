-- one row: a field of a follow-up item that was given a value or changed
INSERT INTO tindak_lanjut_riwayat VALUES ($rtl_id, $versi, $waktu, $oleh, $kolom, $sebelum, $sesudah);
