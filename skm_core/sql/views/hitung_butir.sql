-- one row per periode, layanan, wilayah, pengumpul, instrumen and item
CREATE OR REPLACE VIEW hitung_butir AS
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
    sel_butir.hitungan.n_jawaban AS n_jawaban,
    sel_butir.hitungan.jumlah_nilai AS jumlah_nilai
FROM sel_butir
JOIN butir USING (instrumen_kode, kolom);
