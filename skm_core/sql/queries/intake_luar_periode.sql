-- one row per draft: accepted rows of a periode dated outside it, and the first of them
SELECT count(*), min(baris)
FROM bersih
WHERE NOT ditolak AND periode_kode = $periode AND (tanggal < $mulai OR tanggal > $selesai);
