-- one row: the number of the new penetapan
INSERT INTO penetapan
SELECT coalesce(max(penetapan_id), 0) + 1, $periode, $waktu, $oleh, $versi_data, $catatan
FROM penetapan
RETURNING penetapan_id;
