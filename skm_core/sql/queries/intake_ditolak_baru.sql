-- one row per refused row of the draft
INSERT INTO baris_ditolak
SELECT $unggahan_id, lembar, baris, alasan
FROM ditolak_draf;
