-- one row per refused row or questionnaire of an unggahan that no active correction fills
SELECT baris_ditolak.lembar, baris_ditolak.baris, alasan
FROM baris_ditolak
ANTI JOIN (
    SELECT lembar, baris, layanan_kode
    FROM kuesioner
    JOIN unggahan_tumpang USING (unggahan_id)
    JOIN unggahan USING (unggahan_id)
    WHERE koreksi_dari = $unggahan_id AND unggahan.status = 'aktif'
) AS terisi
    ON terisi.baris = baris_ditolak.baris
    AND terisi.lembar IS NOT DISTINCT FROM baris_ditolak.lembar
    AND terisi.layanan_kode = coalesce(baris_ditolak.layanan_kode, terisi.layanan_kode)
WHERE unggahan_id = $unggahan_id
ORDER BY baris_ditolak.lembar NULLS FIRST, baris_ditolak.baris, baris_ditolak.layanan_kode;
