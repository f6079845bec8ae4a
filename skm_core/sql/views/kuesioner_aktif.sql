-- one row per filled questionnaire of an active unggahan that no questionnaire of another active unggahan replaces
CREATE OR REPLACE VIEW kuesioner_aktif AS
WITH aktif AS (
    SELECT unggahan_id FROM unggahan WHERE status = 'aktif'
),
diganti AS (
    SELECT kuesioner_diganti.unggahan_id, lembar, baris, layanan_kode
    FROM kuesioner_diganti
    JOIN aktif ON aktif.unggahan_id = oleh_unggahan_id
)
SELECT kuesioner.*
FROM kuesioner
JOIN aktif USING (unggahan_id)
ANTI JOIN diganti
    ON diganti.unggahan_id = kuesioner.unggahan_id
    AND diganti.baris = kuesioner.baris
    AND diganti.layanan_kode = kuesioner.layanan_kode
    AND diganti.lembar IS NOT DISTINCT FROM kuesioner.lembar;
