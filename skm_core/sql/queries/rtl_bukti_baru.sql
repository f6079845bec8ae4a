-- one row: a new piece of evidence
INSERT INTO tindak_lanjut_bukti
VALUES ($bukti_id, $rtl_id, $jenis, $nama, $alamat, $ukuran, $waktu, $oleh, NULL, NULL);
