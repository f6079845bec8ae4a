-- one row: an unggahan, with the root of its rows
SELECT unggahan.status, unggahan.berkas_sha256, unggahan.berkas_nama, coalesce(koreksi_dari, unggahan.unggahan_id) AS akar
FROM unggahan
LEFT JOIN unggahan_tumpang USING (unggahan_id)
WHERE unggahan.unggahan_id = $unggahan_id;
