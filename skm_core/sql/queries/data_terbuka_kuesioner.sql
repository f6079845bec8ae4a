-- one row per questionnaire of one periode and pengumpul: instrumen, layanan, place, sex and age band ('' = blank), person, answers b1..b20 (0 = blank)
SELECT
    instrumen_kode AS instrumen,
    layanan_kode AS layanan,
    wilayah_kode AS wilayah,
    coalesce(jenis_kelamin, '') AS jenis_kelamin,
    CASE WHEN usia < 30 THEN '<30' WHEN usia < 50 THEN '30-49' WHEN usia >= 50 THEN '50+' ELSE '' END AS usia,
    responden_kunci AS responden,
    coalesce(b1, 0) AS b1, coalesce(b2, 0) AS b2, coalesce(b3, 0) AS b3, coalesce(b4, 0) AS b4, coalesce(b5, 0) AS b5,
    coalesce(b6, 0) AS b6, coalesce(b7, 0) AS b7, coalesce(b8, 0) AS b8, coalesce(b9, 0) AS b9, coalesce(b10, 0) AS b10,
    coalesce(b11, 0) AS b11, coalesce(b12, 0) AS b12, coalesce(b13, 0) AS b13, coalesce(b14, 0) AS b14, coalesce(b15, 0) AS b15,
    coalesce(b16, 0) AS b16, coalesce(b17, 0) AS b17, coalesce(b18, 0) AS b18, coalesce(b19, 0) AS b19, coalesce(b20, 0) AS b20
FROM kuesioner_aktif
WHERE list_contains($periode, periode_kode)
  AND pengumpul = $pengumpul;
