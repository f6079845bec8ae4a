-- one row per accepted questionnaire of the draft, where it was read
CREATE OR REPLACE TEMP VIEW draf AS
SELECT 0 AS nomor, * EXCLUDE (ditolak, tanpa_jawaban)
FROM bersih
WHERE NOT ditolak;
