-- one row per refused row of the draft, or refused questionnaire where a row holds several
INSERT INTO baris_ditolak
SELECT $unggahan_id, lembar, baris, alasan, layanan_kode
FROM ditolak_draf;
