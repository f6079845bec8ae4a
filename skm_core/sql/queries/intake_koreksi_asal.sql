-- one row: the unggahan whose refused rows a file mends, the active one first
SELECT unggahan_id, berkas_nama, berkas_sha256, pilihan, status
FROM unggahan
WHERE starts_with(berkas_sha256, $awal)
ORDER BY status = 'aktif' DESC, unggahan_id DESC
LIMIT 1;
