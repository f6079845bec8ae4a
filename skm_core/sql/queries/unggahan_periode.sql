-- one row per periode of an unggahan
SELECT DISTINCT periode_kode
FROM kuesioner
WHERE unggahan_id = $unggahan_id;
