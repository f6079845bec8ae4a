-- one row per accepted questionnaire of the draft, numbered in the order of the file
SELECT
    row_number() OVER (ORDER BY lembar NULLS FIRST, baris) AS nomor,
    * EXCLUDE (ditolak, tanpa_jawaban)
FROM bersih
WHERE NOT ditolak;
