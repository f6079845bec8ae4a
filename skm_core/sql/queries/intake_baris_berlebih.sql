-- one row per respondent's row with content beyond the last column
SELECT baris, count(*) OVER () AS semua
FROM isian
WHERE lebih
ORDER BY baris
LIMIT $batas;
