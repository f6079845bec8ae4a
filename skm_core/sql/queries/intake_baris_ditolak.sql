-- one row per refused row of a sheet
SELECT DISTINCT baris
FROM bersih
WHERE ditolak AND lembar IS NOT DISTINCT FROM $lembar
UNION
SELECT baris
FROM lewati
WHERE tabel = $tabel AND jenis = 'tanpa_nomor'
ORDER BY baris;
