-- one row per further questionnaire of one row with the same comment: one on no service in particular is kept once
UPDATE bersih
SET saran = NULL
WHERE lembar IS NOT DISTINCT FROM $lembar
  AND saran IS NOT NULL
  AND rowid NOT IN (
      SELECT arg_min(rowid, (ditolak, rowid))
      FROM bersih
      WHERE lembar IS NOT DISTINCT FROM $lembar
      GROUP BY baris, saran
  );
