-- one row per unggahan whose stored questionnaires are not as many as it accepted
SELECT unggahan.unggahan_id, unggahan.n_diterima, count(kuesioner.unggahan_id) AS n_tersimpan
FROM unggahan
LEFT JOIN kuesioner USING (unggahan_id)
GROUP BY unggahan.unggahan_id, unggahan.n_diterima
HAVING count(kuesioner.unggahan_id) <> unggahan.n_diterima;
