-- one row per kind of row that is no respondent: how many, and the first
SELECT jenis, count(*), min(baris)
FROM lewati
WHERE tabel = $tabel
GROUP BY jenis;
