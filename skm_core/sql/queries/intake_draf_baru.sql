-- one row per accepted questionnaire of the draft, kept for the time of a comparison
CREATE OR REPLACE TEMP TABLE draf AS
FROM draf_dibaca;
