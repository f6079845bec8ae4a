-- one row: whether any unggahan is active
SELECT count(*) > 0 AS ada
FROM unggahan
WHERE status = 'aktif';
