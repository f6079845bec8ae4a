-- one row per accepted row of a correction that is no refused row of the file it mends
SELECT DISTINCT bersih.baris, count(*) OVER () AS semua
FROM bersih
ANTI JOIN koreksi ON koreksi.baris = bersih.baris AND koreksi.lembar IS NOT DISTINCT FROM bersih.lembar
WHERE NOT ditolak
ORDER BY bersih.baris
LIMIT $batas;
