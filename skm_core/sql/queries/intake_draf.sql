-- one row per accepted questionnaire of the draft, numbered; those of one row of the file share `nomor_baris`
SELECT
    row_number() OVER urut AS nomor,
    rank() OVER urut AS nomor_baris,
    * EXCLUDE (ditolak, tanpa_jawaban)
FROM bersih
WHERE NOT ditolak
WINDOW urut AS (ORDER BY lembar NULLS FIRST, baris);
