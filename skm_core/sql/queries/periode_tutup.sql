-- one row: the periode whose results are fixed
UPDATE periode
SET status = 'tutup'
WHERE periode_kode = $periode;
