-- one row: the date of the report of a periode, as somebody states it
INSERT INTO tindak_lanjut_laporan VALUES ($periode, $tanggal, $waktu, $oleh);
