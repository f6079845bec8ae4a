-- one row per sheet: respondents' keys that a spreadsheet cut to a few digits, and one of them
SELECT count(*), min(responden)
FROM isian
WHERE regexp_full_match(responden, $rusak);
