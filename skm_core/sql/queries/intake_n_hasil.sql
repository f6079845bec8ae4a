-- one row per draft: rows accepted, rows refused, comments with masked numbers
SELECT
    count(*) FILTER (NOT ditolak),
    count(*) FILTER (ditolak),
    count(*) FILTER (contains(saran, $samaran))
FROM bersih;
