-- one row per sheet: for every item column its distinct cells with their counts
SELECT histogram(COLUMNS('^b\d+$'))
FROM isian;
