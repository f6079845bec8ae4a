-- one row per sheet: how many rows carry a running number
SELECT count(*) FILTER (regexp_full_match(nomor, $bulat))
FROM isian_semua;
