-- one row: a piece of evidence that is withdrawn, unless it was already
UPDATE tindak_lanjut_bukti
SET ditarik_waktu = $waktu, ditarik_oleh = $oleh
WHERE bukti_id = $bukti_id
  AND ditarik_waktu IS NULL
RETURNING bukti_id;
