-- one row per setting
SELECT kunci, nilai
FROM pengaturan
ORDER BY kunci;
