-- one row per accepted questionnaire of the draft; those of one row of the file share a number
SELECT
    dense_rank() OVER (ORDER BY lembar NULLS FIRST, baris) AS nomor,
    * EXCLUDE (ditolak, tanpa_jawaban)
FROM bersih
WHERE NOT ditolak;
