-- one row per pengumpul of an unggahan
SELECT DISTINCT pengumpul
FROM kuesioner
WHERE unggahan_id = $unggahan_id;
