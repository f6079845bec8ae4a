-- one row per active correction of an unggahan, the earliest first
SELECT pilihan
FROM unggahan
INNER JOIN unggahan_tumpang USING (unggahan_id)
WHERE koreksi_dari = $unggahan_id AND status = 'aktif'
ORDER BY unggahan_id;
