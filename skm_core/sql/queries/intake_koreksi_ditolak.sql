-- one row per refused row of an unggahan
SELECT lembar, baris
FROM baris_ditolak
WHERE unggahan_id = $unggahan_id;
