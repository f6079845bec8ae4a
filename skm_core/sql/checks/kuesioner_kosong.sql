-- one row per questionnaire without a single answer
SELECT unggahan_id, lembar, baris
FROM kuesioner
WHERE coalesce(b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20) IS NULL
  AND ($unggahan_id IS NULL OR unggahan_id = $unggahan_id);
