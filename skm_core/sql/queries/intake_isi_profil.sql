-- one row per sheet: for every profile column its distinct cells; dates without their time of day
SELECT
    list(DISTINCT regexp_replace(tanggal, $jam, '\2')) FILTER (tanggal IS NOT NULL) AS tanggal,
    list(DISTINCT jenis_kelamin) FILTER (jenis_kelamin IS NOT NULL) AS jenis_kelamin,
    list(DISTINCT usia) FILTER (usia IS NOT NULL) AS usia,
    list(DISTINCT pendidikan) FILTER (pendidikan IS NOT NULL) AS pendidikan,
    list(DISTINCT pekerjaan) FILTER (pekerjaan IS NOT NULL) AS pekerjaan
FROM isian;
