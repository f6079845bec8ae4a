-- one row per respondent's row whose cell in the column is one of those asked for
WITH sel AS (
    SELECT baris, COLUMNS(lambda nama: nama = $kolom) AS isi
    FROM isian
)
SELECT baris, CASE WHEN $kolom = 'tanggal' THEN regexp_replace(isi, $jam, '\2') ELSE isi END AS isi, count(*) OVER () AS semua
FROM sel
WHERE list_contains($dicari, CASE WHEN $kolom = 'tanggal' THEN regexp_replace(isi, $jam, '\2') ELSE isi END)
ORDER BY baris
LIMIT $batas;
