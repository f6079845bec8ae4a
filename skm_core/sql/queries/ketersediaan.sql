-- one row per periode, layanan and pengumpul that has active questionnaires
SELECT periode_kode AS periode, layanan_kode AS layanan, pengumpul, count(*)::BIGINT AS n_kuesioner
FROM kuesioner_aktif
GROUP BY ALL
ORDER BY ALL;
