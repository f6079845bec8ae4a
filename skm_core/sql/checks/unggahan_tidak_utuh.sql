-- one row per unggahan whose stored questionnaires are not as many as it accepted
WITH tersimpan AS (
    SELECT unggahan_id, count(*) AS n
    FROM kuesioner
    WHERE $unggahan_id IS NULL OR unggahan_id = $unggahan_id
    GROUP BY unggahan_id
)
SELECT unggahan_id, n_diterima, coalesce(n, 0) AS n_tersimpan
FROM unggahan
LEFT JOIN tersimpan USING (unggahan_id)
WHERE ($unggahan_id IS NULL OR unggahan_id = $unggahan_id) AND coalesce(n, 0) <> n_diterima;
