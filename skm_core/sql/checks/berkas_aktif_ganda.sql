-- one row per file that is active in more than one unggahan
SELECT berkas_sha256, list(unggahan_id ORDER BY unggahan_id) AS unggahan
FROM unggahan
WHERE status = 'aktif'
GROUP BY berkas_sha256
HAVING count(*) > 1;
