-- one row per accepted row of a correction: from here on it has the place of the row it mends
UPDATE bersih
SET lembar = asal_lembar, baris = asal_baris
FROM koreksi
WHERE NOT ditolak AND koreksi.baris = bersih.baris AND koreksi.lembar IS NOT DISTINCT FROM bersih.lembar;
