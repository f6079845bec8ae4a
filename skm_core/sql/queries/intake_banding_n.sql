-- one row: questionnaires of the draft already filled in from this file, stored unchanged, and stored otherwise
WITH pertama AS (
    SELECT min(unggahan_id) AS unggahan_id FROM banding
)
SELECT
    count(*) FILTER (jenis = 'terisi'),
    count(*) FILTER (jenis = 'sama'),
    count(*) FILTER (jenis = 'berubah'),
    (SELECT unggahan_id FROM pertama),
    coalesce((SELECT any_value(berkas_nama) FROM unggahan SEMI JOIN pertama USING (unggahan_id)), '')
FROM banding;
