-- one row per periode, pengumpul and wilayah with questionnaires: the primary units of the design, whatever the layanan
SELECT
    periode_kode AS periode,
    pengumpul,
    wilayah_kode AS kelurahan,
    coalesce(wilayah.kecamatan_kode, wilayah_kode) AS kecamatan,
    coalesce(any_value(wilayah.n_penduduk), 0) AS n_penduduk,
    count(*) AS n_kuesioner,
    count(DISTINCT responden_kunci) AS n_responden
FROM kuesioner_aktif
JOIN wilayah USING (wilayah_kode)
WHERE ($periode IS NULL OR list_contains($periode, periode_kode))
  AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
GROUP BY ALL
ORDER BY periode, pengumpul, kelurahan;
