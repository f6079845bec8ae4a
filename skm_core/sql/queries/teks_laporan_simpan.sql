-- one row: a passage as a person wrote it
INSERT INTO teks_laporan VALUES ($periode, $lingkup, $pengumpul, $kunci, $teks, $bawaan, $waktu, $oleh);
