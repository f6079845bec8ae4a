-- one row per periode, layanan, wilayah, pengumpul, instrumen and item, with the counts of each answer
CREATE OR REPLACE VIEW sebaran_butir AS
WITH sel AS (
    SELECT
        periode_kode,
        layanan_kode,
        wilayah_kode,
        pengumpul,
        instrumen_kode,
        count(*) AS n_kuesioner,
        struct_pack(
            n_1 := coalesce(count_if(COLUMNS('^b\d+$') = 1), 0),
            n_2 := coalesce(count_if(COLUMNS('^b\d+$') = 2), 0),
            n_3 := coalesce(count_if(COLUMNS('^b\d+$') = 3), 0),
            n_4 := coalesce(count_if(COLUMNS('^b\d+$') = 4), 0)
        ) AS '\0'
    FROM kuesioner_aktif
    GROUP BY ALL
),
sel_butir AS (
    UNPIVOT sel ON COLUMNS('^b\d+$') INTO NAME kolom VALUE hitungan
)
SELECT
    sel_butir.periode_kode,
    sel_butir.layanan_kode,
    sel_butir.wilayah_kode,
    sel_butir.pengumpul,
    sel_butir.instrumen_kode,
    sel_butir.kolom,
    butir.peran,
    butir.unsur_kunci,
    butir.urutan,
    sel_butir.n_kuesioner,
    sel_butir.hitungan.n_1 AS n_1,
    sel_butir.hitungan.n_2 AS n_2,
    sel_butir.hitungan.n_3 AS n_3,
    sel_butir.hitungan.n_4 AS n_4
FROM sel_butir
JOIN butir USING (instrumen_kode, kolom);
