-- one row per respondent's row of the sheet being looked at
CREATE OR REPLACE TEMP VIEW isian AS
SELECT *
FROM isian_semua
WHERE (tabel, baris) NOT IN (SELECT (tabel, baris) FROM lewati);
