-- one row per row outside the answers, where a legend may stand, last ones first
SELECT baris
FROM lewati
WHERE tabel = $tabel AND jenis = 'ringkasan'
UNION
SELECT baris
FROM isian
WHERE baris > $akhir - 60
  AND coalesce(b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20) IS NULL
ORDER BY baris DESC
LIMIT 500;
