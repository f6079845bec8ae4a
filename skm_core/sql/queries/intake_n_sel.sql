-- one row per distinct cell of a column among those asked for: in how many respondents' rows, and the first; most first
WITH sel AS (
    SELECT baris, COLUMNS(lambda nama: nama = $kolom) AS mentah
    FROM isian
)
SELECT CASE WHEN $kolom = 'tanggal' THEN regexp_replace(mentah, $jam, '\2') ELSE mentah END AS isi, count(*) AS n, min(baris) AS awal
FROM sel
WHERE list_contains($dicari, CASE WHEN $kolom = 'tanggal' THEN regexp_replace(mentah, $jam, '\2') ELSE mentah END)
GROUP BY 1
ORDER BY n DESC, awal
LIMIT $batas;
