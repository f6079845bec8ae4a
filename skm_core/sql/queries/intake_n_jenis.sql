-- one row per kind of row that is no respondent, and how many
SELECT jenis, count(*)
FROM lewati
WHERE tabel = $tabel
GROUP BY jenis;
