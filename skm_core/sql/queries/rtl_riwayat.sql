-- one row per changed field of one follow-up item, and per evidence added or withdrawn, newest first
SELECT waktu, oleh, versi, kolom, sebelum, sesudah
FROM tindak_lanjut_riwayat
WHERE rtl_id = $rtl_id
UNION ALL
SELECT waktu, oleh, NULL, 'bukti', NULL, nama
FROM tindak_lanjut_bukti
WHERE rtl_id = $rtl_id
UNION ALL
SELECT ditarik_waktu, ditarik_oleh, NULL, 'bukti', nama, NULL
FROM tindak_lanjut_bukti
WHERE rtl_id = $rtl_id
  AND ditarik_waktu IS NOT NULL
ORDER BY waktu DESC, versi DESC, kolom;
