-- one row per pengumpul, whether uniform, and item of one instrumen: sums of products with the total, complete questionnaires
WITH terpilih AS (
    SELECT
        pengumpul,
        -- as in kuesioner_tanda; the form is complete
        len($kolom) >= 5 AND least(b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20)
            = greatest(b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20) AS seragam,
        COLUMNS('^b\d+$')::BIGINT,
        (
            coalesce(CASE WHEN list_contains($kolom, 'b1') THEN b1 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b2') THEN b2 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b3') THEN b3 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b4') THEN b4 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b5') THEN b5 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b6') THEN b6 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b7') THEN b7 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b8') THEN b8 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b9') THEN b9 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b10') THEN b10 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b11') THEN b11 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b12') THEN b12 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b13') THEN b13 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b14') THEN b14 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b15') THEN b15 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b16') THEN b16 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b17') THEN b17 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b18') THEN b18 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b19') THEN b19 END, 0) +
            coalesce(CASE WHEN list_contains($kolom, 'b20') THEN b20 END, 0)
        )::BIGINT AS total
    FROM kuesioner_lengkap
    WHERE instrumen_kode = $instrumen
      AND ($periode IS NULL OR list_contains($periode, periode_kode))
      AND ($layanan IS NULL OR list_contains($layanan, layanan_kode))
      AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
      AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
),
sel AS (
    SELECT
        pengumpul,
        seragam,
        count(*) AS n,
        sum(total)::BIGINT AS t,
        sum(total * total)::BIGINT AS tt,
        struct_pack(
            x := sum(COLUMNS('^b\d+$'))::BIGINT,
            xx := sum(COLUMNS('^b\d+$') * COLUMNS('^b\d+$'))::BIGINT,
            xt := sum(COLUMNS('^b\d+$') * total)::BIGINT
        ) AS '\0'
    FROM terpilih
    GROUP BY pengumpul, seragam
),
sel_butir AS (
    UNPIVOT sel ON COLUMNS('^b\d+$') INTO NAME kolom VALUE jumlah
)
SELECT pengumpul, seragam, kolom, n, t, tt, jumlah.x AS x, jumlah.xx AS xx, jumlah.xt AS xt
FROM sel_butir
WHERE list_contains($kolom, kolom)
ORDER BY pengumpul, seragam, kolom;
