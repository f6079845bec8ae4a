-- one row: respondents' rows that repeat another one in every cell but the running number, and the first two
WITH kelompok AS (
    SELECT count(*) AS n, list_sort(list(baris))[1:2] AS awal
    FROM isian
    -- a few answers and a day repeat by themselves
    WHERE usia IS NOT NULL OR length(saran) >= 10 OR regexp_matches(tanggal, '[ T,][0-9]{1,2}[:.][0-9]{2}[:.][0-9]{2}')
    GROUP BY sidik
    HAVING count(*) > 1
)
SELECT coalesce(sum(n), 0)::BIGINT, min_by(awal[1], awal), min_by(awal[2], awal)
FROM kelompok;
