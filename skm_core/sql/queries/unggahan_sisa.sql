-- one row: questionnaires of a restored unggahan that no other one holds, and the first unggahan that holds any
SELECT count(*) FILTER (banding.nomor IS NULL), min(banding.unggahan_id)
FROM draf
LEFT JOIN banding USING (nomor);
