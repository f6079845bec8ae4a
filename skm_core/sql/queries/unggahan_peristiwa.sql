-- one row per event of an unggahan, oldest first
SELECT peristiwa, waktu, oleh, revisi_alasan AS revisi
FROM unggahan_peristiwa
WHERE unggahan_id = $unggahan_id
ORDER BY waktu;
