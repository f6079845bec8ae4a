-- one row: respondents' rows that repeat another one in every cell but the running number, and the first two
WITH dinilai AS (
    SELECT sidik, baris
    FROM isian
    -- a few answers and a day repeat by themselves
