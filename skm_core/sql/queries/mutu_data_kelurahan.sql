-- one row per pengumpul and wilayah: questionnaires, and how many of them carry each sign
WITH terpilih AS (
    SELECT *
    FROM kuesioner_tanda
    WHERE ($periode IS NULL OR list_contains($periode, periode_kode))
      AND ($layanan IS NULL OR list_contains($layanan, layanan_kode))
      AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
      AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
),
harian AS (
    SELECT pengumpul, wilayah_kode, max(n_hari) AS n_hari_terpadat
    FROM (SELECT pengumpul, wilayah_kode, tanggal, count(*) AS n_hari FROM terpilih WHERE tanggal IS NOT NULL GROUP BY ALL)
    GROUP BY ALL
)
SELECT
    pengumpul,
    wilayah_kode AS kelurahan,
    count(*) AS n_kuesioner,
    count_if(seragam) AS seragam,
    count_if(runtun_panjang) AS runtun_panjang,
    count_if(identik) AS identik,
    count_if(pola_berulang) AS pola_berulang,
    count_if(ada_kosong) AS ada_kosong,
    count(tanggal) AS n_tanggal,
    count_if(di_luar_tanggal) AS di_luar_tanggal,
    coalesce(any_value(n_hari_terpadat), 0) AS hari_terpadat,
    count_if(usia BETWEEN 23 AND 62) AS n_usia,
    count_if(usia BETWEEN 23 AND 62 AND usia % 5 = 0) AS usia_bulat
FROM terpilih
LEFT JOIN harian USING (pengumpul, wilayah_kode)
GROUP BY ALL
ORDER BY ALL;
