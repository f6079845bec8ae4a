-- one row per questionnaire of the draft that is stored already: none
CREATE OR REPLACE TEMP TABLE banding (nomor BIGINT, jenis VARCHAR, unggahan_id INTEGER, lembar VARCHAR, baris INTEGER);
