-- one row per row of a sheet that is a total, a title or a legend
SELECT baris
FROM lewati
WHERE tabel = $tabel AND jenis = 'ringkasan';
