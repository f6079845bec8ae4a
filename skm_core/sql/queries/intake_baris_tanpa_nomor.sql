-- one row per row of a numbered sheet that has answers but no number
SELECT baris, count(*) OVER () AS semua
FROM lewati
WHERE tabel = $tabel AND jenis = 'tanpa_nomor'
ORDER BY baris
LIMIT $batas;
