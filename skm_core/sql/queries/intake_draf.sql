-- one row per accepted questionnaire of the draft, not yet numbered; those of one row of the file share `orang`
WITH lembar_mulai AS ( -- a running number over all sheets without sorting the rows
    SELECT
        lembar,
        coalesce(
            sum(max(baris)) OVER (ORDER BY lembar NULLS FIRST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0
        ) AS sebelumnya
    FROM bersih
    GROUP BY lembar
)
SELECT
    0::BIGINT AS nomor,
    sebelumnya::BIGINT + bersih.baris AS orang,
    bersih.* EXCLUDE (ditolak, tanpa_jawaban)
FROM bersih
JOIN lembar_mulai ON bersih.lembar IS NOT DISTINCT FROM lembar_mulai.lembar
WHERE NOT ditolak;
