-- one row per distinct cell of a column among those asked for: in how many respondents' rows, and the first; most first
WITH sel AS (
    SELECT baris, COLUMNS(lambda nama: nama = $kolom) AS mentah
    FROM isian
),
dibaca AS (
    SELECT baris, CASE WHEN $kolom = 'tanggal' THEN regexp_replace(mentah, $jam, '\2') ELSE mentah END AS isi
    FROM sel
)
SELECT isi, count(*) AS n, min(baris) AS awal
FROM dibaca
WHERE list_contains($dicari, isi)
GROUP BY isi
ORDER BY n DESC, awal
LIMIT $batas;
