-- one row per filled questionnaire of an active unggahan
CREATE OR REPLACE VIEW kuesioner_aktif AS
SELECT kuesioner.*
FROM kuesioner
JOIN (SELECT unggahan_id FROM unggahan WHERE status = 'aktif') AS aktif USING (unggahan_id);
