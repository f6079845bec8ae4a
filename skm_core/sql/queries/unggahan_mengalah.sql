-- one row per questionnaire of a restored unggahan that another active one holds meanwhile: that one keeps counting
INSERT INTO kuesioner_diganti
SELECT $unggahan_id, draf.lembar, draf.baris, draf.layanan_kode, banding.unggahan_id, banding.lembar, banding.baris
FROM banding
JOIN draf USING (nomor);
