-- one row per finding of the draft
INSERT INTO temuan
SELECT $unggahan_id, kode, tingkat, lembar, baris, kolom, nilai, pesan
FROM temuan_draf;
