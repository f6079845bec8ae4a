-- one row per distinct date cell of the respondents' rows, without its time of day, with its count
SELECT regexp_replace(tanggal, $jam, '\2') AS isi, count(*) AS n
FROM isian
WHERE tanggal IS NOT NULL
GROUP BY 1
ORDER BY 1;
