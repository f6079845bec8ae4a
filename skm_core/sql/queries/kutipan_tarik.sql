-- one row per quote that is withdrawn
UPDATE kutipan
SET ditarik_waktu = $waktu, ditarik_oleh = $oleh
WHERE kutipan_id = $kutipan_id AND ditarik_waktu IS NULL
RETURNING kutipan_id;
