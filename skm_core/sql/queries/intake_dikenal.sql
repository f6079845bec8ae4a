-- one row per respondent of the draft of whom the database holds a questionnaire: the key it knows him by
CREATE OR REPLACE TEMP TABLE dikenal AS
SELECT coalesce(draf.responden, draf.orang) AS siapa, min(kuesioner.responden_kunci) AS responden_kunci
FROM banding
JOIN draf USING (nomor)
JOIN kuesioner
    ON kuesioner.unggahan_id = banding.unggahan_id
    AND kuesioner.baris = banding.baris
    AND kuesioner.layanan_kode = draf.layanan_kode
    AND kuesioner.lembar IS NOT DISTINCT FROM banding.lembar
GROUP BY siapa;
