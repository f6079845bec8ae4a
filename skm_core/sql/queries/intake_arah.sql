-- one row: for every item the correlation of its answers with the mean of the other answers of a form, NULL without any
WITH isi AS ( -- one row per accepted questionnaire of the sheet, with the number and the sum of its answers
    SELECT
        COLUMNS('^b\d+$'),
        list_count([b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20]) AS n,
        list_sum([b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20]) AS jumlah
    FROM bersih
    WHERE NOT ditolak AND lembar IS NOT DISTINCT FROM $lembar
)
SELECT corr(COLUMNS('^b\d+$'), (jumlah - COLUMNS('^b\d+$')) / nullif(n - 1, 0))
FROM isi;
