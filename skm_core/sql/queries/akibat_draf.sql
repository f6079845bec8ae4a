-- one row per periode, layanan, wilayah, pengumpul, instrumen and item of the rows of a draft that are stored in no form
WITH sel AS (
    SELECT
        periode_kode,
        layanan_kode,
        wilayah_kode,
        pengumpul,
        instrumen_kode,
        count(*) AS n_kuesioner,
        struct_pack(
            n_jawaban := count(COLUMNS('^b\d+$')),
            jumlah_nilai := coalesce(sum(COLUMNS('^b\d+$')), 0)::BIGINT
        ) AS '\0'
    FROM draf
    ANTI JOIN banding USING (nomor)
    GROUP BY ALL
)
SELECT
    periode_kode,
    layanan_kode,
    wilayah_kode,
    pengumpul,
    instrumen_kode,
    kolom[2:]::INTEGER AS butir,
    n_kuesioner,
    hitungan.n_jawaban AS n_jawaban,
    hitungan.jumlah_nilai AS jumlah_nilai
FROM (UNPIVOT sel ON COLUMNS('^b\d+$') INTO NAME kolom VALUE hitungan);
