-- one row per comment, newest first, only from places and services with enough questionnaires to hide who wrote it; no NULL
WITH sel AS (
    SELECT *
    FROM kuesioner_aktif
    WHERE ($periode IS NULL OR list_contains($periode, periode_kode))
      AND ($layanan IS NULL OR list_contains($layanan, layanan_kode))
      AND ($wilayah IS NULL OR starts_with(wilayah_kode, $wilayah))
      AND ($pengumpul IS NULL OR pengumpul = $pengumpul)
),
cukup AS (
    SELECT periode_kode, layanan_kode, wilayah_kode, pengumpul
    FROM sel
    GROUP BY ALL
    HAVING count(*) >= $n_sembunyi
),
dihitung AS ( -- items asked beside the unsur do not count
    SELECT instrumen_kode, list(kolom[2:]::INTEGER) AS kolom
    FROM butir
    WHERE peran <> 'tambahan'
    GROUP BY instrumen_kode
),
terpilih AS (
    SELECT
        sel.*,
        list_select([b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20], kolom) AS nilai
    FROM sel
    JOIN cukup USING (periode_kode, layanan_kode, wilayah_kode, pengumpul)
    JOIN dihitung USING (instrumen_kode)
    WHERE regexp_matches(saran, '\pL') -- a comment has a letter; no NULL
)
SELECT
    unggahan_id,
    coalesce(lembar, '') AS lembar,
    baris,
    saran AS teks,
    periode_kode AS periode,
    layanan_kode AS layanan,
    wilayah_kode AS wilayah,
    coalesce(tanggal, DATE '1900-01-01') AS tanggal,
    coalesce(list_sum(nilai), 0)::BIGINT AS jumlah,
    list_count(nilai)::BIGINT AS terjawab
FROM terpilih
ORDER BY tanggal DESC, unggahan_id, baris;
