-- one row per key of the accepted rows, by which a later export is recognised
SELECT DISTINCT asal_kunci
FROM bersih
WHERE NOT ditolak AND asal_kunci IS NOT NULL;
