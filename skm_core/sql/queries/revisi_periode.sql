-- one row per revision of a periode since a moment, oldest first
SELECT peristiwa.waktu, peristiwa.oleh, peristiwa.peristiwa, peristiwa.revisi_alasan AS alasan, unggahan_id
FROM unggahan_peristiwa AS peristiwa
SEMI JOIN (SELECT unggahan_id FROM kuesioner WHERE periode_kode = $periode) USING (unggahan_id)
WHERE peristiwa.revisi_alasan IS NOT NULL AND peristiwa.waktu >= $sejak
ORDER BY peristiwa.waktu;
