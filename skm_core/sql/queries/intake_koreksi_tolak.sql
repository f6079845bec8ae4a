-- one row per accepted row of a correction that is no refused row of the file it mends: refused
UPDATE bersih
SET ditolak = true
WHERE NOT ditolak AND NOT EXISTS (
    SELECT 1 FROM koreksi WHERE koreksi.baris = bersih.baris AND koreksi.lembar IS NOT DISTINCT FROM bersih.lembar
);
