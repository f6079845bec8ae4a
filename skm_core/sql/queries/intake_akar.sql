-- one row per active unggahan of the same file
SELECT unggahan_id
FROM unggahan
WHERE berkas_sha256 = $sha256 AND status = 'aktif';
