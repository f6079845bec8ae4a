-- one row: the unggahan whose status changes
UPDATE unggahan
SET status = $status, status_waktu = $waktu, status_oleh = $oleh
WHERE unggahan_id = $unggahan_id;
