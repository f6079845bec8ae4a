-- one row per answered item column that the instrumen of the questionnaire does not define
WITH terisi AS (
    UNPIVOT (SELECT instrumen_kode, count(COLUMNS('^b\d+$')) FROM kuesioner
        WHERE $unggahan_id IS NULL OR unggahan_id = $unggahan_id GROUP BY instrumen_kode)
    ON COLUMNS(* EXCLUDE (instrumen_kode)) INTO NAME kolom VALUE n_jawaban
)
SELECT terisi.instrumen_kode, terisi.kolom, terisi.n_jawaban
FROM terisi
ANTI JOIN butir USING (instrumen_kode, kolom)
WHERE terisi.n_jawaban > 0;
