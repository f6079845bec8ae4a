-- one row per periode, pengumpul and wilayah with questionnaires: the primary units of the design, whatever the layanan
SELECT
    periode_kode AS periode,
    pengumpul,
    wilayah_kode AS kelurahan,
    count(*) AS n_kuesioner,
    count(DISTINCT responden_kunci) AS n_responden
FROM kuesioner_aktif
GROUP BY ALL
ORDER BY ALL;
