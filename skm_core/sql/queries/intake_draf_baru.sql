-- one row per accepted questionnaire of the draft, numbered in the order of the file, kept for the time of a comparison
CREATE OR REPLACE TEMP TABLE draf AS
SELECT * REPLACE (row_number() OVER (ORDER BY orang) AS nomor)
FROM draf_dibaca;
