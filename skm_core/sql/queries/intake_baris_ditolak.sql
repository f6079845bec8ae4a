-- one row per refused row of a sheet, the first ones
SELECT baris
FROM bersih
WHERE ditolak AND lembar IS NOT DISTINCT FROM $lembar
UNION ALL
SELECT baris
FROM lewati
WHERE tabel = $tabel AND jenis = 'tanpa_nomor'
ORDER BY baris
LIMIT $n;
