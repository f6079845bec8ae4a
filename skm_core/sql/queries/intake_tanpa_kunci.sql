-- one row: whether questionnaires without a key are stored in these periode
SELECT count(*) > 0
FROM (SELECT 1 FROM kuesioner_aktif WHERE asal_kunci IS NULL AND list_contains($periode, periode_kode) LIMIT 1);
