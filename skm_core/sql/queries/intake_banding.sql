-- one row per questionnaire of the draft that is stored already, with the stored row it meets: terisi, sama or berubah
CREATE OR REPLACE TEMP TABLE banding AS
WITH tersimpan AS (
    SELECT kuesioner_aktif.*, coalesce(koreksi_dari, unggahan_id) AS akar
    FROM kuesioner_aktif
    LEFT JOIN unggahan_tumpang USING (unggahan_id)
    WHERE unggahan_id IS DISTINCT FROM $sendiri
),
terisi AS ( -- the very same row of the very same file
    SELECT draf.nomor, 'terisi' AS jenis, tersimpan.unggahan_id, tersimpan.lembar, tersimpan.baris
    FROM draf
    JOIN tersimpan
        ON tersimpan.baris = draf.baris
        AND tersimpan.layanan_kode = draf.layanan_kode
        AND tersimpan.lembar IS NOT DISTINCT FROM draf.lembar
    WHERE list_contains($akar, tersimpan.akar)
    QUALIFY row_number() OVER (PARTITION BY draf.nomor ORDER BY tersimpan.unggahan_id) = 1
),
bertemu AS ( -- the same answer by its key; of several the one that says the same
    SELECT
        draf.nomor,
        draf.asal_kunci % 2 = 1 AS khas,
        tersimpan.unggahan_id,
        tersimpan.lembar,
        tersimpan.baris,
        (
            draf.wilayah_kode, draf.tanggal, draf.jenis_kelamin, draf.usia, draf.pendidikan, draf.pekerjaan, draf.saran,
            draf.b1, draf.b2, draf.b3, draf.b4, draf.b5, draf.b6, draf.b7, draf.b8, draf.b9, draf.b10,
            draf.b11, draf.b12, draf.b13, draf.b14, draf.b15, draf.b16, draf.b17, draf.b18, draf.b19, draf.b20
        ) IS NOT DISTINCT FROM (
            tersimpan.wilayah_kode, tersimpan.tanggal, tersimpan.jenis_kelamin, tersimpan.usia, tersimpan.pendidikan, tersimpan.pekerjaan, tersimpan.saran,
            tersimpan.b1, tersimpan.b2, tersimpan.b3, tersimpan.b4, tersimpan.b5, tersimpan.b6, tersimpan.b7, tersimpan.b8, tersimpan.b9, tersimpan.b10,
            tersimpan.b11, tersimpan.b12, tersimpan.b13, tersimpan.b14, tersimpan.b15, tersimpan.b16, tersimpan.b17, tersimpan.b18, tersimpan.b19, tersimpan.b20
        ) AS sama
    FROM draf
    ANTI JOIN terisi USING (nomor)
    JOIN tersimpan USING (asal_kunci, periode_kode, layanan_kode, instrumen_kode, pengumpul)
    QUALIFY row_number() OVER (
        PARTITION BY draf.nomor ORDER BY sama DESC, tersimpan.unggahan_id DESC, tersimpan.baris
    ) = 1
),
seasal AS ( -- a short number or a second may be another form's too: believed where most of what meets is the same
    SELECT unggahan_id
    FROM bertemu
    WHERE NOT khas
    GROUP BY unggahan_id
    HAVING 2 * count_if(sama) >= count(*)
),
diakui AS (
    SELECT *
    FROM bertemu
    WHERE khas OR unggahan_id IN (SELECT unggahan_id FROM seasal)
)
FROM terisi
UNION ALL
SELECT nomor, CASE WHEN sama THEN 'sama' ELSE 'berubah' END, unggahan_id, lembar, baris
FROM diakui
WHERE sama OR (unggahan_id, coalesce(lembar, ''), baris) NOT IN (
    SELECT (unggahan_id, coalesce(lembar, ''), baris) FROM diakui WHERE sama
);
