-- one row per periode, layanan, wilayah, pengumpul, instrumen and set of signs: questionnaires, answers and sums of b1..b20
SELECT
    periode_kode AS periode,
    layanan_kode AS layanan,
    wilayah_kode AS kelurahan,
    pengumpul,
    instrumen_kode AS instrumen,
    seragam,
    runtun_panjang,
    identik,
    pola_berulang,
    ada_kosong,
    di_luar_tanggal,
    count(*) AS n_kuesioner,
    count_if(dikenali) AS n_dikenali,
    count(tanggal) AS n_bertanggal,
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
FROM kuesioner_tanda
WHERE ($periode IS NULL OR list_contains($periode, periode_kode))
GROUP BY ALL
ORDER BY periode, layanan, kelurahan, pengumpul, instrumen;
