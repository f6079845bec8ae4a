-- one row per refused row of an unggahan that no active correction fills
SELECT baris_ditolak.lembar, baris_ditolak.baris, alasan
FROM baris_ditolak
ANTI JOIN (
    SELECT lembar, baris
    FROM kuesioner
    JOIN unggahan_tumpang USING (unggahan_id)
    JOIN unggahan USING (unggahan_id)
    WHERE koreksi_dari = $unggahan_id AND unggahan.status = 'aktif'
) AS terisi
    ON terisi.baris = baris_ditolak.baris AND terisi.lembar IS NOT DISTINCT FROM baris_ditolak.lembar
WHERE unggahan_id = $unggahan_id
ORDER BY lembar NULLS FIRST, baris;
