-- one row: periode and layanan of an unggahan
SELECT coalesce(list(DISTINCT periode_kode), []), coalesce(list(DISTINCT layanan_kode), [])
FROM kuesioner
WHERE unggahan_id = $unggahan_id;
