-- one row: the stated date of the report of a periode that holds now
SELECT tanggal, waktu, oleh
FROM tindak_lanjut_laporan
WHERE periode_kode = $periode
ORDER BY waktu DESC, rowid DESC
LIMIT 1;
