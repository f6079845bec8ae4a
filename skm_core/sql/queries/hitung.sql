-- one row per value of the chosen dimensions, pengumpul, aturan, panel, instrumen and item
WITH terpilih AS (
    SELECT *
    FROM hitung_butir
    WHERE ($periode IS NULL OR list_contains($periode, periode_kode))
      AND ($layanan IS NULL OR list_contains($layanan, layanan_kode))
      AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
      AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
)
SELECT
    CASE WHEN list_contains($menurut, 'periode') THEN periode_kode END AS periode,
    CASE WHEN list_contains($menurut, 'layanan') THEN layanan_kode END AS layanan,
    CASE WHEN list_contains($menurut, 'kecamatan') THEN wilayah.kecamatan_kode END AS kecamatan,
    CASE WHEN list_contains($menurut, 'kelurahan') THEN wilayah_kode END AS kelurahan,
    pengumpul,
    periode.aturan,
    periode.cara_pemilihan = 'panel_tertutup' AS panel,
    instrumen_kode,
    kolom,
    peran,
    unsur_kunci,
    urutan,
    sum(n_kuesioner)::BIGINT AS n_kuesioner,
    sum(n_jawaban)::BIGINT AS n_jawaban,
    sum(jumlah_nilai)::BIGINT AS jumlah_nilai
FROM terpilih
JOIN periode USING (periode_kode)
JOIN wilayah USING (wilayah_kode)
GROUP BY ALL
ORDER BY ALL;
