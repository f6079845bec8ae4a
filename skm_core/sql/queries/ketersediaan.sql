-- one row per periode, layanan, wilayah and pengumpul that has active questionnaires
SELECT periode_kode AS periode, layanan_kode AS layanan, wilayah_kode AS wilayah, pengumpul
FROM kuesioner_aktif
GROUP BY ALL
ORDER BY ALL;
