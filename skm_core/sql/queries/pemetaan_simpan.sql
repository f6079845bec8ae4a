-- one row: the mapping that is kept
INSERT INTO pemetaan (nama, tanda, isi, disimpan_waktu, disimpan_oleh)
VALUES ($nama, $tanda, $isi, $waktu, $oleh);
