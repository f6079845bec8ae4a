-- one row per respondent's row in which this rating block is not answered
INSERT INTO lewati
SELECT tabel, baris, 'tanpa_blok'
FROM isian
WHERE len(list_filter(
    [b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20],
    lambda isi: isi IS NOT NULL AND NOT list_contains($kosong, lower(isi))
)) = 0;
