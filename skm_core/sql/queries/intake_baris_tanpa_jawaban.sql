-- one row per respondent's row without a single answer
SELECT baris, count(*) OVER () AS semua
FROM bersih
WHERE tanpa_jawaban AND lembar IS NOT DISTINCT FROM $lembar
ORDER BY baris
LIMIT $batas;
