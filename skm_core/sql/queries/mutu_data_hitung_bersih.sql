-- one row per value of the chosen dimensions, pengumpul, panel, aturan and instrumen, without questionnaires that carry a sign
WITH bersih AS (
    SELECT
        kuesioner_tanda.*,
        CASE WHEN list_contains($menurut, 'periode') THEN periode_kode END AS periode,
        CASE WHEN list_contains($menurut, 'layanan') THEN layanan_kode END AS layanan,
        CASE WHEN list_contains($menurut, 'kecamatan') THEN wilayah.kecamatan_kode END AS kecamatan,
        CASE WHEN list_contains($menurut, 'kelurahan') THEN wilayah_kode END AS kelurahan,
        aturan,
        cara_pemilihan = 'panel_tertutup' AS panel
    FROM kuesioner_tanda
    JOIN periode AS putaran USING (periode_kode)
    JOIN wilayah USING (wilayah_kode)
    WHERE ($periode IS NULL OR list_contains($periode, periode_kode))
      AND ($layanan IS NULL OR list_contains($layanan, layanan_kode))
      AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
      AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
      AND NOT (list_contains($tanda, 'seragam') AND seragam)
      AND NOT (list_contains($tanda, 'runtun_panjang') AND runtun_panjang)
      AND NOT (list_contains($tanda, 'identik') AND identik)
      AND NOT (list_contains($tanda, 'pola_berulang') AND pola_berulang)
      AND NOT (list_contains($tanda, 'ada_kosong') AND ada_kosong)
      AND NOT (list_contains($tanda, 'di_luar_tanggal') AND di_luar_tanggal)
)
SELECT
    periode,
    layanan,
    kecamatan,
    kelurahan,
    pengumpul,
    panel,
    aturan,
    instrumen_kode AS instrumen,
    count(*) AS n_kuesioner,
    [
        count(b1), count(b2), count(b3), count(b4), count(b5), count(b6), count(b7), count(b8), count(b9), count(b10),
        count(b11), count(b12), count(b13), count(b14), count(b15), count(b16), count(b17), count(b18), count(b19), count(b20)
    ] AS n_jawaban,
    [
        coalesce(sum(b1), 0), coalesce(sum(b2), 0), coalesce(sum(b3), 0), coalesce(sum(b4), 0), coalesce(sum(b5), 0),
        coalesce(sum(b6), 0), coalesce(sum(b7), 0), coalesce(sum(b8), 0), coalesce(sum(b9), 0), coalesce(sum(b10), 0),
        coalesce(sum(b11), 0), coalesce(sum(b12), 0), coalesce(sum(b13), 0), coalesce(sum(b14), 0), coalesce(sum(b15), 0),
        coalesce(sum(b16), 0), coalesce(sum(b17), 0), coalesce(sum(b18), 0), coalesce(sum(b19), 0), coalesce(sum(b20), 0)
    ]::BIGINT[] AS jumlah_nilai
FROM bersih
GROUP BY ALL
ORDER BY periode, layanan, kecamatan, kelurahan, pengumpul, panel, aturan, instrumen;
