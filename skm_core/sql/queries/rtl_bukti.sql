-- one row per piece of evidence that was not withdrawn, oldest first
SELECT bukti_id, rtl_id, jenis, nama, alamat, ukuran, waktu, oleh
FROM tindak_lanjut_bukti
WHERE ditarik_waktu IS NULL
ORDER BY bukti_id;
