-- one row: the number of the quote that is now chosen
INSERT INTO kutipan
SELECT coalesce(max(kutipan_id), 0) + 1, $unggahan_id, $lembar, $baris, $layanan, $waktu, $oleh, NULL, NULL
FROM kutipan
RETURNING kutipan_id;
