-- one row per counted questionnaire of a restored unggahan, numbered
CREATE OR REPLACE TEMP TABLE draf AS
SELECT row_number() OVER () AS nomor, *
FROM kuesioner_aktif
WHERE unggahan_id = $unggahan_id;
