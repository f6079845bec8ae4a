-- one row: respondents' rows that repeat another one in every cell but the running number, and the first two
WITH dinilai AS (
    SELECT sidik, baris
    FROM isian
    -- a few answers and a day repeat by themselves
    WHERE usia IS NOT NULL OR length(saran) >= 10 OR regexp_matches(tanggal, $detik)
),
berulang AS ( -- counted first: most files have none, and a list for every row is dear
    SELECT sidik
    FROM dinilai
    GROUP BY sidik
    HAVING count(*) > 1
),
kelompok AS (
    SELECT count(*) AS n, list_sort(list(baris))[1:2] AS awal
    FROM dinilai
    SEMI JOIN berulang USING (sidik)
    GROUP BY sidik
)
SELECT coalesce(sum(n), 0)::BIGINT, min_by(awal[1], awal), min_by(awal[2], awal)
FROM kelompok;
