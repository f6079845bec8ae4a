-- one row per respondents' row that repeats an earlier one in every cell but the running number
SELECT baris
FROM isian
-- a few answers and a day repeat by themselves, as in intake_kembar; without the names that stood in the file an age or
-- a comment too, of two people
WHERE regexp_matches(tanggal, $detik)
   OR (NOT $tanpa_nama AND (usia IS NOT NULL OR length(saran) >= 10))
QUALIFY row_number() OVER (PARTITION BY sidik ORDER BY baris) > 1;
