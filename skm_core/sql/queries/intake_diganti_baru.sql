-- one row per stored questionnaire that a changed row of the draft replaces, with those that had replaced others before
INSERT INTO kuesioner_diganti
WITH lama AS (
    SELECT
        banding.unggahan_id,
        banding.lembar,
        banding.baris,
        draf.layanan_kode,
        draf.lembar AS oleh_lembar,
        draf.baris AS oleh_baris
    FROM banding
    JOIN draf USING (nomor)
    WHERE jenis = 'berubah'
)
SELECT unggahan_id, lembar, baris, layanan_kode, $unggahan_id, oleh_lembar, oleh_baris
FROM lama
UNION
SELECT
    lebih_lama.unggahan_id,
    lebih_lama.lembar,
    lebih_lama.baris,
    lebih_lama.layanan_kode,
    $unggahan_id,
    lama.oleh_lembar,
    lama.oleh_baris
FROM lama
JOIN kuesioner_diganti AS lebih_lama
    ON lebih_lama.oleh_unggahan_id = lama.unggahan_id
    AND lebih_lama.oleh_baris = lama.baris
    AND lebih_lama.layanan_kode = lama.layanan_kode
    AND lebih_lama.oleh_lembar IS NOT DISTINCT FROM lama.lembar;
