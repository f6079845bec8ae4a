-- one row: whether any key of the draft is stored and counts
SELECT count(*) > 0
FROM (SELECT 1 FROM kuesioner_aktif SEMI JOIN kunci_draf USING (asal_kunci) LIMIT 1);
